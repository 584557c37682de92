import { and, asc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { pauses } from '../../db/schema/marks.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { authors, pauseExceptions, variants } from '../../db/schema/publications.ts'
import { humanText, idSchema } from '../../domain/input.ts'
import { pauseCovers, pauseSpan } from '../../domain/marks/pauses.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication, type PublicationRow } from './lock.ts'

const exceptPauseInput = z.strictObject({
  pauseId: idSchema,
  publicationId: idSchema,
  reason: humanText({ max: 2000 })
    .transform((text) => text.trim())
    .pipe(z.string().min(1)),
})

/**
 * Lets one publication go out in spite of a pause: an approver of its unit who wrote none of it, with a reason.
 * It replaces one whose grantor became an author since, which counts no more; the record keeps that one.
 * Refuses `not_found`, `pause_ended`, `pause_not_covering`, `pause_exception_by_author`, `pause_excepted_already`.
 */
export const exceptPause = command({
  name: 'publications.exceptPause',
  right: 'pause.except',
  input: exceptPauseInput,
  async run({ tx, person, input, moment, agency, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    proveRight(person, 'pause.except', publication.unitId)
    const [pause] = await tx.select().from(pauses).where(eq(pauses.id, input.pauseId)).for('share')
    if (!pause) return refuseMissing()
    const span = pauseSpan(pause, agency.zone)
    if (span === null || (span.until !== null && span.until <= moment)) {
      return refuse('pause_ended', { name: pause.name })
    }
    const facts = { ...publication, accounts: await accountsOf(tx, publication.id) }
    if (!pauseCovers(span, facts)) refuse('pause_not_covering', { name: pause.name })
    const wrote = await tx
      .select({ id: authors.personId })
      .from(authors)
      .where(eq(authors.publicationId, publication.id))
    const authorIds = wrote.map((author) => author.id)
    if (authorIds.includes(person.id)) {
      refuse('pause_exception_by_author', { others: await otherApprovers(tx, publication, authorIds) })
    }
    const former = await formerException(tx, pause.id, publication.id)
    const granted = { reason: input.reason, grantedBy: person.id, grantedAt: moment }
    const [exception] = await tx
      .insert(pauseExceptions)
      .values({
        pauseId: pause.id,
        publicationId: publication.id,
        ...granted,
      })
      .onConflictDoUpdate({
        target: [pauseExceptions.pauseId, pauseExceptions.publicationId],
        set: granted,
        setWhere: inArray(pauseExceptions.grantedBy, authorIds),
      })
      .returning({ id: pauseExceptions.id })
    if (!exception)
      return refuse('pause_excepted_already', { by: await grantedBy(tx, pause.id, publication) })
    await record({
      room: 'marks',
      subjectId: pause.id,
      publicationId: publication.id,
      partId: publication.id,
      action: 'marks.pause_excepted',
      version: pause.version,
      before: former ?? {},
      after: granted,
      data: { publicationId: publication.id },
    })
    return { id: exception.id }
  },
})

async function formerException(tx: Tx, pauseId: string, publicationId: string) {
  const { reason, grantedBy, grantedAt } = pauseExceptions
  const [former] = await tx
    .select({ reason, grantedBy, grantedAt })
    .from(pauseExceptions)
    .where(and(eq(pauseExceptions.pauseId, pauseId), eq(pauseExceptions.publicationId, publicationId)))
  return former ?? null
}

function accountsOf(tx: Tx, publicationId: string) {
  return tx
    .select({ id: accounts.id, unitId: accounts.unitId })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
}

function otherApprovers(tx: Tx, publication: PublicationRow, authorIds: string[]): Promise<NamedPerson[]> {
  return tx
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, 'approver'),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, publication.unitId)),
        isNull(people.deactivatedAt),
        notInArray(people.id, authorIds),
      ),
    )
    .orderBy(asc(people.name))
    .limit(20)
}

async function grantedBy(tx: Tx, pauseId: string, publication: PublicationRow): Promise<string> {
  const [row] = await tx
    .select({ name: people.name })
    .from(pauseExceptions)
    .innerJoin(people, eq(people.id, pauseExceptions.grantedBy))
    .where(and(eq(pauseExceptions.pauseId, pauseId), eq(pauseExceptions.publicationId, publication.id)))
  return row?.name ?? ''
}
