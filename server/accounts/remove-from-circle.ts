import { and, eq, isNull } from 'drizzle-orm'
import { circleMembers } from '../../db/schema/accounts.ts'
import { circleMemberInput } from '../../domain/accounts/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockExecutive } from './lock.ts'

/** Takes a person added by name out of the circle; who belongs to it by a role stays. Refuses `not_found`. */
export const removeFromCircle = command({
  name: 'accounts.removeFromCircle',
  right: 'accounts.manage',
  input: circleMemberInput,
  async run({ tx, person, input, moment, record }) {
    const account = await lockExecutive(tx, input.accountId)
    proveRight(person, 'accounts.manage', null)
    const [removed] = await tx
      .update(circleMembers)
      .set({ removedAt: moment, removedBy: person.id })
      .where(
        and(
          eq(circleMembers.accountId, account.id),
          eq(circleMembers.personId, input.personId),
          isNull(circleMembers.removedAt),
        ),
      )
      .returning({ id: circleMembers.id })
    if (!removed) return refuseMissing()
    await record({
      room: 'accounts',
      subjectId: account.id,
      action: 'accounts.circle_changed',
      version: account.version,
      data: { removed: input.personId },
    })
    return { removed: true }
  },
})
