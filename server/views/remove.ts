import { eq } from 'drizzle-orm'
import { savedViews } from '../../db/schema/views.ts'
import { viewInput } from '../../domain/views/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy, lockView } from './lock.ts'

/** Takes a saved view away; the feeds of it end with it, and begin again where it is put back. Refuses `not_found`. */
export const remove = command({
  name: 'views.remove',
  right: 'institutional.read',
  input: viewInput,
  async run({ tx, person, input, moment, record }) {
    const view = await lockView(tx, person, input.viewId)
    if (view.removedAt !== null) refuseMissing()
    const version = view.version + 1
    await tx.update(savedViews).set({ removedAt: moment, version }).where(eq(savedViews.id, view.id))
    await record({
      room: 'views',
      subjectId: view.id,
      action: 'views.removed',
      version,
      before: { removedAt: null },
      after: { removedAt: moment },
      data: heardBy(view),
    })
    return { version }
  },
})
