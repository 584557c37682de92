import { eq } from 'drizzle-orm'
import { savedViews } from '../../db/schema/views.ts'
import { changeViewInput } from '../../domain/views/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy, lockView, proveName } from './lock.ts'

/**
 * Gives a saved view another name, or another filter and another way to be shown. Refusals: `not_found`,
 * `view_name_taken`, and `conflict` where somebody changed the same part first.
 */
export const change = command({
  name: 'views.change',
  right: 'institutional.read',
  input: changeViewInput,
  async run({ tx, person, input, record }) {
    const { viewId, version, ...fields } = input
    const view = await lockView(tx, person, viewId)
    if (view.removedAt !== null) refuseMissing()
    await mergeOrRefuse(
      tx,
      { room: 'views', subjectId: viewId, version: view.version },
      version,
      fields,
      view,
    )
    const after = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const touched = Object.keys(after) as (keyof typeof fields)[]
    if (touched.length === 0) return { version: view.version }
    if (fields.name !== undefined) await proveName(tx, view, fields.name, viewId)
    const next = view.version + 1
    await tx
      .update(savedViews)
      .set({ ...after, version: next })
      .where(eq(savedViews.id, viewId))
    await record({
      room: 'views',
      subjectId: viewId,
      action: 'views.changed',
      version: next,
      before: Object.fromEntries(touched.map((field) => [field, view[field]])),
      after,
      data: heardBy(view),
    })
    return { version: next }
  },
})
