import { sql } from 'drizzle-orm'
import { yearInput } from '../../domain/reading/input.ts'
import { addDays, type Day, dayOf, weekdayOf } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { type FilterName, filterCondition, filterValues, toldByRule } from './filter.ts'
import { statement } from './statement.ts'

type Counts = { promote: number; protect: number }

const yearStatement = statement<FilterName | 'from' | 'to' | 'first' | 'last' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select (p.planned_day - (extract(isodow from p.planned_day)::int - 1))::text as monday,
    (count(*) filter (where p.objective = 'promote'))::int as promote,
    (count(*) filter (where p.objective = 'protect'))::int as protect,
    (count(*) filter (where p.objective = 'promote' and p.planned_day between ${param('first')}::date and ${param('last')}::date))::int as own_promote,
    (count(*) filter (where p.objective = 'protect' and p.planned_day between ${param('first')}::date and ${param('last')}::date))::int as own_protect
  from publications p
  where p.planned_day between ${param('from')}::date and ${param('to')}::date
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
    and ${filterCondition(param)}
  group by 1`,
)

/**
 * How many of each objective every week of a year holds, counted where they are stored; the weeks at its edges are
 * whole, `sum` is of the year's own days. What only the rules can tell does not narrow it: then `isWhole` is false.
 */
export const year = read({
  name: 'reading.year',
  right: 'institutional.read',
  input: yearInput,
  async run({ store, person, input, moment, agency }) {
    const [first, last] = [`${input.year}-01-01`, `${input.year}-12-31`]
    const from = addDays(first, 1 - weekdayOf(first))
    const to = addDays(last, 7 - weekdayOf(last))
    const found = await yearStatement.run(store, {
      ...filterValues(input.filter, moment, agency),
      from,
      to,
      first,
      last,
      person: person.id,
      moment,
    })
    const counts = new Map(found.map((row) => [row.monday as Day, row]))
    const weeks: ({ monday: Day } & Counts)[] = []
    for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
      const row = counts.get(monday)
      const promote = (row?.promote ?? 0) as number
      weeks.push({ monday, promote, protect: (row?.protect ?? 0) as number })
    }
    const sum: Counts = { promote: 0, protect: 0 }
    for (const row of found) {
      sum.promote += row.own_promote as number
      sum.protect += row.own_protect as number
    }
    return { today: dayOf(moment, agency.zone), weeks, sum, isWhole: toldByRule(input.filter) === null }
  },
})
