import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes of a digest lie under a world's folder of files. */
export function pathOf(filesDir: string, sha256: string): string {
  return join(filesDir, sha256.slice(0, 2), sha256)
}

const incomingDir = (filesDir: string) => join(filesDir, 'incoming')

export type IncomingFile = { path: string; sha256: string; place(): void; discard(): Promise<void> }

/**
 * Writes bytes to the disk under a name of their own, safe against a loss of power, and gives their digest. `place` moves
 * them to where the digest names them, at once and without waiting, so that it can be called inside the transaction that
 * writes the row; `discard` is owed once nobody tries again.
 */
export async function receiveBytes(filesDir: string, bytes: Uint8Array): Promise<IncomingFile> {
  const folder = incomingDir(filesDir)
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return incomingAt(filesDir, path, createHash('sha256').update(bytes).digest('hex'))
}

/** The same for bytes that lie on the disk already: `path` is theirs until they are placed or discarded. */
export async function receiveFile(filesDir: string, path: string): Promise<IncomingFile> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  return incomingAt(filesDir, path, hash.digest('hex'))
}

function incomingAt(filesDir: string, path: string, sha256: string): IncomingFile {
  return {
    path,
    sha256,
    place() {
      const target = pathOf(filesDir, sha256)
      if (existsSync(target)) return
      mkdirSync(dirname(target), { recursive: true })
      linkOrRename(path, target)
      syncFolder(dirname(target))
      syncFolder(filesDir)
    },
    discard: () => rm(path, { force: true }),
  }
}

/** Takes bytes away for good. The caller holds their digest's lock and saw that no row names them. */
export function removeBytes(filesDir: string, sha256: string): void {
  rmSync(pathOf(filesDir, sha256), { force: true })
}

/** A second name keeps the first for another try, should the transaction fail; not every disk gives one. */
function linkOrRename(path: string, target: string): void {
  try {
    linkSync(path, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code !== 'EPERM' && error.code !== 'ENOTSUP' && error.code !== 'ENOSYS') throw error
    renameSync(path, target)
  }
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
