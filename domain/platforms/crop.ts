import type { Frame } from './platform.ts'

/** How a medium stands in a frame: the shape it is shown in, and what is lost, from 0 to 1, of its width or height. */
export type Crop = {
  shape: readonly [number, number]
  lost: 'none' | 'sides' | 'ends'
  lostPart: number
  /** Whether bars fill what it leaves of the frame. */
  hasBars: boolean
}

/** A hundredth of difference is one of rounding. */
const ALIKE = 0.01

/**
 * What a platform shows of an image or a video in one of its frames. Cut alike on both sides of the middle, or, where
 * the frame only limits the height, left as it is unless it is taller.
 */
export function cropOf(medium: { widthPx: number; heightPx: number }, frame: Frame): Crop {
  const own = medium.widthPx / medium.heightPx
  const wanted = frame.shape[0] / frame.shape[1]
  const isAlike = Math.abs(own / wanted - 1) <= ALIKE
  const whole = { lost: 'none', lostPart: 0, hasBars: false } as const
  if (isAlike) return { shape: frame.shape, ...whole }
  if (frame.fit === 'bars') return { shape: frame.shape, ...whole, hasBars: true }
  if (own > wanted) {
    if (frame.fit === 'cut_taller') return { shape: [medium.widthPx, medium.heightPx], ...whole }
    return { shape: frame.shape, lost: 'sides', lostPart: 1 - wanted / own, hasBars: false }
  }
  return { shape: frame.shape, lost: 'ends', lostPart: 1 - own / wanted, hasBars: false }
}
