import sharp from 'sharp'
import {
  FILE_LIMIT_BYTES,
  FILE_LIMIT_MEGABYTES,
  type ImageKind,
  PASSES_PIXEL_LIMIT,
  PIXEL_LIMIT,
} from '../../domain/files/limits.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { FileFacts } from './read-file.ts'

/**
 * Width and height of an image as it is shown, its turning by the camera heeded. Refuses `file_too_large`,
 * `file_not_image` and `file_too_many_pixels`.
 */
export async function readImage(
  path: string,
  given: { name: string; sizeBytes: number; mimeType: ImageKind },
): Promise<FileFacts> {
  const { name, sizeBytes, mimeType } = given
  if (sizeBytes > FILE_LIMIT_BYTES) refuse('file_too_large', { name, limitMegabytes: FILE_LIMIT_MEGABYTES })
  const { width, height, orientation, isProgressive } = await sharp(path, {
    limitInputPixels: false,
    failOn: 'none',
  })
    .metadata()
    .catch(() => refuse('file_not_image', { name }))
  if (!(width > 0 && height > 0)) refuse('file_not_image', { name })
  const limit = isProgressive ? PASSES_PIXEL_LIMIT : PIXEL_LIMIT
  if (width * height > limit) refuse('file_too_many_pixels', { name, limitMegapixels: limit / 1_000_000 })
  const isTurned = (orientation ?? 1) >= 5
  const size = { widthPx: isTurned ? height : width, heightPx: isTurned ? width : height }
  return { mimeType, ...size, durationMs: null, videoCodec: null, audioCodec: null }
}
