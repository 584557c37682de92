import { isWithin } from './check-images.ts'
import type { OwnLimits, PlatformFinding, PlatformVariant, PlatformVideo, VideoLimits } from './platform.ts'
import { figure, type PlatformRules } from './rules.ts'

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
  const limit = figure(limits.videos)
  if (limit === 0) {
    return videos.map(({ position }) => found('video_not_taken', 'blocker', { position }))
  }
  const findings: PlatformFinding[] = []
  if (rules.mediaAreNotMixed && videos.length < variant.media.length) {
    findings.push(found('media_not_mixed', 'blocker', {}))
  }
  if (limit !== null && videos.length > limit) {
    const data = { counted: videos.length, limit, over: videos.length - limit }
    findings.push(found('videos_too_many', limits.videos.severity ?? 'blocker', data))
  }
  const needsCaptions = !rules.alternativeTextIsOwnChoice || ownLimits.requiresAlternativeText !== false
  // Where a platform has no place for them, the words can still go into the text.
  const severity = rules.showsAlternativeText === false ? 'warning' : 'blocker'
  for (const { video, position } of videos) {
    findings.push(...checkFile(limits, video, position))
    if (needsCaptions && !video.hasCaptions && video.transcript.trim() === '') {
      findings.push(found('captions_missing', severity, { position }))
    }
  }
  return findings
}

function checkFile(limits: VideoLimits, video: PlatformVideo, position: number): PlatformFinding[] {
  const findings: PlatformFinding[] = []
  const kinds = figure(limits.videoKinds)
  if (kinds !== null && !kinds.includes(video.mimeType)) {
    const data = { position, mimeType: video.mimeType, kinds }
    findings.push(found('video_kind', limits.videoKinds.severity ?? 'blocker', data))
  }
  const limitBytes = figure(limits.videoBytes)
  if (limitBytes !== null && video.sizeBytes > limitBytes) {
    const data = { position, sizeBytes: video.sizeBytes, limitBytes }
    findings.push(found('video_too_large', limits.videoBytes.severity ?? 'blocker', data))
  }
  const length = figure(limits.videoLength)
  const severity = limits.videoLength.severity ?? 'blocker'
  if (length !== null && video.durationMs > length.most * 1000) {
    const seconds = Math.ceil(video.durationMs / 1000)
    findings.push(found('video_too_long', severity, { position, seconds, limitSeconds: length.most }))
  }
  if (length !== null && video.durationMs < length.least * 1000) {
    const seconds = Math.floor(video.durationMs / 100) / 10
    findings.push(found('video_too_short', severity, { position, seconds, limitSeconds: length.least }))
  }
  const shape = figure(limits.videoShape)
  if (shape !== null && !isWithin(video, shape)) {
    const data = { position, narrowest: shape.narrowest.join(':'), widest: shape.widest.join(':') }
    findings.push(found('video_shape', limits.videoShape.severity ?? 'blocker', data))
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
