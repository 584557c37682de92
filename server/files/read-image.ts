import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import {
  FILE_LIMIT_BYTES,
  FILE_LIMIT_MEGABYTES,
  type ImageKind,
  imageKinds,
  PIXEL_LIMIT,
} from '../../domain/files/limits.ts'
import { refuse } from '../infrastructure/refuse.ts'

export type ImageFacts = { mimeType: ImageKind; widthPx: number; heightPx: number }

/**
 * What an uploaded file is, read from its bytes alone: name and declared type count for nothing. Takes JPEG, PNG and
 * WebP; refuses `file_empty`, `file_too_large`, `file_not_image` and `file_too_many_pixels`. Width and height are as the
 * picture is shown, its turning by the camera heeded.
 */
export async function readImage(bytes: Uint8Array, name: string): Promise<ImageFacts> {
  if (bytes.byteLength === 0) refuse('file_empty', { name })
  if (bytes.byteLength > FILE_LIMIT_BYTES) {
    refuse('file_too_large', { name, limitMegabytes: FILE_LIMIT_MEGABYTES })
  }
  const kind = await fileTypeFromBuffer(bytes)
  const mimeType = imageKinds.find((known) => known === kind?.mime)
  if (mimeType === undefined) return refuse('file_not_image', { name })
  const { width, height, orientation } = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch(() => refuse('file_not_image', { name }))
  if (!(width > 0 && height > 0)) refuse('file_not_image', { name })
  if (width * height > PIXEL_LIMIT) {
    refuse('file_too_many_pixels', { name, limitMegapixels: PIXEL_LIMIT / 1_000_000 })
  }
  const isTurned = (orientation ?? 1) >= 5
  return { mimeType, widthPx: isTurned ? height : width, heightPx: isTurned ? width : height }
}
