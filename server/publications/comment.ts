import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { comments, publications, variants } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { commentInput } from '../../domain/publications/input.ts'
import type { Instant } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { visibleTo } from './visible.ts'

/**
 * Writes a comment, in whatever state the publication is; it is no content and ends nothing. Of those mentioned only who
 * may see the publication is told. Refusals: not_found.
 */
export const comment = command({
  name: 'publications.comment',
  right: 'publication.comment',
  input: commentInput,
  async run({ input, tx, person, moment, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    const units = [publication.unitId, ...(await accountUnitsOf(tx, publication))]
    const unitId = units.find((unit) => holds(person.grants, 'publication.comment', unit))
    proveRight(person, 'publication.comment', unitId ?? publication.unitId)
    const mentions = await seeing(tx, publication, input.mentions, moment)
    const [row] = await tx
      .insert(comments)
      .values({ publicationId: publication.id, personId: person.id, body: input.body, at: moment })
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

async function accountUnitsOf(tx: Tx, publication: PublicationRow): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ unitId: accounts.unitId })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
  return rows.map((row) => row.unitId)
}

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
