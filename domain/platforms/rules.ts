import type { Limit, PlatformFacts, PlatformLimits, PlatformVariant } from './platform.ts'

/** What a platform file says; everything else follows from it. */
export type PlatformRules = {
  facts: PlatformFacts
  limits: PlatformLimits
  /** Where one platform takes several kinds of post: the limits of the kind this variant is. */
  limitsFor?: (variant: PlatformVariant) => PlatformLimits
  lengthOf: (text: string) => number
  headlineLengthOf: (headline: string) => number
  alternativeTextLengthOf: (alternativeText: string) => number
  /** How many links of the text it counts at a fixed length. */
  linksCountedIn?: (text: string) => number
  /** The most an account's own limit may raise the text's to. */
  highestOwnText?: number
  needsImage?: boolean
  /** False: words cannot go there without an image, but an image can go without words. */
  needsText?: boolean
  /** *Other* alone leaves it to the account whether images need alternative text. */
  alternativeTextIsOwnChoice?: boolean
  /** Signs refused in the words of this variant, as shown to people. */
  refusedSignsFor?: (variant: PlatformVariant) => readonly string[]
}

/** The figure of a limit, or null where nothing is checked. */
export function figure<Value>(limit: Limit<Value>): Value | null {
  return limit.value === 'not_known' || limit.value === 'not_applicable' ? null : (limit.value as Value)
}

/** The stricter of a platform's figure and the account's own; null where neither is set. */
export function stricter(figureOfPlatform: number | null, own: number | null | undefined): number | null {
  if (own === null || own === undefined) return figureOfPlatform
  return figureOfPlatform === null ? own : Math.min(figureOfPlatform, own)
}
