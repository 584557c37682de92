import { randomUUID } from 'node:crypto'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { issues, obligations } from '../../db/schema/issues.ts'
import { addMinutes, type Instant, minutesBetween } from '../../domain/time.ts'
import type { Sweep } from '../infrastructure/clockwork.ts'
import { type ClockContext, executeByClock } from '../infrastructure/command.ts'
import { momentOf, type World } from '../infrastructure/world.ts'

/** An obligation reminds when a quarter of its time is left, and no earlier than a day before. */
function remindsAt(obligation: { beganAt: Instant; dueAt: Instant }): Instant {
  const quarter = minutesBetween(obligation.beganAt, obligation.dueAt) / 4
  return addMinutes(obligation.dueAt, -Math.min(quarter, 24 * 60))
}

async function judge({ tx, moment, record }: ClockContext, obligationId: string): Promise<void> {
  const [owed] = await tx.select().from(obligations).where(eq(obligations.id, obligationId)).for('update')
  if (!owed || owed.metAt !== null) return
  const [issue] = await tx.select().from(issues).where(eq(issues.id, owed.issueId))
  if (!issue) return
  const about = {
    room: 'issues' as const,
    subjectId: issue.id,
    version: issue.version,
    data: { kind: owed.kind },
  }
  if (owed.dueAt < moment && owed.missedAt === null) {
    await tx.update(obligations).set({ missedAt: owed.dueAt }).where(eq(obligations.id, owed.id))
    await record({ ...about, action: 'issues.obligation_missed' })
    return
  }
  if (owed.remindedAt === null && owed.missedAt === null && remindsAt(owed) <= moment) {
    await tx.update(obligations).set({ remindedAt: moment }).where(eq(obligations.id, owed.id))
    await record({ ...about, action: 'issues.obligation_due' })
  }
}

/** Finds obligations about to fall due, and those just missed, each in a transaction of its own. */
export const watchObligations: Sweep = {
  name: 'obligations',
  everySeconds: 10,
  async work(world: World) {
    const moment = await momentOf(world, world.store.db)
    const near = await world.store.db
      .select({ id: obligations.id })
      .from(obligations)
      .where(
        and(
          isNull(obligations.metAt),
          isNull(obligations.missedAt),
          lte(obligations.dueAt, addMinutes(moment, 24 * 60)),
        ),
      )
      .limit(500)
    for (const { id } of near) await executeByClock(world, randomUUID(), (context) => judge(context, id))
  },
}
