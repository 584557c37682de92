import { and, desc, not, type SQL, sql } from 'drizzle-orm'
import { notifications } from '../../db/schema/notifications.ts'
import type { Cause } from '../../domain/notifications/facts.ts'
import { bellInput } from '../../domain/notifications/input.ts'
import { isNotificationKind, type NotificationKind } from '../../domain/notifications/kinds.ts'
import { linkOf } from '../../domain/notifications/link.ts'
import { sentenceOf, whenOf } from '../../domain/notifications/sentence.ts'
import { cursorOf, momentAndId, placeIn } from '../infrastructure/keyset.ts'
import { type ReadContext, read } from '../infrastructure/read.ts'
import { isWaiting, ownLines } from './own-lines.ts'
import { resolveFacts } from './resolve-facts.ts'

const MOST_WAITING = 100
const PAGE = 30

/** What waits for the person above what merely happened, both newest first, the second page by page. */
export const bell = read({
  name: 'notifications.bell',
  right: 'own.account',
  input: bellInput,
  async run(context) {
    const { db, person, input, moment } = context
    const own = ownLines(person.id, moment)
    const lines = (condition: SQL | undefined, limit: number) =>
      db
        .select()
        .from(notifications)
        .where(and(own, condition))
        .orderBy(desc(notifications.at), desc(notifications.id))
        .limit(limit)
    const place = placeIn(input.cursor, momentAndId)
    const isOlder = place
      ? sql`(${notifications.at}, ${notifications.id}) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
      : undefined
    const waiting = place ? [] : await lines(isWaiting, MOST_WAITING)
    const happened = await lines(and(not(isWaiting), isOlder), PAGE + 1)
    const last = happened.length > PAGE ? happened[PAGE - 1] : undefined
    return {
      waiting: await rowsOf(context, waiting),
      happened: await rowsOf(context, happened.slice(0, PAGE)),
      next: last ? cursorOf([last.at, last.id]) : null,
    }
  },
})

type Line = typeof notifications.$inferSelect

async function rowsOf({ db }: ReadContext<unknown>, lines: Line[]) {
  const known = lines.flatMap((line): (Line & { kind: NotificationKind })[] =>
    isNotificationKind(line.kind) ? [{ ...line, kind: line.kind }] : [],
  )
  const facts = await resolveFacts(
    db,
    known.map((line) => line.data as Cause),
  )
  return known.flatMap((line, at) => {
    const own = facts[at]
    if (own === undefined) return []
    const cause = line.data as Cause
    return [
      {
        id: line.id,
        kind: line.kind,
        sentence: sentenceOf(line.kind, cause, own),
        when: whenOf(line.kind, cause, own),
        link: linkOf(line.kind, cause),
        at: line.at,
        isRead: line.readAt !== null,
      },
    ]
  })
}
