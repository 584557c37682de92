import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { notifications } from '../../db/schema/notifications.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'

/** The condition on the lines of a person's bell: their own, and none about what they may not know of any more. */
export function ownLines(personId: string, moment: Instant): SQL | undefined {
  const subject = sql`(${notifications.data} ->> 'publicationId')::uuid`
  return and(
    eq(notifications.personId, personId),
    sql`(${subject} is null or exists (
      select 1 from ${publications} where ${publications.id} = ${subject} and ${visibleTo({ id: personId }, moment)}
    ))`,
  )
}

export const isWaiting = sql`(${notifications.needsAction} and ${notifications.settledAt} is null)`

/** How many lines wait for the person: the bell's number. */
export async function waitingCount(db: Db, personId: string, moment: Instant): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(notifications)
    .where(and(ownLines(personId, moment), isWaiting))
  return row?.waiting ?? 0
}
