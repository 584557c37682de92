import { checkImages } from './check-images.ts'
import { checkHeadline, checkLink, checkText } from './check-words.ts'
import { textWithLink } from './link.ts'
import type { OwnLimits, Platform, PlatformFinding, PlatformVariant, TextCount } from './platform.ts'
import { figure, type PlatformRules, stricter } from './rules.ts'

/** A platform from its rules. */
export function buildPlatform(rules: PlatformRules): Platform {
  const limitsFor = rules.limitsFor ?? (() => rules.limits)

  function textToPaste(variant: PlatformVariant): string {
    return rules.facts.linkIsOwnField ? variant.text : textWithLink(variant.text, variant.link)
  }

  function countText(variant: PlatformVariant, ownLimits: OwnLimits = {}): TextCount {
    const text = textToPaste(variant)
    const published = figure(limitsFor(variant).text)
    return {
      counted: rules.lengthOf(text),
      limit: stricter(
        ownLimits.maxCharacters ? (rules.highestOwnText ?? published) : published,
        ownLimits.maxCharacters,
      ),
      linkCount: rules.linksCountedIn?.(text) ?? 0,
    }
  }

  function check(variant: PlatformVariant, ownLimits: OwnLimits = {}): PlatformFinding[] {
    const limits = limitsFor(variant)
    return [
      ...checkHeadline(rules, limits, variant, ownLimits),
      ...checkText(rules, limits, variant, textToPaste(variant), countText(variant, ownLimits)),
      ...checkLink(rules, variant),
      ...checkImages(rules, limits, variant, ownLimits),
    ]
  }

  return { ...rules.facts, limits: rules.limits, lengthOf: rules.lengthOf, textToPaste, countText, check }
}
