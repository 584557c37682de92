import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { handovers } from '../../db/schema/publishing.ts'
import { audit } from '../../db/schema/records.ts'
import { isOverdue } from '../../domain/publications/status.ts'
import { handedOverStates } from '../../domain/publishing/due.ts'
import { addHours, addMinutes } from '../../domain/time.ts'
import type { Sweep } from '../infrastructure/clockwork.ts'
import { executeByClock, readAgency } from '../infrastructure/command.ts'
import { eachDue } from '../infrastructure/each-due.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { lockPublicationForClock } from '../publications/lock.ts'
import { latestHandover } from './handover-row.ts'

const LOOK_BACK_HOURS = 7 * 24
const AT_ONCE = 200

/** Tells the unit, once for each hand-over, that a variant handed over is still unconfirmed when the time for it ended. */
export const overdueReports: Sweep = { name: 'overdue', everySeconds: 10, work: reportOverdue }

export async function reportOverdue(world: World): Promise<void> {
  const moment = await momentOf(world, world.store.db)
  const agency = await readAgency(world.store.db)
  const rows = await world.store.db
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        inArray(publications.state, [...handedOverStates]),
        lt(publications.handedOverAt, addMinutes(moment, -agency.confirmMinutes)),
        gte(publications.handedOverAt, addHours(moment, -LOOK_BACK_HOURS)),
        sql`${publications.postedCount} + ${publications.notPostedCount} + ${publications.withdrawnCount} < ${publications.variantCount}`,
        sql`not exists (select 1 from ${audit} told join ${handovers} own on own.id = (told.data ->> 'handoverId')::uuid
          where told.room = 'publishing' and told.subject_id = ${publications.id}
          and told.action = 'publishing.overdue' and own.handed_over_at = ${publications.handedOverAt})`,
      ),
    )
    .orderBy(asc(publications.handedOverAt))
    .limit(AT_ONCE)
  const ids = rows.map((row) => row.id)
  await eachDue(world, overdueReports.name, ids, (publicationId) => reportOne(world, publicationId))
}

async function reportOne(world: World, publicationId: string): Promise<void> {
  await executeByClock(world, `clock overdue ${publicationId}`, async ({ tx, moment, agency, record }) => {
    const locked = await lockPublicationForClock(tx, publicationId)
    if (locked === null) return
    const { graceMinutes, confirmMinutes } = agency
    if (!isOverdue({ ...locked, isReady: false, graceMinutes, confirmMinutes }, moment)) return
    const handover = await latestHandover(tx, publicationId)
    if (handover === null || (await isTold(tx, publicationId, handover.id))) return
    await record({
      room: 'publishing',
      subjectId: publicationId,
      publicationId,
      action: 'publishing.overdue',
      version: locked.version,
      data: { handoverId: handover.id },
    })
  })
}

async function isTold(tx: Tx, publicationId: string, handoverId: string): Promise<boolean> {
  const rows = await tx
    .select({ position: audit.position })
    .from(audit)
    .where(
      and(
        eq(audit.room, 'publishing'),
        eq(audit.subjectId, publicationId),
        eq(audit.action, 'publishing.overdue'),
        sql`${audit.data} ->> 'handoverId' = ${handoverId}`,
      ),
    )
    .limit(1)
  return rows.length > 0
}
