import { eq, sql } from 'drizzle-orm'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { HANGING_LIMIT, previewPostponingInput } from '../../domain/agenda/input.ts'
import { eventTime, shiftBetween } from '../../domain/agenda/shift.ts'
import { postponed } from '../../domain/publications/postponing.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import type { BlockerCode } from '../../domain/publishing/blockers.ts'
import { readiness } from '../../domain/publishing/readiness.ts'
import { addDays, type Day, dayOf } from '../../domain/time.ts'
import { eventColumns } from '../agenda/event-time.ts'
import { read } from '../infrastructure/read.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { timeOf } from '../publications/write-move.ts'
import { type CalendarRow, rowColumns, rowFrom } from './calendar-rows.ts'
import { factsOnce } from './facts-once.ts'
import { factsOf, movingOf } from './judge-row.ts'
import { neighbourhood, placesOn, takesPlace } from './places.ts'
import { statement } from './statement.ts'

/** What a new time may break, beside the end of an approval and an hour that does not exist. */
const broken = [
  'paused',
  'embargoed',
  'time_past',
  'clash',
  'crowded',
] as const satisfies readonly BlockerCode[]
type Broken = (typeof broken)[number]

const hangingStatement = statement<'event' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select ${rowColumns} from publications p
  where p.agenda_event_id = ${param('event')}::uuid and p.handed_over_at is null
    and p.state in (${sql.join(
      changeableStates.map((state) => sql`${state}`),
      sql`, `,
    )})
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
  order by p.planned_day, p.planned_at, p.id limit ${sql.raw(String(HANGING_LIMIT))}`,
)

/**
 * What postponing an event to this time would do, publication by publication, of those the person may know of: from when
 * to when, whether its approval ends, whether its hour is lost, and what would stand in its way there. All are judged at
 * their new times together. Refusals: not_found, event_cancelled, time_does_not_exist.
 */
export const postponing = read({
  name: 'reading.postponing',
  right: 'agenda.manage',
  input: previewPostponingInput,
  async run({ db, store, person, input, moment, agency }) {
    const [event] = await db.select().from(agendaEvents).where(eq(agendaEvents.id, input.eventId))
    if (!event) return refuseMissing()
    if (event.cancelledAt !== null) refuse('event_cancelled', { name: event.name })
    eventColumns(input.time, agency.zone)
    const shift = shiftBetween(eventTime(event), input.time)
    const found = await hangingStatement.run(store, { event: event.id, person: person.id, moment })
    const moves = found.map(rowFrom).map((row) => {
      const { time, isGap } = postponed(timeOf(row), shift, agency.zone)
      return { row, isGap, moved: { ...row, ...time } satisfies CalendarRow }
    })
    const days = daysOf(moves.map(({ moved }) => moved.plannedDay))
    const [first = dayOf(moment, agency.zone), last = first] = [days.at(0), days.at(-1)]
    const once = await factsOnce(store, { from: first, to: last }, agency, moment)
    const own = new Set(moves.map(({ row }) => row.id))
    const places = [
      ...(await placesOn(store, days, person, moment)).filter((place) => !own.has(place.id)),
      ...moves.map(({ moved }) => moved).filter((row) => takesPlace(row.state)),
    ]
    const near = neighbourhood(places, once.accounts)
    return {
      version: event.version,
      moves: moves.map(({ row, moved, isGap }) => {
        const codes = readiness(factsOf(moved, once, near(moved), agency), moment).map(({ code }) => code)
        return {
          id: row.id,
          title: row.title,
          timeVersion: row.timeVersion,
          from: timeOf(row),
          to: timeOf(moved),
          endsApproval: movingOf(row).endsApproval && moved.plannedAt !== row.plannedAt,
          losesHour: isGap,
          breaks: broken.filter((code): code is Broken => codes.includes(code)),
        }
      }),
    }
  },
})

/** These days, each with the one before and after it, in order. */
function daysOf(planned: readonly (Day | null)[]): Day[] {
  const days = new Set<Day>()
  for (const day of planned) if (day !== null) for (const step of [-1, 0, 1]) days.add(addDays(day, step))
  return [...days].sort()
}
