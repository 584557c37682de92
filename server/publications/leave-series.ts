import { eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { onePublicationInput } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication } from './lock.ts'
import { standsInSeries } from './stands-in-series.ts'
import { transition } from './transition.ts'
import { refuseUnlessOpenTo } from './writing.ts'

/**
 * Takes one publication out of its series: it stays as it is, and no change of the others reaches it any more. No content
 * changes, so no approval ends. Refusals: not_found, not_in_this_state, not_in_series.
 */
export const leaveSeries = command({
  name: 'publications.leaveSeries',
  right: 'publication.plan',
  input: onePublicationInput,
  async run({ tx, person, input, moment, record }) {
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'publication.plan', before.unitId)
    refuseUnlessOpenTo(before, 'edit_details')
    if (!(await standsInSeries(tx, before, person, moment))) return refuse('not_in_series', {})
    const version = before.version + 1
    await tx.update(publications).set({ seriesId: null, version }).where(eq(publications.id, before.id))
    await transition(tx, before, 'edit_details', { moment, right })
    await record({
      room: 'publications',
      subjectId: before.id,
      publicationId: before.id,
      action: 'publications.left_series',
      version,
      data: { seriesId: before.seriesId },
    })
    return { version }
  },
})
