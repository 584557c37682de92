import { sql } from 'drizzle-orm'
import { monthInput, PER_DAY_LIMIT } from '../../domain/reading/input.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { itemMaker } from './calendar-item.ts'
import { ROW_WIDTH, rowAt, rowColumns } from './calendar-rows.ts'
import { embargoesIn, ofCampaigns } from './embargo-days.ts'
import { factsOnce } from './facts-once.ts'
import { type FilterName, filterCondition, filterValues, narrows, toldByRule } from './filter.ts'
import { factsOf, judge } from './judge-row.ts'
import { daysOfSpan } from './pause-days.ts'
import { neighbourhood, placesOn, takesPlace } from './places.ts'
import { statement } from './statement.ts'

/** Within a day: what has its time first, in order of time; what is tentative or open after it. */
const dayOrder = sql.raw(`p.time_kind <> 'exact', p.planned_at, p.id`)

/** Also run by the benchmark's bare handler. */
export const monthStatement = statement<FilterName | 'from' | 'to' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select * from (
    select ${rowColumns},
      row_number() over (partition by p.planned_day order by ${dayOrder}) as place,
      count(*) over (partition by p.planned_day)::int as day_count,
      (count(*) filter (where p.objective = 'promote') over (partition by p.planned_day))::int as day_promote
    from publications p
    where p.planned_day between ${param('from')}::date and ${param('to')}::date
      and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
      and ${filterCondition(param)}
  ) p where p.place <= ${sql.raw(String(PER_DAY_LIMIT))}
  order by p."plannedDay", p.place`,
)

/**
 * The publications of up to 42 days with their readiness, judged at this moment, beside pauses, days by decree and
 * deadlines of issues. A day gives at most fifty; `cut` counts the days that hold more.
 */
export const month = read({
  name: 'reading.month',
  right: 'institutional.read',
  input: monthInput,
  async run({ store, person, input, moment, agency }) {
    const { from, to, filter } = input
    const edges = [addDays(from, -1), addDays(to, 1)]
    const isNarrowed = narrows(filter)
    const [found, once, beside, embargoed] = await Promise.all([
      monthStatement.runValues(store, {
        ...filterValues(filter, moment, agency),
        from,
        to,
        person: person.id,
        moment,
      }),
      factsOnce(store, input, agency, moment),
      isNarrowed ? [] : placesOn(store, edges, person, moment),
      embargoesIn(store, input, person, agency, moment),
    ])
    const cut: { day: Day; count: number; promote: number }[] = []
    for (const values of found) {
      const count = values[ROW_WIDTH + 1] as number
      if (count <= PER_DAY_LIMIT || values[ROW_WIDTH] !== '1') continue
      cut.push({ day: rowAt(values).plannedDay as Day, count, promote: values[ROW_WIDTH + 2] as number })
    }
    const rows = found.map(rowAt)

    // Whoever is near is seen whatever the filter: the rows say it themselves only where they are all of their days.
    const isWhole = cut.length === 0 && !isNarrowed
    const places = isWhole
      ? [...beside, ...rows.filter((row) => takesPlace(row.state))]
      : await placesOn(store, daysFrom(addDays(from, -1), addDays(to, 1)), person, moment)
    const near = neighbourhood(places, once.accounts)

    const { refs, make } = itemMaker(person)
    const told = toldByRule(filter)
    const items = []
    for (const row of rows) {
      const judged = judge(row, () => factsOf(row, once, near(row), agency), agency, moment)
      if (told === null || told.isKept(judged.status, judged.blockers)) items.push(make(row, judged))
    }
    return {
      moment,
      today: dayOf(moment, agency.zone),
      refs,
      items,
      cut,
      pauses: once.pauses.map((pause) => ({
        id: pause.id,
        kind: pause.kind,
        name: pause.name,
        stops: pause.stops,
        scope: pause.scope,
        ...daysOfSpan(pause, agency.zone),
      })),
      marks: once.marks,
      agenda: once.agenda,
      embargoes: [...embargoed, ...ofCampaigns(once, input, agency.zone)],
      obligations: once.obligations.map((due) => ({ ...due, day: dayOf(due.dueAt, agency.zone) })),
    }
  },
})

function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
}
