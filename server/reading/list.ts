import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { listInput } from '../../domain/reading/input.ts'
import { addDays, type Day, dayOf } from '../../domain/time.ts'
import { cursorOf, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { type CalendarRow, rowColumns } from './calendar-rows.ts'
import { type FilterName, filterCondition, filterValues } from './filter.ts'
import { judgedPage } from './judged-page.ts'
import { statement } from './statement.ts'

/** Later than every planned time: where a day's hour is open. */
const NO_HOUR = '9999-12-31T00:00:00.000Z'

/** Day, whether the time is not exact, instant, id: the order of the list. */
const place = z.tuple([z.iso.date(), z.boolean(), z.iso.datetime(), z.uuid()])
type At = z.output<typeof place>

/** Pauses are looked up for so many days from the first of a list without an end. */
const DAYS_LOOKED_AT = 400

const listStatement = statement<
  FilterName | 'from' | 'to' | 'person' | 'moment' | 'day' | 'isLoose' | 'at' | 'id' | 'limit'
>(
  ({ param, text }) => sql`
  select ${rowColumns} from publications p
  where p.planned_day >= ${param('from')}::date
    and (${param('to')}::date is null or p.planned_day <= ${param('to')}::date)
    and (${param('day')}::date is null or (p.planned_day, p.time_kind <> 'exact', coalesce(p.planned_at, '${sql.raw(NO_HOUR)}'), p.id)
      > (${param('day')}::date, ${param('isLoose')}::boolean, ${param('at')}::timestamptz, ${param('id')}::uuid))
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
    and ${filterCondition(param)}
  order by p.planned_day, p.time_kind <> 'exact', coalesce(p.planned_at, '${sql.raw(NO_HOUR)}'), p.id
  limit ${param('limit')}::int`,
)

/** Day after day, a page at a time; what stands in it is judged as the month judges it. */
export const list = read({
  name: 'reading.list',
  right: 'institutional.read',
  input: listInput,
  async run({ store, person, input, moment, agency }) {
    const { from, to, filter, size } = input
    const values = { ...filterValues(filter, moment, agency), from, to, person: person.id, moment }
    const start = placeIn(input.cursor, place)
    const page = await judgedPage<At>(
      { store, person, agency, moment },
      {
        filter,
        size,
        start,
        days: { from, to: to ?? addDays(from, DAYS_LOOKED_AT) },
        rowsAfter: (after, limit) => {
          const [day, isLoose, at, id] = after ?? [null, null, null, null]
          const since = day !== null && day > from ? day : from
          return listStatement.run(store, { ...values, from: since, day, isLoose, at, id, limit })
        },
        placeOf: placeOfRow,
        cursorAt: cursorOf,
      },
    )
    return { moment, today: dayOf(moment, agency.zone), ...page }
  },
})

function placeOfRow(row: CalendarRow): At {
  return [row.plannedDay as Day, row.timeKind !== 'exact', row.plannedAt ?? NO_HOUR, row.id]
}
