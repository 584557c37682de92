import type { EventInput } from '@fullcalendar/react'
import { addDays, type Day } from '../../domain/time.ts'
import type { Days } from './days.ts'
import {
  type AgendaDay,
  type Embargo,
  type Entry,
  isDrawnAs,
  type MonthAnswer,
  type Obligation,
  type Pause,
} from './entry.ts'
import type { LoadHour } from './use-desk-load.ts'

/** What stands behind an event of the grid. */
export type GridThing =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'obligation'; due: Obligation }
  | { kind: 'pause'; pause: Pause }
  | { kind: 'embargo'; embargo: Embargo }
  | { kind: 'agenda'; event: AgendaDay }
  | { kind: 'load'; hour: LoadHour }

type Given = {
  entries: readonly Entry[]
  obligations: readonly Obligation[]
  pauses: readonly Pause[]
  embargoes: readonly Embargo[]
  agenda: readonly AgendaDay[]
  days: Days
}

type Beside = Omit<Given, 'entries' | 'days'>

const nothing: Beside = { obligations: [], pauses: [], embargoes: [], agenda: [] }

/** What stands in an answer beside its publications; each the same list as long as an answer says the same of it. */
export function besideOf(answer: MonthAnswer | undefined): Beside {
  const { obligations, pauses, embargoes, agenda } = answer ?? nothing
  return { obligations, pauses, embargoes, agenda }
}

const thingOf = (thing: GridThing) => ({ extendedProps: { thing } })

/** Pauses as bars over their days, never dragged. */
function pauseEvents({ pauses, days }: Pick<Given, 'pauses' | 'days'>): EventInput[] {
  return pauses.map((pause) => ({
    id: `pause-${pause.id}`,
    start: pause.firstDay,
    end: addDays(pause.lastDay === null || pause.lastDay > days.to ? days.to : pause.lastDay, 1),
    allDay: true,
    editable: false,
    rank: -2,
    ...thingOf({ kind: 'pause', pause }),
  }))
}

/** The end of an embargo, as a line in its day, never dragged. */
function embargoEvents({ embargoes }: Pick<Given, 'embargoes'>): EventInput[] {
  return embargoes.map((embargo) => ({
    id: `embargo-${embargo.id}`,
    start: embargo.day,
    allDay: true,
    editable: false,
    rank: -2,
    ...thingOf({ kind: 'embargo', embargo }),
  }))
}

/** An event of the agenda, as a line in its day above the publications. It moves by postponing, never by dragging. */
function agendaEvents({ agenda }: Pick<Given, 'agenda'>): EventInput[] {
  return agenda.map((event) => ({
    id: `agenda-${event.id}`,
    start: event.day,
    allDay: true,
    editable: false,
    rank: -2,
    ...thingOf({ kind: 'agenda', event }),
  }))
}

/** A month's events, and of each day how many publications more it holds than were given. */
export type MonthEvents = { events: EventInput[]; withheld: ReadonlyMap<Day, number> }

/**
 * A month: every event fills its day, in the order given; deadlines first. Of a day's publications the first `most` are
 * given and the others counted: the grid need not lay out what it would not show.
 */
export function monthEvents(given: Given, most: number): MonthEvents {
  const onDay = new Map<Day, number>()
  const events = [
    ...pauseEvents(given),
    ...embargoEvents(given),
    ...agendaEvents(given),
    ...given.obligations.map((due) => ({
      id: `due-${due.id}`,
      start: due.day,
      allDay: true,
      editable: false,
      rank: -1,
      ...thingOf({ kind: 'obligation', due }),
    })),
    ...given.entries.flatMap((entry, index) => {
      if (entry.day === null) return []
      const count = (onDay.get(entry.day) ?? 0) + 1
      onDay.set(entry.day, count)
      if (count > most) return []
      return {
        id: entry.id,
        start: entry.day,
        allDay: true,
        editable: entry.move === 'yes',
        rank: index,
        ...thingOf({ kind: 'entry', entry }),
      }
    }),
  ]
  const withheld = new Map([...onDay].flatMap(([day, count]) => (count > most ? [[day, count - most]] : [])))
  return { events, withheld }
}

/** Whether both fill a month alike. What stands behind a publication may be older then: its id says which it is. */
export function areDrawnAlike(one: MonthEvents, other: MonthEvents): boolean {
  return (
    one.events.length === other.events.length &&
    one.withheld.size === other.withheld.size &&
    [...one.withheld].every(([day, count]) => other.withheld.get(day) === count) &&
    one.events.every((event, index) => isEventDrawnAs(event, other.events[index] ?? {}))
  )
}

function isEventDrawnAs(one: EventInput, other: EventInput): boolean {
  const isPlacedAlike = (['id', 'start', 'end', 'editable', 'rank'] as const).every(
    (key) => one[key] === other[key],
  )
  if (!isPlacedAlike) return false
  const [a, b] = [one.extendedProps?.thing as GridThing, other.extendedProps?.thing as GridThing]
  if (a.kind === 'entry' && b.kind === 'entry') return isDrawnAs(a.entry, b.entry)
  if (a.kind === 'obligation' && b.kind === 'obligation') return a.due === b.due
  if (a.kind === 'pause' && b.kind === 'pause') return a.pause === b.pause
  if (a.kind === 'embargo' && b.kind === 'embargo') return a.embargo === b.embargo
  return a.kind === 'agenda' && b.kind === 'agenda' && a.event === b.event
}

const SHOWN_MINUTES = 60

/** A week: what has its time stands at it, what has none above the hours. Times are those of the agency's zone. */
export function weekEvents(given: Given, clockOf: (at: string) => string): EventInput[] {
  return [
    ...pauseEvents(given),
    ...embargoEvents(given),
    ...agendaEvents(given),
    ...given.obligations.map((due) => ({
      id: `due-${due.id}`,
      ...hourOf(due.day, clockOf(due.dueAt)),
      editable: false,
      rank: -1,
      ...thingOf({ kind: 'obligation', due }),
    })),
    ...given.entries.flatMap((entry, index) =>
      entry.day === null
        ? []
        : [
            {
              id: entry.id,
              ...(entry.timeKind === 'exact' && entry.clock !== null
                ? hourOf(entry.day, entry.clock)
                : { start: entry.day, allDay: true }),
              editable: entry.move === 'yes',
              rank: index,
              ...thingOf({ kind: 'entry', entry }),
            },
          ],
    ),
  ]
}

/** The shade behind the hours, never dragged and no stop of its own. */
export function loadEvents(hours: readonly LoadHour[], clockOf: (at: string) => string): EventInput[] {
  return hours.map((hour) => ({
    id: `load-${hour.at}`,
    ...hourOf(hour.day, clockOf(hour.at)),
    display: 'background',
    editable: false,
    interactive: false,
    ...thingOf({ kind: 'load', hour }),
  }))
}

/** One hour from the clock time on, kept within its day. */
function hourOf(day: Day, clock: string): { start: string; end: string } {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const end = Math.min(minutes + SHOWN_MINUTES, 24 * 60 - 1)
  const text = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
  return { start: `${day}T${clock}:00Z`, end: `${day}T${text}:00Z` }
}

export function thingIn(event: { extendedProps: Record<string, unknown> }): GridThing {
  return event.extendedProps.thing as GridThing
}
