import { eq } from 'drizzle-orm'
import { duty } from '../../db/schema/people.ts'
import { removeDutyInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockPerson } from './lock-person.ts'
import { proveDutyRight } from './prove-duty-right.ts'

/** Takes a shift off the roster. `not_found` for one that is not there, or not this person's to take. */
export const removeDuty = command({
  name: 'people.removeDuty',
  right: 'duty.manage',
  input: removeDutyInput,
  async run({ tx, person, input, record }) {
    const [shift] = await tx.select().from(duty).where(eq(duty.id, input.dutyId)).for('update')
    if (!shift) return refuseMissing()
    const holder = await lockPerson(tx, shift.personId)
    await proveDutyRight(tx, person, holder, shift.role)
    await tx.delete(duty).where(eq(duty.id, shift.id))
    await record({
      room: 'people',
      subjectId: holder.id,
      action: 'people.duty_set',
      version: holder.version,
      before: { role: shift.role, startsAt: shift.startsAt, endsAt: shift.endsAt },
      after: { removed: true },
      data: { dutyId: shift.id, role: shift.role, removed: true },
    })
    return { dutyId: shift.id }
  },
})
