import type { Ratio } from './ratio.ts'

/** How a platform shows several images and videos of one post. */
export type ArrangementStyle = 'x' | 'facebook' | 'whatsapp' | 'telegram' | 'carousel'

/** Where one stands in the grid; columns and rows are counted from 1. */
export type Cell = { column: number; columns: number; row: number; rows: number }

/** `more` are those that only a number stands for, over the last cell. */
export type Grid = {
  kind: 'grid'
  shape: Ratio
  columns: number
  rows: number
  cells: readonly Cell[]
  more: number
}

/** One at a time, each in the shape of the first. */
export type Carousel = { kind: 'carousel'; shape: Ratio }

type Sized = { widthPx: number; heightPx: number }

/** A row of the grid: how many stand in it, and how high it is beside the others. Turned, it is a column. */
type Line = readonly [count: number, size: number]

const CAROUSEL_NARROWEST: Ratio = [3, 4]
const CAROUSEL_WIDEST: Ratio = [191, 100]

/** How several media stand beside each other; null for one alone and for none. Approximations: see the platform's source. */
export function arrangementOf(style: ArrangementStyle, media: readonly Sized[]): Grid | Carousel | null {
  const [first] = media
  if (first === undefined || media.length < 2) return null
  if (style === 'carousel') return { kind: 'carousel', shape: withinCarousel(first) }
  const isWide = first.widthPx > first.heightPx
  const { lines, isTurned = false, shape } = layouts[style](media.length, isWide)
  const cells = cellsOf(lines, isTurned)
  const across = leastCommonMultiple(lines.map(([count]) => count))
  const along = lines.reduce((sum, [, size]) => sum + size, 0)
  return {
    kind: 'grid',
    shape,
    columns: isTurned ? along : across,
    rows: isTurned ? across : along,
    cells,
    more: media.length - cells.length,
  }
}

type Layout = { lines: readonly Line[]; isTurned?: boolean; shape: Ratio }

const layouts: Record<Exclude<ArrangementStyle, 'carousel'>, (count: number, isWide: boolean) => Layout> = {
  x(count) {
    const shape: Ratio = [16, 9]
    if (count === 2) return { lines: [[2, 1]], shape }
    const halves = (first: number): Line[] => [
      [first, 1],
      [2, 1],
    ]
    return count === 3 ? { lines: halves(1), isTurned: true, shape } : { lines: halves(2), shape }
  },
  facebook(count, isWide) {
    const shape: Ratio = [1, 1]
    if (count === 2)
      return {
        lines: [
          [1, 1],
          [1, 1],
        ],
        isTurned: !isWide,
        shape,
      }
    if (count === 3)
      return {
        lines: [
          [1, 1],
          [2, 1],
        ],
        isTurned: !isWide,
        shape,
      }
    if (count === 4)
      return {
        lines: [
          [1, 2],
          [3, 1],
        ],
        isTurned: !isWide,
        shape,
      }
    return {
      lines: [
        [2, 3],
        [3, 2],
      ],
      shape,
    }
  },
  whatsapp(count) {
    const shape: Ratio = [1, 1]
    if (count === 2) return { lines: [[2, 1]], shape: [2, 1] }
    return count === 3
      ? {
          lines: [
            [1, 1],
            [2, 1],
          ],
          shape,
        }
      : {
          lines: [
            [2, 1],
            [2, 1],
          ],
          shape,
        }
  },
  telegram(count, isWide) {
    if (count === 2)
      return {
        lines: [
          [1, 1],
          [1, 1],
        ],
        isTurned: !isWide,
        shape: [1, 1],
      }
    if (count < 5)
      return {
        lines: [
          [1, 2],
          [count - 1, 1],
        ],
        isTurned: !isWide,
        shape: [1, 1],
      }
    const rows = telegramRows[count] ?? [3, 3, 4]
    return {
      lines: rows.map((each) => [each, 1]),
      shape: [rows.length === 2 ? 4 : 3, rows.length === 2 ? 3 : 4],
    }
  },
}

const telegramRows: Partial<Record<number, readonly number[]>> = {
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
}

function cellsOf(lines: readonly Line[], isTurned: boolean): Cell[] {
  const across = leastCommonMultiple(lines.map(([count]) => count))
  let start = 1
  return lines.flatMap(([count, size]) => {
    const [row, columns] = [start, across / count]
    start += size
    return Array.from({ length: count }, (_, index) => {
      const column = 1 + index * columns
      return isTurned
        ? { column: row, columns: size, row: column, rows: columns }
        : { column, columns, row, rows: size }
    })
  })
}

/** The shape in which one cell shows its medium. */
export function cellShape({ shape, columns, rows }: Grid, cell: Cell): Ratio {
  return [(shape[0] * cell.columns) / columns, (shape[1] * cell.rows) / rows]
}

function withinCarousel({ widthPx, heightPx }: Sized): Ratio {
  const own = widthPx / heightPx
  if (own < CAROUSEL_NARROWEST[0] / CAROUSEL_NARROWEST[1]) return CAROUSEL_NARROWEST
  return own > CAROUSEL_WIDEST[0] / CAROUSEL_WIDEST[1] ? CAROUSEL_WIDEST : [widthPx, heightPx]
}

function leastCommonMultiple(counts: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return counts.reduce((one, other) => (one * other) / divisor(one, other), 1)
}
