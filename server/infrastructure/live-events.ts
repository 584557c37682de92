import { and, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { arrayText } from '../../db/wire-types.ts'
import { cursorOf, type OutboxEvent } from './outbox.ts'
import type { World } from './world.ts'

/** What a browser hears: that something changed, and what `Showing` gives with it. `by` null: the clockwork. */
export type LiveEvent = { kind: 'greeting'; cursor: string } | { kind: 'reset'; cursor: string } | LiveChange

type LiveChange = {
  kind: 'change'
  room: string
  id: string
  version: number
  by: { id: string; name: string } | null
  /** Something was said, counted or signed about it; the thing itself is as it was. */
  leavesAsIs?: true
  /** What its lists now say of it; left out, they are read again. */
  shown?: object
  /** With `shown`: what may wait is to be read again within so many milliseconds, each browser at its own. */
  withinMilliseconds?: number
}

/** What is said, counted or signed about a thing and leaves it as it is: pages read anew, nothing is outlined as changed. */
const remarks: ReadonlySet<string> = new Set([
  'publications.commented',
  'publications.comment_resolved',
  'publications.comment_reopened',
  'answers.copied',
  'answers.asked',
  'answers.heard',
  'answers.question_counted',
  'briefings.asked',
  'briefings.answered',
  'briefings.acknowledged',
  'briefings.signed',
  'briefings.signature_withdrawn',
])

/**
 * What goes with events, for people who each may know of another part: asked once for all, answers what one of them is
 * shown with one of these events. It must show nobody what `isFor` would keep from them or what they may not read.
 */
export type Showing = (
  world: World,
  events: OutboxEvent[],
  personIds: string[],
) => Promise<(personId: string, event: OutboxEvent) => object | undefined>

/** One event with the cursor after it, for `tracked()`. */
export type Delivery = { cursor: string; event: LiveEvent }

export type Listener = {
  personId: string
  sessionId: string
  /** Where the browser left off; null: from now. */
  cursor: string | null
  /** Those of these publications that the person may know of, asked anew for every event. */
  mayKnow(publicationIds: string[]): Promise<Set<string>>
  /** The request's own end. */
  signal: AbortSignal | undefined
}

/** Those publications of these events that only a circle may know of now. */
export async function restrictedAmong(db: Db, events: OutboxEvent[]): Promise<string[]> {
  const ids = [...new Set(events.flatMap((event) => event.publicationId ?? []))]
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        sql`${publications.id} = any(${arrayText(ids)}::uuid[])`,
        sql`${publications.restrictedAccountIds} <> '{}'`,
      ),
    )
  return rows.map((row) => row.id)
}

export async function namesIn(db: Db, events: OutboxEvent[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap((event) => event.personId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export function messageOf(
  world: World,
  event: OutboxEvent,
  names: Map<string, string>,
): Delivery & { event: LiveChange } {
  const name = event.personId === null ? undefined : names.get(event.personId)
  const by = event.personId === null || name === undefined ? null : { id: event.personId, name }
  const { room, subjectId: id, version } = event
  const leavesAsIs = remarks.has(event.action) ? ({ leavesAsIs: true } as const) : {}
  const change = { kind: 'change', room, id, version, by, ...leavesAsIs } as const
  return { cursor: cursorOf(world, event, event.at), event: change }
}

/** Whether an event is for this person: the bell and what is kept for oneself are each person's own, a circle's publication its circle's alone. */
export function isFor(
  event: OutboxEvent,
  personId: string,
  restricted: string[],
  known: Set<string>,
): boolean {
  if (event.room === 'notifications') return event.subjectId === personId
  if (typeof event.data.onlyFor === 'string') return event.data.onlyFor === personId
  if (event.publicationId === null || !restricted.includes(event.publicationId)) return true
  // It takes the publication out of sight: whoever saw it until now must read again to lose it.
  if (event.data.hides === true) return true
  return known.has(event.publicationId)
}
