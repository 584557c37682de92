import { and, eq, isNull } from 'drizzle-orm'
import { circleMembers } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { circleMemberInput } from '../../domain/accounts/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockExecutive } from './lock.ts'

/**
 * Adds a person by name to the circle of an executive account: from now on they see what is planned there.
 * Refuses `circle_not_yourself`, `circle_already_in`, `account_not_executive`, `account_ended`, `not_found`.
 */
export const addToCircle = command({
  name: 'accounts.addToCircle',
  right: 'accounts.manage',
  input: circleMemberInput,
  async run({ tx, person, input, moment, record }) {
    const account = await lockExecutive(tx, input.accountId)
    proveRight(person, 'accounts.manage', null)
    if (input.personId === person.id) refuse('circle_not_yourself', {})
    const [added] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.id, input.personId), isNull(people.deactivatedAt)))
    if (!added) return refuseMissing()
    const [member] = await tx
      .insert(circleMembers)
      .values({
        accountId: account.id,
        personId: input.personId,
        addedBy: person.id,
        addedAt: moment,
      })
      .onConflictDoNothing()
      .returning({ id: circleMembers.id })
    if (!member) return refuse('circle_already_in', { name: added.name })
    await record({
      room: 'accounts',
      subjectId: account.id,
      action: 'accounts.circle_changed',
      version: account.version,
      data: { added: input.personId },
    })
    return { added: true }
  },
})
