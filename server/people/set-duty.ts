import { and, eq, gt, lt } from 'drizzle-orm'
import { duty } from '../../db/schema/people.ts'
import { setDutyInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { lockActivePerson } from './lock-person.ts'
import { proveDutyRight } from './prove-duty-right.ts'

/**
 * Puts a person on duty in a role they hold, from a moment to a moment. Refusals: `duty_overlaps` with the shift that
 * is there, `duty_without_role`, `person_inactive`, `not_found`.
 */
export const setDuty = command({
  name: 'people.setDuty',
  right: 'duty.manage',
  input: setDutyInput,
  async run({ tx, person, input, moment, record }) {
    const holder = await lockActivePerson(tx, input.personId)
    await proveDutyRight(tx, person, holder, input.role)
    const [other] = await tx
      .select()
      .from(duty)
      .where(
        and(
          eq(duty.personId, holder.id),
          eq(duty.role, input.role),
          lt(duty.startsAt, input.endsAt),
          gt(duty.endsAt, input.startsAt),
        ),
      )
    if (other) {
      const named = { id: holder.id, name: holder.name }
      refuse('duty_overlaps', { person: named, startsAt: other.startsAt, endsAt: other.endsAt })
    }
    const [shift] = await tx
      .insert(duty)
      .values({ ...input, setBy: person.id, setAt: moment })
      .returning({ id: duty.id })
    if (!shift) throw new Error('no shift came back')
    await record({
      room: 'people',
      subjectId: holder.id,
      action: 'people.duty_set',
      version: holder.version,
      after: { ...input },
      data: { dutyId: shift.id, role: input.role },
    })
    return { dutyId: shift.id }
  },
})
