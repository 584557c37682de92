import type { Frame } from './platform.ts'

/** The point of a picture that must stay in view, in whole percent from the left and from the top. */
export type FocusPoint = { x: number; y: number }

export const MIDDLE: FocusPoint = { x: 50, y: 50 }

type Shown = { widthPx: number; heightPx: number; focus?: FocusPoint | null }

/** How a medium stands in a frame: the shape it is shown in, and what is lost, from 0 to 1, of its width or height. */
export type Crop = {
  shape: readonly [number, number]
  lost: 'none' | 'sides' | 'ends'
  lostPart: number
  /** What of it is lost at the left or at the top; the rest is lost at the other side. */
  lostBefore: number
  /** Whether bars fill what it leaves of the frame. */
  hasBars: boolean
}

/** A hundredth of difference is one of rounding. */
const ALIKE = 0.01

/**
 * What a platform shows of an image or a video in one of its frames: cut so that its focus point comes as near to the
 * middle as it can, or, where the frame only limits the height, left as it is unless it is taller.
 */
export function cropOf(medium: Shown, frame: Pick<Frame, 'shape' | 'fit'>): Crop {
  const own = medium.widthPx / medium.heightPx
  const wanted = frame.shape[0] / frame.shape[1]
  const isAlike = Math.abs(own / wanted - 1) <= ALIKE
  const whole = { lost: 'none', lostPart: 0, lostBefore: 0, hasBars: false } as const
  if (isAlike) return { shape: frame.shape, ...whole }
  if (frame.fit === 'bars') return { shape: frame.shape, ...whole, hasBars: true }
  const { x, y } = medium.focus ?? MIDDLE
  if (own > wanted) {
    if (frame.fit === 'cut_taller') return { shape: [medium.widthPx, medium.heightPx], ...whole }
    const lostPart = 1 - wanted / own
    return { shape: frame.shape, lost: 'sides', lostPart, lostBefore: before(lostPart, x), hasBars: false }
  }
  const lostPart = 1 - own / wanted
  return { shape: frame.shape, lost: 'ends', lostPart, lostBefore: before(lostPart, y), hasBars: false }
}

/** What is cut off before the part that is shown, so that the point at `percent` stands in its middle where it can. */
function before(lostPart: number, percent: number): number {
  return Math.min(lostPart, Math.max(0, percent / 100 - (1 - lostPart) / 2))
}

/** The same as a place in CSS, for a picture that covers the frame. */
export function placeIn({ lost, lostPart, lostBefore }: Crop): string {
  const along = lostPart === 0 ? 50 : Math.round((lostBefore / lostPart) * 1000) / 10
  if (lost === 'sides') return `${along}% 50%`
  return lost === 'ends' ? `50% ${along}%` : '50% 50%'
}
