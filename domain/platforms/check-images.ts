import type {
  ImageShape,
  OwnLimits,
  PlatformFinding,
  PlatformImage,
  PlatformLimits,
  PlatformVariant,
} from './platform.ts'
import { figure, type PlatformRules, standing } from './rules.ts'

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
  const shape = figure(limits.imageShape)
  if (shape !== null && !isWithin(image, shape)) {
    findings.push({
      code: 'media_shape',
      severity: limits.imageShape.severity ?? 'blocker',
      field: 'media',
      data: { position, narrowest: shape.narrowest.join(':'), widest: shape.widest.join(':') },
    })
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

/** One pixel of rounding is forgiven: 1080 x 565 is what 1.91:1 comes to. */
export function isWithin(
  medium: { widthPx: number; heightPx: number },
  { narrowest, widest }: ImageShape,
): boolean {
  const isWideEnough = (medium.widthPx + 1) * narrowest[1] >= medium.heightPx * narrowest[0]
  const isTallEnough = medium.widthPx * widest[1] <= (medium.heightPx + 1) * widest[0]
  return isWideEnough && isTallEnough
}
