import { fileUse } from '../files/limits.ts'
import type { PlatformImage, PlatformVideo } from './platform.ts'

/** What is known of a file in use as media; `durationMs` is a video's. */
export type MediumFacts = {
  mimeType: string
  sizeBytes: number
  widthPx: number
  heightPx: number
  durationMs: number | null
  alternativeText: string
  captionsFileId: string | null
  transcript: string
}

/** A file as the platforms' rules judge it. */
export function platformMedium(facts: MediumFacts): PlatformImage | PlatformVideo {
  const { widthPx, heightPx, sizeBytes, mimeType, alternativeText } = facts
  const both = { widthPx, heightPx, sizeBytes, mimeType, alternativeText }
  if (fileUse(mimeType) !== 'video') return { kind: 'image', ...both }
  const { durationMs, captionsFileId, transcript } = facts
  return {
    kind: 'video',
    ...both,
    durationMs: durationMs ?? 0,
    hasCaptions: captionsFileId !== null,
    transcript,
  }
}
