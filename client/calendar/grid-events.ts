import type { EventInput } from '@fullcalendar/react'
import { addDays, type Day } from '../../domain/time.ts'
import type { Days } from './days.ts'
import type { AgendaDay, Embargo, Entry, MonthAnswer, Obligation, Pause } from './entry.ts'
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

/** What stands in an answer beside its publications. */
export function besideOf(answer: MonthAnswer | undefined): Omit<Given, 'entries' | 'days'> {
  const { obligations = [], pauses = [], embargoes = [], agenda = [] } = answer ?? {}
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

/** A month: every event fills its day, in the order given; deadlines first. */
export function monthEvents(given: Given): EventInput[] {
  return [
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
    ...given.entries.flatMap((entry, index) =>
      entry.day === null
        ? []
        : [
            {
              id: entry.id,
              start: entry.day,
              allDay: true,
              editable: entry.move === 'yes',
              rank: index,
              ...thingOf({ kind: 'entry', entry }),
            },
          ],
    ),
  ]
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
