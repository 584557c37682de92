import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes of a digest lie under a world's folder of files. */
export function pathOf(filesDir: string, sha256: string): string {
  return join(filesDir, sha256.slice(0, 2), sha256)
}

const incomingDir = (filesDir: string) => join(filesDir, 'incoming')

export type IncomingFile = { sha256: string; place(): void; discard(): Promise<void> }

/**
 * Writes bytes to the disk under a name of their own, safe against a loss of power, and gives their digest. `place` moves
 * them to where the digest names them, at once and without waiting, so that it can be called inside the transaction that
 * writes the row; `discard` is owed afterwards in every case.
 */
export async function receiveBytes(filesDir: string, bytes: Uint8Array): Promise<IncomingFile> {
  const folder = incomingDir(filesDir)
  await mkdir(folder, { recursive: true })
  const incoming = join(folder, randomUUID())
  const file = await open(incoming, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    sha256,
    place() {
      const target = pathOf(filesDir, sha256)
      if (existsSync(target)) return
      mkdirSync(dirname(target), { recursive: true })
      renameSync(incoming, target)
      syncFolder(dirname(target))
      syncFolder(filesDir)
    },
    discard: () => rm(incoming, { force: true }),
  }
}

/** Takes bytes away for good. The caller holds their digest's lock and saw that no row names them. */
export function removeBytes(filesDir: string, sha256: string): void {
  rmSync(pathOf(filesDir, sha256), { force: true })
}

/** A renamed file survives a loss of power only once its folder was written too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
