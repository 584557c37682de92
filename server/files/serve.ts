import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { files } from '../../db/schema/files.ts'
import { media, publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { momentOf, type World } from '../infrastructure/world.ts'

/** The condition on `publications` under which a person may know of one; `publications/visible.ts` gives it. */
export type VisibleTo = (person: { id: string }, moment: Instant) => SQL

export type ServedFile = Pick<typeof files.$inferSelect, 'id' | 'sha256' | 'name' | 'mimeType' | 'sizeBytes'>

/**
 * The file as this person may see it: they uploaded it, or a publication they may see names it. Null for any other and
 * for none, alike.
 */
export async function fileFor(
  world: World,
  person: { id: string },
  id: string,
  visibleTo: VisibleTo,
): Promise<ServedFile | null> {
  const { db } = world.store
  const moment = await momentOf(world, db)
  const isNamed = sql`exists (
    select 1 from ${media} join ${publications} on ${publications.id} = ${media.publicationId}
    where (${media.fileId} = ${files.id} or ${media.captionsFileId} = ${files.id} or ${media.posterFileId} = ${files.id}) and ${visibleTo(person, moment)}
  )`
  const [file] = await db
    .select({
      id: files.id,
      sha256: files.sha256,
      name: files.name,
      mimeType: files.mimeType,
      sizeBytes: files.sizeBytes,
    })
    .from(files)
    .where(and(eq(files.id, id), or(eq(files.uploadedBy, person.id), isNamed)))
  return file ?? null
}
