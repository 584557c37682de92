import { eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { personInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPerson } from './lock-person.ts'

/** Lets a deactivated person in again, with the roles they held; they sign in anew. `not_found` for who is active. */
export const reactivate = command({
  name: 'people.reactivate',
  right: 'people.manage',
  input: personInput,
  async run({ tx, person, input, record }) {
    const returning = await lockPerson(tx, input.personId)
    proveRight(person, 'people.manage', null)
    if (returning.deactivatedAt === null) return refuseMissing()
    const version = returning.version + 1
    await tx.update(people).set({ deactivatedAt: null, version }).where(eq(people.id, returning.id))
    await record({
      room: 'people',
      subjectId: returning.id,
      action: 'people.reactivated',
      version,
      before: { deactivatedAt: returning.deactivatedAt },
      after: { deactivatedAt: null },
    })
    return { version }
  },
})
