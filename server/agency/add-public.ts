import { publics } from '../../db/schema/agency.ts'
import { addPublicInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublics } from './lock-publics.ts'

/** Adds a public to choose from. Refuses `public_name_taken`, whatever the name's case. */
export const addPublic = command({
  name: 'agency.addPublic',
  right: 'agency.manage',
  input: addPublicInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'agency.manage', null)
    await lockPublics(tx)
    const [added] = await tx
      .insert(publics)
      .values({ name: input.name, createdAt: moment, version: 1 })
      .onConflictDoNothing()
      .returning({ id: publics.id })
    if (!added) return refuse('public_name_taken', { name: input.name })
    await record({
      room: 'agency',
      subjectId: added.id,
      action: 'agency.changed',
      version: 1,
      after: { name: input.name },
      data: { publicId: added.id },
    })
    return { id: added.id }
  },
})
