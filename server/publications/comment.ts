import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { comments, publications } from '../../db/schema/publications.ts'
import { commentInput } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { proveCommenting } from './commenting.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { visibleTo } from './visible.ts'
import { variantOf } from './writing.ts'

/**
 * Writes a comment, in whatever state the publication is; it is no content and ends nothing. Of those mentioned only who
 * may see the publication is told. A place is kept as it is given: its words are looked for again whenever it is shown.
 * Refusals: not_found.
 */
export const comment = command({
  name: 'publications.comment',
  right: 'publication.comment',
  input: commentInput,
  async run({ input, tx, person, moment, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    await proveCommenting(tx, publication, person)
    if (input.place?.variantId) await variantOf(tx, publication, input.place.variantId)
    const mentions = await seeing(tx, publication, input.mentions, moment)
    const [row] = await tx
      .insert(comments)
      .values({
        publicationId: publication.id,
        personId: person.id,
        body: input.body,
        at: moment,
        place: input.place ?? null,
      })
      .returning({ id: comments.id })
    if (!row) throw new Error('the comment was not written')
    await record({
      room: 'publications',
      subjectId: publication.id,
      publicationId: publication.id,
      action: 'publications.commented',
      version: publication.version,
      data: { commentId: row.id, mentions },
    })
    return { id: row.id }
  },
})

async function seeing(
  tx: Tx,
  publication: PublicationRow,
  personIds: readonly string[],
  moment: Instant,
): Promise<string[]> {
  const seeingIds: string[] = []
  for (const id of new Set(personIds)) {
    const [row] = await tx
      .select({ id: people.id })
      .from(people)
      .innerJoin(publications, eq(publications.id, publication.id))
      .where(and(eq(people.id, id), isNull(people.deactivatedAt), visibleTo({ id }, moment)))
    if (row) seeingIds.push(row.id)
  }
  return seeingIds
}
