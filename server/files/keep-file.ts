import { eq, sql } from 'drizzle-orm'
import { files } from '../../db/schema/files.ts'
import { audit } from '../../db/schema/records.ts'
import { fileUse } from '../../domain/files/limits.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { readPerson } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { readFile } from './read-file.ts'
import type { IncomingFile } from './store-bytes.ts'
import { makeThumbnail } from './thumbnail.ts'

export type UploadedFile = Pick<
  typeof files.$inferSelect,
  'id' | 'name' | 'mimeType' | 'sizeBytes' | 'widthPx' | 'heightPx' | 'durationMs'
>

export type UploadCall = { personId: string; requestId: string }

/**
 * Keeps a file that came whole, byte for byte, and writes its row; draws an image small. Until a publication names it,
 * nobody but who uploaded it can see it, so it goes into the audit and not into the outbox. The same bytes again get a
 * row of their own over the same bytes; the same upload gets its one row. The caller discards `incoming`. Refuses `not_allowed`, `signed_out` and what `readFile` refuses.
 */
export async function keepFile(
  world: World,
  call: UploadCall,
  incoming: IncomingFile,
  given: { name: string; sizeBytes: number; uploadId: string | null },
): Promise<UploadedFile> {
  const { name, sizeBytes, uploadId } = given
  const facts = await readFile(incoming.path, name, sizeBytes)
  if (fileUse(facts.mimeType) === 'image') {
    const isDrawn = await makeThumbnail(world.filesDir, incoming.sha256, incoming.path)
    if (!isDrawn) refuse('file_not_image', { name })
  }
  return await world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const person = await readPerson(tx, call.personId)
    if (!holdsAnywhere(person.grants, 'file.upload')) refuse('not_allowed', { action: 'file.upload' })
    await tx.execute(lockDigest(incoming.sha256))
    if (uploadId !== null) {
      const [kept] = await tx.select(shownOf).from(files).where(eq(files.uploadId, uploadId))
      if (kept) return kept
    }
    const [row] = await tx
      .insert(files)
      .values({
        ...{ name, ...facts, sizeBytes, uploadId, sha256: incoming.sha256 },
        ...{ uploadedBy: person.id, uploadedAt: moment },
      })
      .returning(shownOf)
    if (!row) throw new Error('no file was written')
    await tx.insert(audit).values({
      at: moment,
      personId: person.id,
      action: 'files.uploaded',
      room: 'files',
      subjectId: row.id,
      data: { sizeBytes, mimeType: facts.mimeType },
      requestId: call.requestId,
    })
    incoming.place()
    return row
  })
}

/** The file that an upload became, for who asks again; null while it is none yet. */
export async function fileOfUpload(world: World, uploadId: string): Promise<UploadedFile | null> {
  const [row] = await world.store.db.select(shownOf).from(files).where(eq(files.uploadId, uploadId))
  return row ?? null
}

/** Bytes are placed and removed under this lock, so that no row is ever without them. */
export function lockDigest(sha256: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`
}

const shownOf = {
  id: files.id,
  name: files.name,
  mimeType: files.mimeType,
  sizeBytes: files.sizeBytes,
  widthPx: files.widthPx,
  heightPx: files.heightPx,
  durationMs: files.durationMs,
}
