import { eq, inArray } from 'drizzle-orm'
import { publications, series } from '../../db/schema/publications.ts'
import { repeatInput } from '../../domain/publications/series-input.ts'
import { SERIES_LIMIT, seriesDays } from '../../domain/publications/series-rule.ts'
import { shiftedTime } from '../../domain/publications/shifted-time.ts'
import { daysBetween } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { Refused, refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { copyPublication } from './copy-publication.ts'
import { lockPublication } from './lock.ts'
import { refuseSinceSeen } from './refuse-since-seen.ts'
import { standsInSeries } from './stands-in-series.ts'
import { transition } from './transition.ts'
import { usableAccounts } from './usable-accounts.ts'
import { refuseUnlessOpenTo } from './writing.ts'

/**
 * Repeats a publication by a rule: it becomes the first of a series, and each later day gets a copy of its own at the same
 * clock of the agency's zone, checked as a created one. All or none; the days that could not are listed. Nothing of an
 * approval is copied, and none ends. Refusals: not_found, not_in_this_state, conflict (changed since it was seen),
 * in_series, not_scheduled, series_length, account_ended, series_not_made.
 */
export const repeat = command({
  name: 'publications.repeat',
  right: 'publication.plan',
  input: repeatInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency, record } = context
    const source = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'publication.plan', source.unitId)
    refuseUnlessOpenTo(source, 'edit_details')
    if (await standsInSeries(tx, source, person, moment)) refuse('in_series', {})
    await refuseSinceSeen(tx, source, input)
    const first = source.plannedDay ?? refuse('not_scheduled', {})
    const days = seriesDays(input.rule, first)
    if (days.length < 2 || days.length > SERIES_LIMIT)
      refuse('series_length', { count: days.length, most: SERIES_LIMIT })
    await usableAccounts(tx, source.accountIds, person, moment)

    const made: string[] = []
    const notMade: { day: string; code: string; data: Record<string, unknown> }[] = []
    for (const day of days.slice(1)) {
      const time = shiftedTime(source, daysBetween(first, day), agency.zone) ?? refuse('not_scheduled', {})
      try {
        const accountIds = source.accountIds
        const data = { fromId: source.id }
        made.push((await copyPublication(context, source, { time, accountIds }, { data })).id)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        notMade.push({ day, code: error.code, data: error.data })
      }
    }
    if (notMade.length > 0) refuse('series_not_made', { items: notMade })

    const [begun] = await tx
      .insert(series)
      .values({ unitId: source.unitId, rule: input.rule, createdBy: person.id, createdAt: moment })
      .returning({ id: series.id })
    if (!begun) throw new Error('the series was not written')
    const members = [source.id, ...made]
    await tx.update(publications).set({ seriesId: begun.id }).where(inArray(publications.id, members))
    const version = source.version + 1
    await tx.update(publications).set({ version }).where(eq(publications.id, source.id))
    await transition(tx, source, 'edit_details', { moment, right })
    await record({
      room: 'publications',
      subjectId: source.id,
      publicationId: source.id,
      action: 'publications.repeated',
      version,
      data: { seriesId: begun.id },
    })
    return { version, publicationIds: members }
  },
})
