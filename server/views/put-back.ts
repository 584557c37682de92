import { eq } from 'drizzle-orm'
import { savedViews } from '../../db/schema/views.ts'
import { viewInput } from '../../domain/views/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy, lockView, proveName } from './lock.ts'

/** Undoes the removal of a saved view. Refusals: `not_found`, `view_name_taken`, `views_too_many`. */
export const putBack = command({
  name: 'views.putBack',
  right: 'institutional.read',
  input: viewInput,
  async run({ tx, person, input, record }) {
    const view = await lockView(tx, person, input.viewId)
    if (view.removedAt === null) refuseMissing()
    await proveName(tx, view, view.name, view.id)
    const version = view.version + 1
    await tx.update(savedViews).set({ removedAt: null, version }).where(eq(savedViews.id, view.id))
    await record({
      room: 'views',
      subjectId: view.id,
      action: 'views.put_back',
      version,
      before: { removedAt: view.removedAt },
      after: { removedAt: null },
      data: heardBy(view),
    })
    return { version }
  },
})
