import { countHashtags } from './hashtags.ts'
import { isPostableLink } from './link.ts'
import type { OwnLimits, PlatformFinding, PlatformLimits, PlatformVariant, TextCount } from './platform.ts'
import { figure, type PlatformRules, stricter } from './rules.ts'

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
  const limit = stricter(figure(limits.headline), ownLimits.maxHeadlineCharacters)
  if (limit !== null && counted > limit) {
    findings.push({
      code: 'headline_too_long',
      severity: limits.headline.severity ?? 'blocker',
      field: 'headline',
      data: { counted, limit, over: counted - limit },
    })
  }
  return findings
}

/** Findings on the text as it will be pasted. */
export function checkText(
  rules: PlatformRules,
  limits: PlatformLimits,
  variant: PlatformVariant,
  text: string,
  count: TextCount,
): PlatformFinding[] {
  if (text.trim() === '') return emptyText(rules, variant)
  const findings: PlatformFinding[] = refusedSigns(rules, variant, text, 'text')
  const { counted, limit, linkCount } = count
  if (limit !== null && counted > limit) {
    findings.push({
      code: 'text_too_long',
      severity: limit === figure(limits.text) ? (limits.text.severity ?? 'blocker') : 'blocker',
      field: 'text',
      data: { counted, limit, over: counted - limit, linkCount },
    })
  }
  const hashtags = countHashtags(text)
  const hashtagLimit = figure(limits.hashtags)
  if (hashtagLimit !== null && hashtags > hashtagLimit) {
    findings.push({
      code: 'hashtags_too_many',
      severity: limits.hashtags.severity ?? 'blocker',
      field: 'text',
      data: { counted: hashtags, limit: hashtagLimit, over: hashtags - hashtagLimit },
    })
  }
  return findings
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
