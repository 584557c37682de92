import type { OwnLimits, PlatformFinding, PlatformVariant, PlatformVideo, VideoLimits } from './platform.ts'
import { againstShape, figure, type PlatformRules, part, standing } from './rules.ts'

/**
 * Findings on the videos: whether and how many the platform takes, then each in its order. Wherever a video is shown it
 * needs captions or its words written out. Source: W3C, WCAG 2.2, 1.2.2 Captions.
 */
export function checkVideos(
  rules: PlatformRules,
  variant: PlatformVariant,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  const videos = variant.media.flatMap((medium, index) =>
    medium.kind === 'video' ? [{ video: medium, position: index + 1 }] : [],
  )
  if (videos.length === 0) return []
  const limits = rules.videoFor?.(variant) ?? rules.video
  if (figure(limits.videos) === 0) {
    return videos.map(({ position }) => found('video_not_taken', 'blocker', { position }))
  }
  const findings: PlatformFinding[] = []
  if (rules.mediaAreNotMixed && videos.length < variant.media.length) {
    findings.push(found('media_not_mixed', 'blocker', {}))
  }
  const { limit, severity: countSeverity } = standing(limits.videos, ownLimits.maxVideos)
  if (limit !== null && videos.length > limit) {
    const data = { counted: videos.length, limit, over: videos.length - limit }
    findings.push(found('videos_too_many', countSeverity, data))
  }
  const isAsked = ownLimits.requiresCaptions ?? ownLimits.requiresAlternativeText
  const needsCaptions = !rules.alternativeTextIsOwnChoice || isAsked !== false
  // Where a platform has no place for them, the words can still go into the text, unless the account asks for them.
  const isPlaceless = rules.showsAlternativeText === false && ownLimits.requiresCaptions !== true
  const severity = isPlaceless ? 'warning' : 'blocker'
  for (const { video, position } of videos) {
    findings.push(...checkFile(limits, video, position, ownLimits))
    if (needsCaptions && !video.hasCaptions && video.transcript.trim() === '') {
      findings.push(found('captions_missing', severity, { position }))
    }
  }
  return findings
}

function checkFile(
  limits: VideoLimits,
  video: PlatformVideo,
  position: number,
  ownLimits: OwnLimits,
): PlatformFinding[] {
  const findings: PlatformFinding[] = []
  const kinds = figure(limits.videoKinds)
  if (kinds !== null && !kinds.includes(video.mimeType)) {
    const data = { position, mimeType: video.mimeType, kinds }
    findings.push(found('video_kind', limits.videoKinds.severity ?? 'blocker', data))
  }
  const { limit: limitBytes, severity: bytesSeverity } = standing(limits.videoBytes, ownLimits.maxVideoBytes)
  if (limitBytes !== null && video.sizeBytes > limitBytes) {
    const data = { position, sizeBytes: video.sizeBytes, limitBytes }
    findings.push(found('video_too_large', bytesSeverity, data))
  }
  const most = standing(
    part(limits.videoLength, (length) => length.most),
    ownLimits.maxVideoSeconds,
  )
  if (most.limit !== null && video.durationMs > most.limit * 1000) {
    const seconds = Math.ceil(video.durationMs / 1000)
    findings.push(found('video_too_long', most.severity, { position, seconds, limitSeconds: most.limit }))
  }
  const least = standing(
    part(limits.videoLength, (length) => length.least),
    ownLimits.minVideoSeconds,
  )
  if (least.limit !== null && video.durationMs < least.limit * 1000) {
    const seconds = Math.floor(video.durationMs / 100) / 10
    findings.push(found('video_too_short', least.severity, { position, seconds, limitSeconds: least.limit }))
  }
  const own = { narrowest: ownLimits.narrowestVideo, widest: ownLimits.widestVideo }
  const against = againstShape(video, limits.videoShape, own)
  if (against !== null) {
    const { severity, ...range } = against
    findings.push(found('video_shape', severity, { position, ...range }))
  }
  return findings
}

type FindingOf<Code extends PlatformFinding['code']> = Extract<PlatformFinding, { code: Code }>

function found<Code extends PlatformFinding['code']>(
  code: Code,
  severity: 'blocker' | 'warning',
  data: FindingOf<Code>['data'],
): PlatformFinding {
  return { code, severity, field: 'media', data } as FindingOf<Code>
}
