import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { mailChoices, mails, notifications } from '../../db/schema/notifications.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { outbox } from '../../db/schema/records.ts'
import {
  type ChoosableMail,
  isChoosable,
  type QuietHours,
  quietUntil,
} from '../../domain/notifications/choosing.ts'
import type { Cause } from '../../domain/notifications/facts.ts'
import { kinds, type NotificationKind } from '../../domain/notifications/kinds.ts'
import type { Instant } from '../../domain/time.ts'
import type { ClockContext } from '../infrastructure/command.ts'
import type { OutboxEvent } from '../infrastructure/outbox.ts'
import { visibleTo } from '../publications/visible.ts'

/** One event on its way to those who must hear of it; `touched` are the people whose bell changes. */
export type Telling = ClockContext & { event: OutboxEvent; touched: Set<string> }

type Receiver = string | null | undefined

/**
 * Writes the line and, where its kind has one and the person wants it, the mail for each of these people: the active ones who may know of the
 * publication, without who did it. A line of the same kind that still waits there gives way to the new one.
 */
export async function notify(
  telling: Telling,
  kind: NotificationKind,
  receivers: readonly Receiver[],
  cause: Cause,
): Promise<void> {
  const { tx, event, touched } = telling
  const wanted = [...new Set(receivers)].filter(
    (id): id is string => typeof id === 'string' && id !== event.personId,
  )
  const told = await knowing(telling, wanted, cause)
  if (told.length === 0) return
  const { waits, mail } = kinds[kind]
  const subjectId = subjectOf(cause) ?? event.subjectId
  const ids = told.map((person) => person.id)
  if (waits) await settleLines(tx, { kinds: [kind], subjectId, personIds: ids, cause }, event.at)
  await tx.insert(notifications).values(
    ids.map((personId) => ({
      personId,
      kind,
      room: event.room,
      subjectId,
      data: { ...cause, ...(event.personId === null ? {} : { byId: event.personId }) },
      needsAction: waits,
      at: event.at,
    })),
  )
  for (const id of ids) touched.add(id)
  if (mail === null) return
  const letters = told.flatMap((person) => {
    if (person.email === null || (isChoosable(mail) && person.off.includes(mail))) return []
    const data = { ...cause, line: kind, ...(event.personId === null ? {} : { byId: event.personId }) }
    const { id: personId, email: address, locale } = person
    return [
      {
        causeId: causeIdOf(event),
        personId,
        address,
        kind: mail,
        locale,
        data,
        writtenAt: event.at,
        notBefore: isChoosable(mail) ? quietUntil(person.quiet, event.at, telling.agency.zone) : null,
        attempts: 0,
      },
    ]
  })
  if (letters.length > 0) await tx.insert(mails).values(letters).onConflictDoNothing()
}

export type Settling = {
  /** Which lines; without it all that wait on the subject. */
  kinds?: readonly NotificationKind[]
  subjectId: string
  personIds?: readonly string[]
  /** Only lines of this question or obligation, where the cause names one. */
  cause?: Cause
}

/** Marks what waited as done, by whomever it was done, so that it waits for nobody any more. */
export async function settle(telling: Telling, what: Settling): Promise<void> {
  for (const id of await settleLines(telling.tx, what, telling.event.at)) telling.touched.add(id)
}

async function settleLines(tx: Tx, what: Settling, at: Instant): Promise<string[]> {
  if (what.personIds?.length === 0) return []
  const rows = await tx
    .update(notifications)
    .set({ settledAt: at })
    .where(
      and(
        eq(notifications.subjectId, what.subjectId),
        eq(notifications.needsAction, true),
        isNull(notifications.settledAt),
        what.kinds ? inArray(notifications.kind, [...what.kinds]) : undefined,
        what.personIds ? inArray(notifications.personId, [...what.personIds]) : undefined,
        what.cause?.questionId === undefined
          ? undefined
          : sql`${notifications.data} ->> 'questionId' = ${what.cause.questionId}`,
        what.cause?.obligation === undefined
          ? undefined
          : sql`${notifications.data} ->> 'obligation' = ${what.cause.obligation}`,
      ),
    )
    .returning({ personId: notifications.personId })
  return rows.map((row) => row.personId)
}

/** Lets the open pages of those whose bell changed read it again. */
export async function announce({ tx, event, touched }: Telling): Promise<void> {
  if (touched.size === 0) return
  await tx.insert(outbox).values(
    [...touched].map((personId) => ({
      transactionId: sql`pg_current_xact_id()`,
      at: event.at,
      room: 'notifications',
      subjectId: personId,
      version: 1,
      action: 'notifications.told',
      data: {},
      toldAt: event.at,
    })),
  )
}

type Known = {
  id: string
  email: string | null
  locale: 'id' | 'en'
  off: readonly ChoosableMail[]
  quiet: QuietHours | null
}

async function knowing({ tx, moment }: Telling, ids: string[], cause: Cause): Promise<Known[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: people.id,
      email: people.email,
      locale: people.locale,
      off: mailChoices.off,
      quiet: mailChoices.quiet,
    })
    .from(people)
    .leftJoin(mailChoices, eq(mailChoices.personId, people.id))
    .where(and(inArray(people.id, ids), isNull(people.deactivatedAt)))
  const active = rows.map((person) => ({ ...person, off: person.off ?? [] }))
  const { publicationId } = cause
  if (publicationId === undefined) return active
  const knowing: Known[] = []
  for (const person of active) {
    const [row] = await tx
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.id, publicationId), visibleTo(person, moment)))
    if (row) knowing.push(person)
  }
  return knowing
}

function subjectOf(cause: Cause): string | undefined {
  return cause.publicationId ?? cause.issueId ?? cause.campaignId ?? cause.entryId
}

/** One id per event: the cause under which a receiver gets one mail of a kind. */
function causeIdOf(event: OutboxEvent): string {
  const hex = createHash('sha256').update(`${event.position} ${event.subjectId} ${event.at}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
