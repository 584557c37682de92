import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { audit } from '../../db/schema/records.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import { reasonsAgainstHandingOver } from '../../domain/publishing/due.ts'
import { addHours, type Instant } from '../../domain/time.ts'
import type { Sweep } from '../infrastructure/clockwork.ts'
import { executeByClock } from '../infrastructure/command.ts'
import { eachDue } from '../infrastructure/each-due.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { holdAccountsSaidOn } from '../publications/accounts-said-on.ts'
import { lockPublicationForClock } from '../publications/lock.ts'
import { gateFacts, handOverFacts } from './facts.ts'
import { writeHandover } from './write-handover.ts'

/** How far back an outage may reach; what fell due before it is shown as overdue and told to nobody any more. */
const LOOK_BACK_HOURS = 7 * 24
const AT_ONCE = 200

/**
 * Hands over what is due and was ready at its time; what is not ready at its time is told to its owner once for that
 * time. Runs every 10 s and at start, so that what fell due while no server ran is handled within 60 s of the start.
 */
export const handOverDue: Sweep = { name: 'hand-over', everySeconds: 10, work: handOverByClock }

export async function handOverByClock(world: World): Promise<void> {
  const moment = await momentOf(world, world.store.db)
  const ids = await dueIds(world, moment)
  await eachDue(world, handOverDue.name, ids, (publicationId) => handOverOne(world, publicationId))
}

/** Planned to the minute, its time has come, neither handed over nor told of for that time. */
async function dueIds(world: World, moment: Instant): Promise<string[]> {
  const rows = await world.store.db
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        isNull(publications.handedOverAt),
        inArray(publications.state, [...aheadStates]),
        eq(publications.timeKind, 'exact'),
        lte(publications.plannedAt, moment),
        gte(publications.plannedAt, addHours(moment, -LOOK_BACK_HOURS)),
        // A plan written down after its time was never due.
        lte(publications.createdAt, publications.plannedAt),
        sql`not exists (${wasTold(sql`${publications.id}`, sql`${publications.plannedAt}`)})`,
      ),
    )
    .orderBy(asc(publications.plannedAt), asc(publications.id))
    .limit(AT_ONCE)
  return rows.map((row) => row.id)
}

function wasTold(id: ReturnType<typeof sql>, plannedAt: ReturnType<typeof sql>) {
  return sql`select 1 from ${audit} told where told.room = 'publishing' and told.subject_id = ${id}
    and told.action = 'publishing.blocked' and (told.data ->> 'plannedAt')::timestamptz = ${plannedAt}`
}

async function handOverOne(world: World, publicationId: string): Promise<void> {
  await executeByClock(world, `clock hand-over ${publicationId}`, async ({ tx, moment, agency, record }) => {
    const locked = await lockPublicationForClock(tx, publicationId)
    if (locked === null || locked.handedOverAt !== null || locked.timeKind !== 'exact') return
    if (!aheadStates.some((state) => state === locked.state)) return
    const { plannedAt } = locked
    if (plannedAt === null || plannedAt > moment) return
    await holdAccountsSaidOn(tx, publicationId)
    const facts = await gateFacts(tx, publicationId, moment, agency)
    const judged = handOverFacts(facts, moment)
    const reasons = reasonsAgainstHandingOver(judged, 'clock', moment)
    if (reasons.length === 0) {
      await writeHandover(tx, facts, { by: null, right: 'clock', moment }, record)
      return
    }
    if (await isTold(tx, publicationId, plannedAt)) return
    const blocking = judged.blockers.filter((found) => found.severity === 'blocker')
    const codes = blocking.length > 0 ? blocking.map((found) => found.code) : reasons.map(({ code }) => code)
    await record({
      room: 'publishing',
      subjectId: publicationId,
      publicationId,
      action: 'publishing.blocked',
      version: locked.version,
      data: { codes: [...new Set(codes)], ownerId: locked.ownerId, plannedAt },
    })
  })
}

async function isTold(tx: Tx, publicationId: string, plannedAt: Instant): Promise<boolean> {
  const rows = await tx.execute(wasTold(sql`${publicationId}::uuid`, sql`${plannedAt}::timestamptz`))
  return rows.length > 0
}
