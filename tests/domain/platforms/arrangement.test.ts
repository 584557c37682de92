import { describe, expect, it } from 'vitest'
import { allPlatforms } from '../../../domain/platforms/all.ts'
import {
  type ArrangementStyle,
  arrangementOf,
  cellShape,
  type Grid,
} from '../../../domain/platforms/arrangement.ts'
import { type PlatformId, platformIds } from '../../../domain/platforms/platform.ts'

const wide = { widthPx: 1600, heightPx: 900 }
const tall = { widthPx: 1080, heightPx: 1350 }
const several = (count: number, first = tall) => [first, ...Array.from({ length: count - 1 }, () => tall)]

/** The grid drawn with a letter for each cell. */
function drawn({ columns, rows, cells }: Grid): string[] {
  const lines = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '.'))
  for (const [index, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      for (let column = cell.column; column < cell.column + cell.columns; column++) {
        const line = lines[row - 1]
        if (line?.[column - 1] !== '.') throw new Error('two in one place, or outside')
        line[column - 1] = String.fromCharCode(97 + index)
      }
    }
  }
  return lines.map((line) => line.join(''))
}

function grid(style: ArrangementStyle, count: number, first = tall): Grid {
  const found = arrangementOf(style, several(count, first))
  if (found?.kind !== 'grid') throw new Error('no grid')
  return found
}

describe('several in one post', () => {
  it.each([
    ['x', 2, tall, ['ab'], 0],
    ['x', 3, tall, ['ab', 'ac'], 0],
    ['x', 4, wide, ['ab', 'cd'], 0],
    ['facebook', 2, tall, ['ab'], 0],
    ['facebook', 2, wide, ['a', 'b'], 0],
    ['facebook', 3, tall, ['ab', 'ac'], 0],
    ['facebook', 3, wide, ['aa', 'bc'], 0],
    ['facebook', 4, tall, ['aab', 'aac', 'aad'], 0],
    ['facebook', 4, wide, ['aaa', 'aaa', 'bcd'], 0],
    ['facebook', 5, wide, ['aaabbb', 'aaabbb', 'aaabbb', 'ccddee', 'ccddee'], 0],
    ['facebook', 8, tall, ['aaabbb', 'aaabbb', 'aaabbb', 'ccddee', 'ccddee'], 3],
    ['whatsapp', 2, tall, ['ab'], 0],
    ['whatsapp', 3, tall, ['aa', 'bc'], 0],
    ['whatsapp', 4, tall, ['ab', 'cd'], 0],
    ['whatsapp', 9, tall, ['ab', 'cd'], 5],
    ['telegram', 2, wide, ['a', 'b'], 0],
    ['telegram', 3, wide, ['aa', 'aa', 'bc'], 0],
    ['telegram', 4, tall, ['aab', 'aac', 'aad'], 0],
    ['telegram', 5, tall, ['aaabbb', 'ccddee'], 0],
    ['telegram', 9, tall, ['abc', 'def', 'ghi'], 0],
    ['telegram', 10, tall, ['aaaabbbbcccc', 'ddddeeeeffff', 'ggghhhiiijjj'], 0],
  ] as const)('%s, %i, the first as given', (style, count, first, picture, more) => {
    const found = grid(style, count, first)
    expect(drawn(found)).toEqual(picture)
    expect(found.more).toBe(more)
  })

  it.each(['x', 'facebook', 'whatsapp', 'telegram'] as const)(
    '%s fills its frame at every count',
    (style) => {
      for (let count = 2; count <= 20; count++) {
        for (const first of [wide, tall]) {
          const found = grid(style, count, first)
          expect(drawn(found).join('')).not.toContain('.')
          expect(found.cells.length + found.more).toBe(count)
        }
      }
    },
  )

  it('says in which shape a cell shows its medium', () => {
    const found = grid('x', 3)
    expect(found.cells.map((cell) => cellShape(found, cell))).toEqual([
      [8, 9],
      [8, 4.5],
      [8, 4.5],
    ])
  })

  it('shows a carousel in the shape of its first, no narrower and no wider than a feed takes', () => {
    expect(arrangementOf('carousel', several(3))).toEqual({ kind: 'carousel', shape: [1080, 1350] })
    const upright = { widthPx: 1080, heightPx: 1920 }
    expect(arrangementOf('carousel', several(2, upright))).toEqual({ kind: 'carousel', shape: [3, 4] })
    const ribbon = { widthPx: 3000, heightPx: 1000 }
    expect(arrangementOf('carousel', several(2, ribbon))).toEqual({ kind: 'carousel', shape: [191, 100] })
  })

  it('has nothing to arrange in one or none', () => {
    expect(arrangementOf('x', [])).toBeNull()
    expect(arrangementOf('carousel', [tall])).toBeNull()
  })

  it('is known where a platform has a way of its own, with what it goes by', () => {
    const styles = platformIds.flatMap((id): [PlatformId, string][] => {
      const { several } = allPlatforms[id]
      if (several === null) return []
      expect(several.source).toMatch(/^Approximation/)
      expect(several.asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
      return [[id, several.style]]
    })
    expect(Object.fromEntries(styles)).toEqual({
      x: 'x',
      instagram: 'carousel',
      facebook: 'facebook',
      tiktok: 'carousel',
      youtube: 'carousel',
      linkedin: 'carousel',
      threads: 'carousel',
      whatsapp: 'whatsapp',
      telegram: 'telegram',
    })
  })
})
