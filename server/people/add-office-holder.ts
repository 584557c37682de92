import { people } from '../../db/schema/people.ts'
import { addOfficeHolderInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'

/** Enters a leader who has no sign-in, so that an executive account can name them. */
export const addOfficeHolder = command({
  name: 'people.addOfficeHolder',
  right: 'people.manage',
  input: addOfficeHolderInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'people.manage', null)
    const [leader] = await tx
      .insert(people)
      .values({
        name: input.name,
        position: input.position,
        locale: 'id',
        theme: 'auto',
        singleKeysOff: false,
        createdAt: moment,
        version: 1,
      })
      .returning({ id: people.id })
    if (!leader) throw new Error('no person came back')
    await record({
      room: 'people',
      subjectId: leader.id,
      action: 'people.office_holder_added',
      version: 1,
      after: { ...input },
    })
    return { personId: leader.id }
  },
})
