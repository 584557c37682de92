import type {
  OwnLimits,
  PlatformFinding,
  PlatformImage,
  PlatformLimits,
  PlatformVariant,
} from './platform.ts'
import { againstShape, figure, type PlatformRules, standing } from './rules.ts'

/** Findings on the media: their number, then each image in its order. */
export function checkImages(
  rules: PlatformRules,
  limits: PlatformLimits,
  variant: PlatformVariant,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  const findings: PlatformFinding[] = []
  const images = variant.media.filter((medium) => medium.kind === 'image')
  const counted = rules.videoIsApart ? images.length : variant.media.length
  const { limit, severity } = standing(limits.images, ownLimits.maxMedia)
  if (variant.media.length === 0 && (rules.needsImage === true || ownLimits.requiresMedia === true)) {
    findings.push({ code: 'media_missing', severity: 'blocker', field: 'media', data: {} })
  }
  if (limit !== null && counted > limit) {
    findings.push({
      code: 'media_too_many',
      severity,
      field: 'media',
      data: { counted, limit, over: counted - limit },
    })
  }
  const isAsked = ownLimits.requiresAlternativeText ?? rules.showsAlternativeText !== false
  const needsAlternativeText =
    isAsked || (rules.showsAlternativeText !== false && rules.alternativeTextIsOwnChoice !== true)
  for (const [index, image] of variant.media.entries()) {
    if (image.kind !== 'image') continue
    findings.push(...checkFile(limits, image, index + 1, ownLimits))
    findings.push(...checkAlternativeText(rules, limits, image, index + 1, needsAlternativeText, ownLimits))
  }
  return findings
}

function checkFile(
  limits: PlatformLimits,
  image: PlatformImage,
  position: number,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  const findings: PlatformFinding[] = []
  const kinds = figure(limits.imageKinds)
  if (kinds !== null && !kinds.includes(image.mimeType)) {
    findings.push({
      code: 'media_kind',
      severity: limits.imageKinds.severity ?? 'blocker',
      field: 'media',
      data: { position, mimeType: image.mimeType, kinds },
    })
  }
  const { limit: limitBytes, severity } = standing(limits.imageBytes, ownLimits.maxImageBytes)
  if (limitBytes !== null && image.sizeBytes > limitBytes) {
    findings.push({
      code: 'media_too_large',
      severity,
      field: 'media',
      data: { position, sizeBytes: image.sizeBytes, limitBytes },
    })
  }
  const own = { narrowest: ownLimits.narrowestImage, widest: ownLimits.widestImage }
  const against = againstShape(image, limits.imageShape, own)
  if (against !== null) {
    const { severity, ...range } = against
    findings.push({ code: 'media_shape', severity, field: 'media', data: { position, ...range } })
  }
  return findings
}

function checkAlternativeText(
  rules: PlatformRules,
  limits: PlatformLimits,
  image: PlatformImage,
  position: number,
  isNeeded: boolean,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  if (image.alternativeText.trim() === '') {
    if (!isNeeded) return []
    return [{ code: 'alternative_text_missing', severity: 'blocker', field: 'media', data: { position } }]
  }
  const counted = rules.alternativeTextLengthOf(image.alternativeText)
  const { limit, severity } = standing(limits.alternativeText, ownLimits.maxAlternativeTextCharacters)
  if (limit === null || counted <= limit) return []
  return [
    {
      code: 'alternative_text_too_long',
      severity,
      field: 'media',
      data: { position, counted, limit, over: counted - limit },
    },
  ]
}
