import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cropOf, placeIn } from '../../../domain/platforms/crop.ts'
import { foldAt } from '../../../domain/platforms/fold.ts'
import type { Frame } from '../../../domain/platforms/platform.ts'

const frame = (shape: [number, number], fit: Frame['fit']): Frame => ({
  use: 'feed',
  of: 'both',
  shape,
  fit,
  source: '',
  asOf: '',
})

const side = fc.integer({ min: 1, max: 8000 })

describe('how a frame shows a medium', () => {
  it.each([
    ['of its shape', [1080, 1350], [4, 5], 'cut', { lost: 'none', lostPart: 0, hasBars: false }],
    ['a pixel beside it', [1080, 1351], [4, 5], 'cut', { lost: 'none', lostPart: 0, hasBars: false }],
    ['taller', [1080, 1920], [4, 5], 'cut', { lost: 'ends', lostPart: 1 - 0.5625 / 0.8, hasBars: false }],
    ['wider', [1600, 800], [1, 1], 'cut', { lost: 'sides', lostPart: 0.5, hasBars: false }],
    [
      'taller than the feed lets be',
      [1000, 2000],
      [1, 1],
      'cut_taller',
      { lost: 'ends', lostPart: 0.5, hasBars: false },
    ],
    ['wide in the feed', [1600, 800], [1, 1], 'cut_taller', { lost: 'none', lostPart: 0, hasBars: false }],
    ['wide on a tall screen', [1600, 900], [9, 16], 'bars', { lost: 'none', lostPart: 0, hasBars: true }],
  ] as const)('%s', (_name, [widthPx, heightPx], shape, fit, crop) => {
    expect(cropOf({ widthPx, heightPx }, frame([shape[0], shape[1]], fit))).toMatchObject(crop)
  })

  it.each([
    ['wide, focus in the middle', [1600, 800], [1, 1], { x: 50, y: 50 }, 0.25, '50% 50%'],
    ['wide, none set', [1600, 800], [1, 1], null, 0.25, '50% 50%'],
    ['wide, focus left', [1600, 800], [1, 1], { x: 30, y: 90 }, 0.05, '10% 50%'],
    ['wide, focus at the edge', [1600, 800], [1, 1], { x: 0, y: 0 }, 0, '0% 50%'],
    ['wide, focus at the far edge', [1600, 800], [1, 1], { x: 100, y: 0 }, 0.5, '100% 50%'],
    ['tall, focus low', [1000, 2000], [1, 1], { x: 5, y: 60 }, 0.35, '50% 70%'],
    ['of its shape', [800, 800], [1, 1], { x: 0, y: 100 }, 0, '50% 50%'],
  ] as const)('cuts around the focus point: %s', (_name, [widthPx, heightPx], shape, focus, first, place) => {
    const crop = cropOf({ widthPx, heightPx, focus }, frame([shape[0], shape[1]], 'cut'))
    expect(crop.lostBefore).toBeCloseTo(first, 10)
    expect(placeIn(crop)).toBe(place)
  })

  const percent = fc.integer({ min: 0, max: 100 })

  it('never cuts the focus point away', () => {
    fc.assert(
      fc.property(side, side, side, side, percent, percent, (widthPx, heightPx, wide, tall, x, y) => {
        const medium = { widthPx, heightPx, focus: { x, y } }
        const { lost, lostPart, lostBefore } = cropOf(medium, frame([wide, tall], 'cut'))
        const at = (lost === 'ends' ? y : x) / 100
        const slack = 1e-9
        expect(lostBefore).toBeGreaterThanOrEqual(0)
        expect(lostBefore).toBeLessThanOrEqual(lostPart)
        if (lost === 'none') return
        expect(at).toBeGreaterThanOrEqual(lostBefore - slack)
        expect(at).toBeLessThanOrEqual(1 - (lostPart - lostBefore) + slack)
      }),
    )
  })

  const fit = fc.constantFrom('cut' as const, 'cut_taller' as const, 'bars' as const)

  it('loses less than all, and what is cut is cut to the shape that is shown', () => {
    fc.assert(
      fc.property(side, side, side, side, fit, (widthPx, heightPx, wide, tall, kind) => {
        const { lost, lostPart, shape, hasBars } = cropOf({ widthPx, heightPx }, frame([wide, tall], kind))
        expect(lostPart).toBeGreaterThanOrEqual(0)
        expect(lostPart).toBeLessThan(1)
        expect(lost === 'none').toBe(lostPart === 0)
        const left = {
          w: widthPx * (lost === 'sides' ? 1 - lostPart : 1),
          h: heightPx * (lost === 'ends' ? 1 - lostPart : 1),
        }
        if (!hasBars) expect(left.w / left.h / (shape[0] / shape[1])).toBeCloseTo(1, 1)
      }),
    )
  })
})

describe('where a feed folds a text', () => {
  it.each([
    ['Pendek', 10, null],
    ['Tepat sepuluh', 13, null],
    ['Satu dua tiga', 8, 'Satu dua'],
    ['Satu dua tiga', 10, 'Satu dua'],
    ['Satukatapanjang', 6, 'Satuka'],
    ['👨‍👩‍👧 dua tiga', 7, '👨‍👩‍👧'],
  ])('%s after %i', (text, characters, shown) => {
    const end = foldAt(text, characters)
    expect(end === null ? null : text.slice(0, end)).toBe(shown)
  })

  it('shows no more than fits, and what it shows begins the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (text, characters) => {
          const end = foldAt(text, characters)
          if (end === null) expect([...text].length).toBeLessThanOrEqual(characters)
          else expect([...text.slice(0, end)].length).toBeLessThanOrEqual(characters)
        },
      ),
    )
  })
})
