import { checkImages } from './check-images.ts'
import { checkVideos } from './check-videos.ts'
import { checkHeadline, checkLink, checkText } from './check-words.ts'
import { textWithLink } from './link.ts'
import type { OwnLimits, Platform, PlatformFinding, PlatformVariant, TextCount } from './platform.ts'
import { type PlatformRules, type Standing, standing } from './rules.ts'

/** A platform from its rules. */
export function buildPlatform(rules: PlatformRules): Platform {
  const limitsFor = rules.limitsFor ?? (() => rules.limits)

  function textToPaste(variant: PlatformVariant): string {
    return rules.facts.linkIsOwnField ? variant.text : textWithLink(variant.text, variant.link)
  }

  /** The length that holds for this variant: a text beside media may have another than a text alone. */
  function lengthFor(variant: PlatformVariant, ownLimits: OwnLimits): Standing {
    const limits = limitsFor(variant)
    return limits.caption !== undefined && variant.media.length > 0
      ? standing(limits.caption, ownLimits.maxCaptionCharacters)
      : standing(limits.text, ownLimits.maxCharacters)
  }

  function read(variant: PlatformVariant, ownLimits: OwnLimits) {
    const text = textToPaste(variant)
    const limits = limitsFor(variant)
    const hashtags = rules.hashtags(text)
    const mentions = rules.mentions(text)
    const { limit, severity } = lengthFor(variant, ownLimits)
    const count: TextCount = {
      counted: rules.lengthOf(text),
      limit,
      linkCount: rules.linksCountedIn?.(text) ?? 0,
      hashtags: {
        counted: hashtags.found.length,
        limit: standing(limits.hashtags, ownLimits.maxHashtags).limit,
      },
      mentions: {
        counted: mentions.found.length,
        limit: standing(limits.mentions, ownLimits.maxMentions).limit,
      },
    }
    return {
      text,
      count,
      measure: { limits, ownLimits, count, lengthSeverity: severity, hashtags, mentions },
    }
  }

  function countText(variant: PlatformVariant, ownLimits: OwnLimits = {}): TextCount {
    return read(variant, ownLimits).count
  }

  function check(variant: PlatformVariant, ownLimits: OwnLimits = {}): PlatformFinding[] {
    const { text, measure } = read(variant, ownLimits)
    return [
      ...checkHeadline(rules, measure.limits, variant, ownLimits),
      ...checkText(rules, variant, text, measure),
      ...checkLink(rules, variant),
      ...checkImages(rules, measure.limits, variant, ownLimits),
      ...checkVideos(rules, variant, ownLimits),
    ]
  }

  return {
    ...rules.facts,
    limits: rules.limits,
    videoLimits: rules.video,
    videoIsApart: rules.videoIsApart === true,
    frames: rules.frames ?? [],
    several: rules.several ?? null,
    foldsAfter: rules.foldsAfter ?? null,
    lengthOf: rules.lengthOf,
    textToPaste,
    countText,
    check,
  }
}
