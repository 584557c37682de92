import type {
  Frame,
  ImageShape,
  Limit,
  PlatformFacts,
  PlatformLimits,
  PlatformVariant,
  Several,
  VideoLimits,
} from './platform.ts'
import { type Ratio, ratioOf, ratioWritten } from './ratio.ts'
import type { TagReader } from './tags.ts'

/** What a platform file says; everything else follows from it. */
export type PlatformRules = {
  facts: PlatformFacts
  limits: PlatformLimits
  /** Where one platform takes several kinds of post: the limits of the kind this variant is. */
  limitsFor?: (variant: PlatformVariant) => PlatformLimits
  video: VideoLimits
  /** Where one platform takes several kinds of post: what of videos goes into the kind this variant is. */
  videoFor?: (variant: PlatformVariant) => VideoLimits
  /** Videos are counted and shown apart from images: an image is the thumbnail. */
  videoIsApart?: boolean
  /** Images and a video do not go into one post. */
  mediaAreNotMixed?: boolean
  frames?: readonly Frame[]
  several?: Several
  foldsAfter?: Limit<number>
  lengthOf: (text: string) => number
  headlineLengthOf: (headline: string) => number
  alternativeTextLengthOf: (alternativeText: string) => number
  /** How many links of the text it counts at a fixed length. */
  linksCountedIn?: (text: string) => number
  hashtags: TagReader
  mentions: TagReader
  /** A name becomes a mention only when it is picked from the platform's list. */
  mentionsArePicked?: boolean
  needsImage?: boolean
  /** False: words cannot go there without an image, but an image can go without words. */
  needsText?: boolean
  /** False: an image has no alternative text there, so none is asked for. */
  showsAlternativeText?: boolean
  /** *Other* alone leaves it to the account whether images need alternative text. */
  alternativeTextIsOwnChoice?: boolean
  /** Signs refused in the words of this variant, as shown to people. */
  refusedSignsFor?: (variant: PlatformVariant) => readonly string[]
}

/** The figure of a limit, or null where nothing is checked. */
export function figure<Value>(limit: Limit<Value>): Value | null {
  return limit.value === 'not_known' || limit.value === 'not_applicable' ? null : (limit.value as Value)
}

/** One figure of a limit that has several, with the same source. */
export function part<Whole, Part>(limit: Limit<Whole>, of: (whole: Whole) => Part): Limit<Part> {
  if (limit.value === 'not_known' || limit.value === 'not_applicable') return limit as Limit<never>
  return { ...limit, value: of(limit.value as Whole) }
}

/** What holds for an account: its own figure in place of the platform's, and then it always blocks. */
export type Standing = { limit: number | null; severity: 'blocker' | 'warning' }

/** The account's own figure where it has one, else the platform's. */
export function standing(limit: Limit<number> | undefined, own: number | null | undefined): Standing {
  if (own !== null && own !== undefined) return { limit: own, severity: 'blocker' }
  if (limit === undefined) return { limit: null, severity: 'blocker' }
  return { limit: figure(limit), severity: limit.severity ?? 'blocker' }
}

/** An end of a range of shapes: as `standing`, for one shape. */
type ShapeStanding = { ratio: Ratio | null; severity: 'blocker' | 'warning' }

function shapeEnd(
  limit: Limit<ImageShape>,
  end: keyof ImageShape,
  own: string | null | undefined,
): ShapeStanding {
  const ownRatio = own ? ratioOf(own) : null
  if (ownRatio !== null) return { ratio: ownRatio, severity: 'blocker' }
  return { ratio: figure(limit)?.[end] ?? null, severity: limit.severity ?? 'blocker' }
}

/**
 * What is against the shape of a medium: null where nothing is, else the range as it is shown, with null at an end
 * where there is none. Each end is the account's own where it has one. One pixel of rounding is forgiven: 1080 x 565 is
 * what 1.91:1 comes to.
 */
export function againstShape(
  medium: { widthPx: number; heightPx: number },
  limit: Limit<ImageShape>,
  own: { narrowest: string | null | undefined; widest: string | null | undefined },
): { severity: 'blocker' | 'warning'; narrowest: string | null; widest: string | null } | null {
  const narrowest = shapeEnd(limit, 'narrowest', own.narrowest)
  const widest = shapeEnd(limit, 'widest', own.widest)
  const broken = [
    ...(narrowest.ratio !== null && isNarrower(medium, narrowest.ratio) ? [narrowest] : []),
    ...(widest.ratio !== null && isWider(medium, widest.ratio) ? [widest] : []),
  ]
  if (broken.length === 0) return null
  return {
    severity: broken.some((end) => end.severity === 'blocker') ? 'blocker' : 'warning',
    narrowest: narrowest.ratio && ratioWritten(narrowest.ratio),
    widest: widest.ratio && ratioWritten(widest.ratio),
  }
}

const isNarrower = (medium: { widthPx: number; heightPx: number }, [width, height]: Ratio) =>
  (medium.widthPx + 1) * height < medium.heightPx * width

const isWider = (medium: { widthPx: number; heightPx: number }, [width, height]: Ratio) =>
  medium.widthPx * height > (medium.heightPx + 1) * width
