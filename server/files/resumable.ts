import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { plainFileName, VIDEO_LIMIT_BYTES, VIDEO_LIMIT_MEGABYTES } from '../../domain/files/limits.ts'
import { Refused, refuse, refuseMissing } from '../infrastructure/refuse.ts'
import type { World } from '../infrastructure/world.ts'
import { fileOfUpload, keepFile, type UploadCall, type UploadedFile } from './keep-file.ts'
import { receiveFile } from './store-bytes.ts'

/** So many uploads of one person may lie unfinished at once. */
const UNFINISHED_LIMIT = 20

/** Whose request a tus server answers: its hooks are given none. */
const caller = new AsyncLocalStorage<{ personId: string }>()

const folderOf = (world: World) => join(world.filesDir, 'uploads')

type Receiver = { server: Server; store: FileStore }
const receivers = new WeakMap<World, Receiver>()

/**
 * The receiver of uploads of one world, each of which may be broken off and taken up again (tus 1.0). What has come lies
 * in a folder of its own until it is finished or a day old.
 */
export function receiverOf(world: World): Receiver {
  const known = receivers.get(world)
  if (known) return known
  const store = new FileStore({ directory: folderOf(world) })
  store.extensions = ['creation', 'termination']
  const server = new Server({
    path: '/uploads',
    datastore: store,
    maxSize: VIDEO_LIMIT_BYTES,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => `${caller.getStore()?.personId}-${randomBytes(16).toString('hex')}`,
  })
  const receiver = { server, store }
  receivers.set(world, receiver)
  return receiver
}

/** Runs work of the receiver for one person. */
export function asCaller<Answer>(personId: string, work: () => Promise<Answer>): Promise<Answer> {
  return caller.run({ personId }, work)
}

/** Whether an upload is this person's: its id begins with theirs, and nobody chooses it. */
export function isUploadOf(uploadId: string, personId: string): boolean {
  return /^[0-9a-f-]{36}-[0-9a-f]{32}$/.test(uploadId) && uploadId.startsWith(`${personId}-`)
}

/** What is refused before a byte travels: `file_empty`, `file_too_large`, `uploads_too_many`. */
export async function refuseBeforehand(
  world: World,
  personId: string,
  given: { name: string; sizeBytes: number },
): Promise<void> {
  const name = plainFileName(given.name)
  if (given.sizeBytes === 0) refuse('file_empty', { name })
  if (given.sizeBytes > VIDEO_LIMIT_BYTES)
    refuse('file_too_large', { name, limitMegabytes: VIDEO_LIMIT_MEGABYTES })
  await mkdir(folderOf(world), { recursive: true })
  const names = await readdir(folderOf(world))
  const own = names.filter((one) => isUploadOf(one, personId))
  if (own.length >= UNFINISHED_LIMIT) refuse('uploads_too_many', { limit: UNFINISHED_LIMIT })
}

/**
 * Makes a file of an upload that came whole, once, however often it is asked. Refuses `not_found` for one that is
 * somebody else's, unknown or unfinished, and what `keepFile` refuses; the bytes of a refused file are gone.
 */
export async function finishUpload(world: World, call: UploadCall, uploadId: string): Promise<UploadedFile> {
  if (!isUploadOf(uploadId, call.personId)) refuseMissing()
  const running = finishing.get(uploadId)
  if (running) return running
  const work = finishOnce(world, call, uploadId).finally(() => finishing.delete(uploadId))
  finishing.set(uploadId, work)
  return work
}

/** Who asks twice at once waits for the one answer. */
const finishing = new Map<string, Promise<UploadedFile>>()

async function finishOnce(world: World, call: UploadCall, uploadId: string): Promise<UploadedFile> {
  const kept = await fileOfUpload(world, uploadId)
  if (kept) return kept
  const { store } = receiverOf(world)
  const came = await store.getUpload(uploadId).catch(nullWhereGone)
  // Another server may have finished it between the two looks.
  if (came?.size === undefined) return (await fileOfUpload(world, uploadId)) ?? refuseMissing()
  if (came.offset !== came.size) return refuseMissing()
  const incoming = await receiveFile(world.filesDir, join(folderOf(world), uploadId)).catch(nullWhereGone)
  if (incoming === null) return (await fileOfUpload(world, uploadId)) ?? refuseMissing()
  const name = plainFileName(came.metadata?.filename ?? '')
  try {
    const file = await keepFile(world, call, incoming, { name, sizeBytes: came.size, uploadId })
    await forget(store, uploadId)
    return file
  } catch (error) {
    if (error instanceof Refused) await forget(store, uploadId)
    throw error
  }
}

function nullWhereGone(error: { status_code?: number; code?: string }): null {
  if (error.status_code === 404 || error.status_code === 410 || error.code === 'ENOENT') return null
  throw error
}

/** Another request for the same upload may have taken it away already. */
async function forget(store: FileStore, uploadId: string): Promise<void> {
  await store.remove(uploadId).catch((error: { status_code?: number }) => {
    if (error.status_code !== 404) throw error
  })
}
