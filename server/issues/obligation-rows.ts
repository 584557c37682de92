import { asc, inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { obligations } from '../../db/schema/issues.ts'
import { obligationAt } from '../../domain/issues/obligations.ts'
import type { Instant } from '../../domain/time.ts'

/** The obligations of these issues as they stand at `moment`, those still owed first, soonest first. */
export async function obligationRows(db: Db, issueIds: readonly string[], moment: Instant) {
  if (issueIds.length === 0) return []
  const rows = await db
    .select()
    .from(obligations)
    .where(inArray(obligations.issueId, [...issueIds]))
    .orderBy(asc(obligations.dueAt), asc(obligations.id))
  const shown = rows.map(
    ({ id, issueId, kind, clock, hours, beganAt, dueAt, metAt, metByPublicationId, ...row }) => ({
      id,
      issueId,
      kind,
      clock,
      hours,
      beganAt,
      dueAt,
      metAt,
      metByPublicationId,
      ...obligationAt({ dueAt, metAt, missedAt: row.missedAt }, moment),
    }),
  )
  const isOwed = (row: (typeof shown)[number]) => row.metAt === null
  return [...shown.filter(isOwed), ...shown.filter((row) => !isOwed(row))]
}
