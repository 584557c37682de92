import { eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { session } from '../../db/schema/sign-in.ts'
import { personInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockAdministrators, refuseWithoutAdministrator } from './keep-administrator.ts'
import { lockPerson } from './lock-person.ts'

/**
 * Shuts a person out at once: all their sessions end, no new one starts, nobody asks them any more. Name and what they
 * did stay. Refusals: `last_administrator`, `person_inactive` for who already is.
 */
export const deactivate = command({
  name: 'people.deactivate',
  right: 'people.manage',
  input: personInput,
  async run({ tx, person, input, moment, record }) {
    await lockAdministrators(tx)
    const leaving = await lockPerson(tx, input.personId)
    proveRight(person, 'people.manage', null)
    if (leaving.deactivatedAt !== null)
      refuse('person_inactive', { person: { id: leaving.id, name: leaving.name } })
    const version = leaving.version + 1
    await tx.update(people).set({ deactivatedAt: moment, version }).where(eq(people.id, leaving.id))
    await refuseWithoutAdministrator(tx)
    if (leaving.userId !== null) await tx.delete(session).where(eq(session.userId, leaving.userId))
    await record({
      room: 'people',
      subjectId: leaving.id,
      action: 'people.deactivated',
      version,
      before: { deactivatedAt: null },
      after: { deactivatedAt: moment },
    })
    return { version }
  },
})
