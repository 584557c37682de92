import { savedViews } from '../../db/schema/views.ts'
import { saveViewInput } from '../../domain/views/input.ts'
import { command } from '../infrastructure/command.ts'
import { heardBy, proveName, provePlace } from './lock.ts'

/**
 * Keeps a filter of the calendar under a name, for oneself or for a unit in which one plans. Refusals: `not_found`,
 * `view_name_taken`, `views_too_many`.
 */
export const save = command({
  name: 'views.save',
  right: 'institutional.read',
  input: saveViewInput,
  async run({ tx, person, input, moment, record }) {
    const place = { ownerId: person.id, unitId: input.unitId }
    provePlace(person, place)
    await proveName(tx, place, input.name, null)
    const [view] = await tx
      .insert(savedViews)
      .values({ ...input, ...place, savedAt: moment, version: 1 })
      .returning({ id: savedViews.id })
    if (!view) throw new Error('no view was written')
    await record({
      room: 'views',
      subjectId: view.id,
      action: 'views.saved',
      version: 1,
      before: {},
      after: input,
      data: heardBy(place),
    })
    return { id: view.id }
  },
})
