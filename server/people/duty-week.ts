import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { duty, people } from '../../db/schema/people.ts'
import { gapsIn } from '../../domain/people/duty.ts'
import { dutyWeekInput } from '../../domain/people/input.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { addHours, dayOf, startOfDay } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { onDuty } from './on-duty.ts'

const dutyRoles = ['planner', 'agent', 'lead_agent', 'approver'] as const

/**
 * The shifts of a span of days in the agency's zone, who is on duty now in each role, and where the approvers' roster
 * has gaps within the next seven days (none while it is empty: then all of them count). At most 1,000 shifts.
 */
export const dutyWeek = read({
  name: 'people.dutyWeek',
  right: 'institutional.read',
  input: dutyWeekInput,
  async run({ db, input, moment, agency, person }) {
    const from = startOfDay(input.from, agency.zone)
    const until = startOfDay(input.until, agency.zone)
    const shifts = await db
      .select({
        id: duty.id,
        personId: duty.personId,
        name: people.name,
        role: duty.role,
        startsAt: duty.startsAt,
        endsAt: duty.endsAt,
      })
      .from(duty)
      .innerJoin(people, eq(people.id, duty.personId))
      .where(and(isNull(people.deactivatedAt), lt(duty.startsAt, until), gt(duty.endsAt, from)))
      .orderBy(asc(duty.startsAt), asc(people.name))
      .limit(1000)
    const planned = await db.selectDistinct({ role: duty.role }).from(duty).where(gt(duty.endsAt, moment))
    const now = []
    for (const role of dutyRoles) now.push({ role, people: await onDuty(db, role, moment) })
    const ahead = await db
      .select({ startsAt: duty.startsAt, endsAt: duty.endsAt })
      .from(duty)
      .innerJoin(people, eq(people.id, duty.personId))
      .where(and(eq(duty.role, 'approver'), isNull(people.deactivatedAt), gt(duty.endsAt, moment)))
      .orderBy(asc(duty.startsAt))
      .limit(1000)
    return {
      shifts,
      now,
      /** No shift of theirs is ahead: all active holders count as on duty. */
      emptyRoles: dutyRoles.filter((role) => !planned.some((shift) => shift.role === role)),
      approverGaps: ahead.length === 0 ? [] : gapsIn(ahead, moment, addHours(moment, 7 * 24)),
      maySet: holdsAnywhere(person.grants, 'duty.manage'),
      today: dayOf(moment, agency.zone),
    }
  },
})
