import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { PIXEL_LIMIT } from '../../domain/files/limits.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { pathOf } from './store-bytes.ts'

const LONGEST_PX = 320

/** Where the small picture of an image lies; it is made anew whenever it is gone. */
export function thumbnailPath(filesDir: string, sha256: string): string {
  return join(filesDir, 'thumbnails', `${sha256}.webp`)
}

/** One after the other: an image unfolds to many times its size while it is drawn. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Draws an image small, at most 320 pixels each way, turned as the camera says and without what the camera wrote into it.
 * False where the image cannot be decoded.
 */
export function makeThumbnail(filesDir: string, sha256: string, imagePath: string): Promise<boolean> {
  const drawn = last.then(() => draw(filesDir, sha256, imagePath))
  last = drawn.catch(() => undefined)
  return drawn
}

async function draw(filesDir: string, sha256: string, imagePath: string): Promise<boolean> {
  const target = thumbnailPath(filesDir, sha256)
  await mkdir(dirname(target), { recursive: true })
  const draft = `${target}.${randomUUID()}`
  try {
    await sharp(imagePath, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_PX, height: LONGEST_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(draft)
  } catch (error) {
    await rm(draft, { force: true })
    if (error instanceof Error && 'code' in error) throw error
    return false
  }
  await rename(draft, target)
  return true
}

/** The small picture of a kept image, drawn now where it is not there; `not_found` where it cannot be. */
export async function openThumbnail(filesDir: string, sha256: string): Promise<Buffer> {
  const path = thumbnailPath(filesDir, sha256)
  try {
    return await readFile(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const isDrawn = await makeThumbnail(filesDir, sha256, pathOf(filesDir, sha256))
    return isDrawn ? readFile(path) : refuseMissing()
  }
}
