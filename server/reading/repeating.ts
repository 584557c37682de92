import { sql } from 'drizzle-orm'
import { plannedTime } from '../../domain/publications/planned-time.ts'
import { previewRepeatInput } from '../../domain/publications/series-input.ts'
import { SERIES_LIMIT, seriesDays } from '../../domain/publications/series-rule.ts'
import { shiftedTime } from '../../domain/publications/shifted-time.ts'
import type { BlockerCode } from '../../domain/publishing/blockers.ts'
import { readiness } from '../../domain/publishing/readiness.ts'
import { addDays, daysBetween } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { type CalendarRow, rowColumns, rowFrom } from './calendar-rows.ts'
import { factsOnce } from './facts-once.ts'
import { factsOf } from './judge-row.ts'
import { neighbourhood, placesOn, takesPlace } from './places.ts'
import { statement } from './statement.ts'

/** What a repetition may meet on its day, beside an hour that does not exist and a holiday. */
const met = ['paused', 'embargoed', 'time_past', 'clash', 'crowded'] as const satisfies readonly BlockerCode[]
type Met = (typeof met)[number]

const sourceStatement = statement<'publication' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select ${rowColumns} from publications p
  where p.id = ${param('publication')}::uuid and ${visibleTo({ id: text('person') }, text('moment'), 'p')}`,
)

/**
 * The days on which a rule would repeat a publication, its own first, each with what it would meet there: a pause, an
 * embargo, the past, neighbours of which the person may know, an hour that does not exist, and the holidays on it. All are
 * judged together. Gives at most one day more than a series holds. Refusals: not_found, not_scheduled.
 */
export const repeating = read({
  name: 'reading.repeating',
  right: 'publication.plan',
  input: previewRepeatInput,
  async run({ store, person, input, moment, agency }) {
    const [found] = await sourceStatement.run(store, {
      publication: input.publicationId,
      person: person.id,
      moment,
    })
    const source = rowFrom(found ?? refuseMissing())
    const first = source.plannedDay ?? refuse('not_scheduled', {})
    const days = seriesDays(input.rule, first)
    const last = days.at(-1) ?? first
    const once = await factsOnce(store, { from: first, to: last }, agency, moment)
    const repeated = days.map((day, index) => {
      const given = shiftedTime(source, daysBetween(first, day), agency.zone)
      const time = given && plannedTime(given, agency.zone)
      const id = index === 0 ? source.id : `${source.id} ${index}`
      return { day, time, row: { ...source, ...time, id } satisfies CalendarRow }
    })
    const around = [...new Set(days.flatMap((day) => [-1, 0, 1].map((step) => addDays(day, step))))].sort()
    const near = neighbourhood(
      [
        ...(await placesOn(store, around, person, moment)).filter((place) => place.id !== source.id),
        ...repeated.flatMap(({ time, row }) => (time !== null && takesPlace(row.state) ? [row] : [])),
      ],
      once.accounts,
    )
    return {
      most: SERIES_LIMIT,
      days: repeated.map(({ day, time, row }) => {
        const codes =
          time === null
            ? []
            : readiness(factsOf(row, once, near(row), agency), moment).map(({ code }) => code)
        return {
          day,
          plannedAt: time?.plannedAt ?? null,
          isGap: time === null,
          meets: met.filter((code): code is Met => codes.includes(code)),
          marks: once.marks.filter((mark) => mark.day === day && mark.kind !== 'important_day'),
        }
      }),
    }
  },
})
