import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { files } from '../../db/schema/files.ts'
import { media, submissions } from '../../db/schema/publications.ts'
import { addHours, type Instant } from '../../domain/time.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { lockDigest } from './keep-file.ts'
import { removeBytes } from './store-bytes.ts'

const KEPT_HOURS = 24
const AT_ONCE = 200

/**
 * Forgets what nothing names a day after it came: rows that no publication and no submission holds, then bytes that no
 * row holds, then uploads that were cut off. May run on several servers at once.
 */
export async function sweepFiles(world: World): Promise<void> {
  const moment = await world.store.transaction(async (tx) => {
    const now = await momentOf(world, tx)
    await forgetRows(tx, addHours(now, -KEPT_HOURS))
    return now
  })
  await sweepDisk(world, addHours(moment, -KEPT_HOURS))
}

/** Locking a row first waits for nobody, yet sees every publication that began to name it before. */
async function forgetRows(tx: Tx, before: Instant): Promise<void> {
  const isNamed = sql`exists (
    select 1 from ${media} where ${media.fileId} = ${files.id} or ${media.captionsFileId} = ${files.id}
      or ${media.posterFileId} = ${files.id}
  )`
  const candidates = await tx
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(and(lt(files.uploadedAt, before), sql`not ${isNamed}`))
    .orderBy(files.uploadedAt)
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  if (candidates.length === 0) return
  const submitted = await tx
    .selectDistinct({ sha256: sql<string>`digest #>> '{}'` })
    .from(
      sql`${submissions}, jsonb_path_query(${submissions.content}, '$.variants[*].media[*].keyvalue() ? (@.key == "sha256" || @.key == "captionsSha256" || @.key == "posterSha256").value') as digest`,
    )
    .where(
      inArray(
        sql`digest #>> '{}'`,
        candidates.map((file) => file.sha256),
      ),
    )
  const kept = new Set(submitted.map((row) => row.sha256))
  const forgotten = candidates.filter((file) => !kept.has(file.sha256)).map((file) => file.id)
  if (forgotten.length === 0) return
  await tx.delete(files).where(and(inArray(files.id, forgotten), sql`not ${isNamed}`))
}

async function sweepDisk(world: World, before: Instant): Promise<void> {
  await mkdir(world.filesDir, { recursive: true })
  const folders = await readdir(world.filesDir, { withFileTypes: true })
  for (const folder of folders) {
    if (!folder.isDirectory()) continue
    const path = join(world.filesDir, folder.name)
    const names = await olderThan(path, before)
    if (folder.name === 'incoming' || folder.name === 'uploads') {
      for (const name of names) await rm(join(path, name), { force: true })
    } else if (folder.name === 'thumbnails') {
      await forgetThumbnails(world, path, names)
    } else if (/^[0-9a-f]{2}$/.test(folder.name)) {
      await forgetBytes(world, names)
    }
  }
}

async function olderThan(folder: string, before: Instant): Promise<string[]> {
  const names = await readdir(folder)
  const old: string[] = []
  for (const name of names) {
    const changed = await changedAt(join(folder, name))
    if (changed !== null && changed < before) old.push(name)
  }
  return old
}

/** Null where another server's sweep took it away meanwhile. */
async function changedAt(path: string): Promise<Instant | null> {
  try {
    return (await stat(path)).mtime.toISOString()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A small picture goes with its image; it may go at any time, being drawn anew when it is asked for. */
async function forgetThumbnails(world: World, folder: string, names: string[]): Promise<void> {
  const known = await knownOf(
    world,
    names.map((name) => name.slice(0, 64)),
  )
  for (const name of names) {
    if (!known.has(name.slice(0, 64)) || name.length > 69) await rm(join(folder, name), { force: true })
  }
}

/** Those of the digests that a row still names. */
async function knownOf(world: World, digests: string[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const rows = await world.store.db
    .selectDistinct({ sha256: files.sha256 })
    .from(files)
    .where(inArray(files.sha256, digests))
  return new Set(rows.map((row) => row.sha256))
}

async function forgetBytes(world: World, digests: string[]): Promise<void> {
  const known = await knownOf(world, digests)
  for (const sha256 of digests.filter((digest) => !known.has(digest))) {
    await world.store.transaction(async (tx) => {
      await tx.execute(lockDigest(sha256))
      const [row] = await tx.select({ id: files.id }).from(files).where(eq(files.sha256, sha256)).limit(1)
      if (!row) removeBytes(world.filesDir, sha256)
    })
  }
}
