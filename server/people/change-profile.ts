import { eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { changeProfileInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockPerson } from './lock-person.ts'

/** Changes one's own name, office, extension, language, appearance, first page and keys: the touched fields only. */
export const changeProfile = command({
  name: 'people.changeProfile',
  right: 'own.account',
  input: changeProfileInput,
  async run({ tx, person, input, record }) {
    const own = await lockPerson(tx, person.id)
    const touched = {
      ...input,
      ...(input.position === undefined ? {} : { position: input.position || null }),
      ...(input.extension === undefined ? {} : { extension: input.extension || null }),
    }
    const version = own.version + 1
    await tx
      .update(people)
      .set({ ...touched, version })
      .where(eq(people.id, own.id))
    const fields = Object.keys(touched) as (keyof typeof touched)[]
    await record({
      room: 'people',
      subjectId: own.id,
      action: 'people.changed',
      version,
      before: Object.fromEntries(fields.map((field) => [field, own[field]])),
      after: touched,
      data: { fields },
    })
    return { version }
  },
})
