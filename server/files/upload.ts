import { sql } from 'drizzle-orm'
import { files } from '../../db/schema/files.ts'
import { audit } from '../../db/schema/records.ts'
import { plainFileName } from '../../domain/files/limits.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { readPerson } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { readImage } from './read-image.ts'
import { receiveBytes } from './store-bytes.ts'

export type UploadedFile = {
  id: string
  name: string
  mimeType: string
  sizeBytes: number
  widthPx: number
  heightPx: number
}

/**
 * Keeps an image byte for byte and writes its row. Until a publication names it, nobody but who uploaded it can see it,
 * so it goes into the audit and not into the outbox. Uploading the same bytes again gives a row of its own over the same
 * bytes. Refuses `not_allowed`, `signed_out` and what `readImage` refuses.
 */
export async function upload(
  world: World,
  call: { personId: string; requestId: string },
  given: { name: string; bytes: Uint8Array },
): Promise<UploadedFile> {
  const name = plainFileName(given.name)
  const facts = await readImage(given.bytes, name)
  const incoming = await receiveBytes(world.filesDir, given.bytes)
  try {
    return await world.store.transaction(async (tx) => {
      const moment = await momentOf(world, tx)
      const person = await readPerson(tx, call.personId)
      if (!holdsAnywhere(person.grants, 'file.upload')) refuse('not_allowed', { action: 'file.upload' })
      await tx.execute(lockDigest(incoming.sha256))
      const shown = { name, ...facts, sizeBytes: given.bytes.byteLength }
      const [row] = await tx
        .insert(files)
        .values({ ...shown, sha256: incoming.sha256, uploadedBy: person.id, uploadedAt: moment })
        .returning({ id: files.id })
      if (!row) throw new Error('no file was written')
      await tx.insert(audit).values({
        at: moment,
        personId: person.id,
        action: 'files.uploaded',
        room: 'files',
        subjectId: row.id,
        data: { sizeBytes: shown.sizeBytes, mimeType: shown.mimeType },
        requestId: call.requestId,
      })
      incoming.place()
      return { id: row.id, ...shown }
    })
  } finally {
    await incoming.discard()
  }
}

/** Bytes are placed and removed under this lock, so that no row is ever without them. */
export function lockDigest(sha256: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`
}
