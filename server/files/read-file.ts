import { readFile as readBytes } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { readCaptions } from '../../domain/files/captions.ts'
import {
  CAPTIONS_LIMIT_BYTES,
  CAPTIONS_LIMIT_MEGABYTES,
  type FileKind,
  imageKinds,
  PIXEL_LIMIT,
  videoKinds,
} from '../../domain/files/limits.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { readImage } from './read-image.ts'
import { readVideoApart } from './read-video-apart.ts'

/** What a file is; width and height are 0 for captions, the length and the codecs are a video's. */
export type FileFacts = {
  mimeType: FileKind
  widthPx: number
  heightPx: number
  durationMs: number | null
  videoCodec: string | null
  audioCodec: string | null
}

/**
 * What an uploaded file is, read from its bytes: JPEG, PNG or WebP; MP4 or WebM; WebVTT or SubRip. The declared type
 * counts for nothing, and the name only tells which fault to name. Refuses `file_empty`, `file_not_media`,
 * `file_too_large`, `file_too_many_pixels`, `file_not_image`, `video_unreadable` and `captions_unreadable`.
 */
export async function readFile(path: string, name: string, sizeBytes: number): Promise<FileFacts> {
  if (sizeBytes === 0) refuse('file_empty', { name })
  const found = (await fileTypeFromFile(path))?.mime
  const image = imageKinds.find((kind) => kind === found)
  if (image !== undefined) return readImage(path, { name, sizeBytes, mimeType: image })
  const video = videoKinds.find((kind) => kind === found)
  if (video !== undefined) {
    const facts = (await readVideoApart(path)) ?? refuse('video_unreadable', { name })
    if (facts.widthPx * facts.heightPx > PIXEL_LIMIT) {
      refuse('file_too_many_pixels', { name, limitMegapixels: PIXEL_LIMIT / 1_000_000 })
    }
    return { mimeType: video, ...facts }
  }
  const isNamedCaptions = /\.(vtt|srt)$/i.test(name)
  if (found !== undefined && !isNamedCaptions) refuse('file_not_media', { name })
  if (isNamedCaptions && sizeBytes > CAPTIONS_LIMIT_BYTES) {
    refuse('file_too_large', { name, limitMegabytes: CAPTIONS_LIMIT_MEGABYTES })
  }
  if (sizeBytes > CAPTIONS_LIMIT_BYTES) refuse('file_not_media', { name })
  const text = textOf(await readBytes(path))
  const captions = text === null ? ({ kind: null, fault: 'not_text', line: 1 } as const) : readCaptions(text)
  if (captions.kind !== null) {
    return { ...noPicture, mimeType: captions.kind }
  }
  if (!isNamedCaptions) refuse('file_not_media', { name })
  return refuse('captions_unreadable', { name, line: captions.line, why: captions.fault })
}

const noPicture = { widthPx: 0, heightPx: 0, durationMs: null, videoCodec: null, audioCodec: null }

/** UTF-8, or UTF-16 where the file says so in its first two bytes; null for anything else. */
export function textOf(bytes: Uint8Array): string | null {
  const mark = `${bytes[0]} ${bytes[1]}`
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
