import { plainFileName } from '../../domain/files/limits.ts'
import type { World } from '../infrastructure/world.ts'
import { keepFile, type UploadCall, type UploadedFile } from './keep-file.ts'
import { receiveBytes } from './store-bytes.ts'

/** Keeps bytes that are in memory already; see `keepFile`. */
export async function upload(
  world: World,
  call: UploadCall,
  given: { name: string; bytes: Uint8Array },
): Promise<UploadedFile> {
  const incoming = await receiveBytes(world.filesDir, given.bytes)
  const sizeBytes = given.bytes.byteLength
  try {
    return await keepFile(world, call, incoming, {
      name: plainFileName(given.name),
      sizeBytes,
      uploadId: null,
    })
  } finally {
    await incoming.discard()
  }
}
