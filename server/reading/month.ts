import { sql } from 'drizzle-orm'
import { narrows } from '../../domain/publications/narrows.ts'
import { monthInput } from '../../domain/reading/input.ts'
import { PER_DAY_LIMIT } from '../../domain/reading/limits.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from '../publications/visible.ts'
import { type CalendarItem, itemMaker, plansOf } from './calendar-item.ts'
import { type CalendarRow, ROW_WIDTH, rowAt, rowColumns } from './calendar-rows.ts'
import { dayByDay } from './day-by-day.ts'
import { embargoesIn, ofCampaigns } from './embargo-days.ts'
import { type FactsOnce, factsOnce } from './facts-once.ts'
import { type FilterName, filterCondition, filterValues, toldByRule } from './filter.ts'
import { factsOf, judge } from './judge-row.ts'
import { daysOfSpan } from './pause-days.ts'
import { type Neighbours, neighbourhood, placesOn } from './places.ts'
import { statement } from './statement.ts'

/** Within a day: what has its time first, in order of time; what is tentative or open after it. */
const dayOrder = sql.raw(`p.time_kind <> 'exact', p.planned_at, p.id`)

const monthStatement = statement<FilterName | 'from' | 'to' | 'person' | 'moment'>(
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
    const [before, after] = [addDays(from, -1), addDays(to, 1)]
    const isNarrowed = narrows(filter)
    const { refs, make } = itemMaker(plansOf(person))
    const told = toldByRule(filter)
    const items: CalendarItem[] = []
    const takeItem = (row: CalendarRow, near: Neighbours, once: FactsOnce) => {
      const judged = judge(row, () => factsOf(row, once, near, agency), agency, moment)
      if (told === null || told.isKept(judged.status, judged.blockers)) items.push(make(row, judged))
    }

    const rows: CalendarRow[] = []
    const cut: { day: Day; count: number; promote: number }[] = []
    const days = dayByDay(takeItem)
    const [, [once, beside], embargoed] = await Promise.all([
      monthStatement.runEach(
        store,
        { ...filterValues(filter, moment, agency), from, to, person: person.id, moment },
        (values) => {
          const row = rowAt(values)
          rows.push(row)
          if (!isNarrowed) days.take(row)
          const count = values[ROW_WIDTH + 1] as number
          if (count <= PER_DAY_LIMIT || values[ROW_WIDTH] !== '1') return
          cut.push({ day: row.plannedDay as Day, count, promote: values[ROW_WIDTH + 2] as number })
        },
      ),
      Promise.all([
        factsOnce(store, input, agency, moment),
        isNarrowed ? [] : placesOn(store, [before, after], person, moment),
      ]).then((known) => {
        const [once, beside] = known
        days.know(
          once,
          beside.filter((place) => place.plannedDay === before),
        )
        return known
      }),
      embargoesIn(store, input, person, agency, moment),
    ])

    // Whoever is near is seen whatever the filter: the rows say it themselves only where they are all of their days.
    if (cut.length === 0 && !isNarrowed) days.end(beside.filter((place) => place.plannedDay === after))
    else {
      const near = neighbourhood(
        await placesOn(store, daysFrom(before, after), person, moment),
        once.accounts,
      )
      items.length = 0
      for (const row of rows) takeItem(row, near(row), once)
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
