import { isPostableLink, linksOf } from './link.ts'
import type { OwnLimits, PlatformFinding, PlatformLimits, PlatformVariant, TextCount } from './platform.ts'
import { type PlatformRules, type Standing, standing } from './rules.ts'
import type { TagsRead } from './tags.ts'

/** Findings on the headline: missing, too long, with signs it may not hold, or given where none is shown. */
export function checkHeadline(
  rules: PlatformRules,
  limits: PlatformLimits,
  variant: PlatformVariant,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  const headline = variant.headline ?? ''
  if (headline.trim() === '') {
    if (rules.facts.headline !== 'required') return []
    return [{ code: 'headline_missing', severity: 'blocker', field: 'headline', data: {} }]
  }
  if (rules.facts.headline === 'none') {
    return [{ code: 'headline_not_shown', severity: 'warning', field: 'headline', data: {} }]
  }
  const findings: PlatformFinding[] = refusedSigns(rules, variant, headline, 'headline')
  const counted = rules.headlineLengthOf(headline)
  const { limit, severity } = standing(limits.headline, ownLimits.maxHeadlineCharacters)
  if (limit !== null && counted > limit) {
    findings.push({
      code: 'headline_too_long',
      severity,
      field: 'headline',
      data: { counted, limit, over: counted - limit },
    })
  }
  return findings
}

/** What one text is measured by: its platform's limits, the account's own, and what it was counted against. */
export type TextMeasure = {
  limits: PlatformLimits
  ownLimits: OwnLimits
  count: TextCount
  lengthSeverity: Standing['severity']
  hashtags: TagsRead
  mentions: TagsRead
}

/** Findings on the text as it will be pasted. */
export function checkText(
  rules: PlatformRules,
  variant: PlatformVariant,
  text: string,
  { limits, ownLimits, count, lengthSeverity, hashtags, mentions }: TextMeasure,
): PlatformFinding[] {
  if (text.trim() === '') return emptyText(rules, variant)
  const findings: PlatformFinding[] = refusedSigns(rules, variant, text, 'text')
  const { counted, limit, linkCount } = count
  if (limit !== null && counted > limit) {
    findings.push({
      code: 'text_too_long',
      severity: lengthSeverity,
      field: 'text',
      data: { counted, limit, over: counted - limit, linkCount },
    })
  }
  const links = new Set(linksOf(text)).size
  const found = [
    ['links_too_many', links, standing(limits.links, ownLimits.maxLinks)],
    ['hashtags_too_many', hashtags.found.length, standing(limits.hashtags, ownLimits.maxHashtags)],
    ['mentions_too_many', mentions.found.length, standing(limits.mentions, ownLimits.maxMentions)],
  ] as const
  for (const [code, counted, { limit, severity }] of found) {
    if (limit === null || counted <= limit) continue
    findings.push({ code, severity, field: 'text', data: { counted, limit, over: counted - limit } })
  }
  return [...findings, ...misreadTags(rules, hashtags, mentions)]
}

/** Of a text full of them the first few say it. */
const MOST_MISREAD = 5

function misreadTags(rules: PlatformRules, hashtags: TagsRead, mentions: TagsRead): PlatformFinding[] {
  const common = { severity: 'warning', field: 'text' } as const
  const misread = (tags: TagsRead) =>
    [...new Map(tags.misread.map((tag) => [tag.written, tag])).values()].slice(0, MOST_MISREAD)
  return [
    ...misread(hashtags).map(
      ({ written, read }): PlatformFinding =>
        read === null
          ? { ...common, code: 'hashtag_ignored', data: { written } }
          : { ...common, code: 'hashtag_cut', data: { written, read } },
    ),
    ...misread(mentions).map(
      ({ written, read }): PlatformFinding =>
        read !== null
          ? { ...common, code: 'mention_cut', data: { written, read } }
          : {
              ...common,
              code: rules.mentionsArePicked ? 'mention_to_pick' : 'mention_ignored',
              data: { written },
            },
    ),
  ]
}

/** Findings on the link: not an address, or one that readers there cannot follow. */
export function checkLink(rules: PlatformRules, variant: PlatformVariant): PlatformFinding[] {
  if (variant.link === null || variant.link === '') return []
  if (!isPostableLink(variant.link)) {
    return [{ code: 'link_invalid', severity: 'blocker', field: 'link', data: {} }]
  }
  if (rules.facts.linksAreClickable) return []
  return [{ code: 'link_not_clickable', severity: 'warning', field: 'link', data: {} }]
}

function emptyText(rules: PlatformRules, variant: PlatformVariant): PlatformFinding[] {
  // Where an image is needed anyway, its absence is the one thing to say.
  const imageWouldDo = rules.needsText !== true
  if (imageWouldDo && (variant.media.length > 0 || rules.needsImage === true)) return []
  return [{ code: 'text_empty', severity: 'blocker', field: 'text', data: { imageWouldDo } }]
}

function refusedSigns(
  rules: PlatformRules,
  variant: PlatformVariant,
  words: string,
  field: 'text' | 'headline',
): PlatformFinding[] {
  const found = (rules.refusedSignsFor?.(variant) ?? []).filter((sign) => words.includes(sign))
  if (found.length === 0) return []
  return [{ code: 'characters_refused', severity: 'blocker', field, data: { characters: found.join(' ') } }]
}
