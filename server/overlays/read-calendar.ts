import ICAL from 'ical.js'
import { addDays, addMilliseconds, type Day, dayOf, type Instant, startOfDay } from '../../domain/time.ts'
import { dayText, instantOf, zoneNameOf } from './calendar-time.ts'
import { calendarsIn } from './calendars-in.ts'

export const EVENTS_LIMIT = 2_000
/** Before the earliest are kept, so many are gathered. */
const GATHERED = 20_000
/** Of one recurrence so many occurrences are walked through, those before the window too. */
const WALKED = 20_000
const TITLE_CHARACTERS = 300

export type CalendarQuestion = { text: string; zone: string; from: Day; to: Day }

export type ReadEvent = {
  title: string
  firstDay: Day
  lastDay: Day
  startsAt: Instant | null
  endsAt: Instant | null
}

/** `null`: the text is no iCalendar. */
export type CalendarAnswer = { events: ReadEvent[]; isCut: boolean } | null

/**
 * The occurrences of an iCalendar text that touch the days asked for, recurrences written out with what was moved or left
 * out of them, the earliest first; what was cancelled is left out. A time without a zone, or of one that the text does not
 * explain and no runtime knows, is the agency's. Events that cannot be read are passed over.
 */
export function readCalendar({ text, zone, from, to }: CalendarQuestion): CalendarAnswer {
  const calendars = calendarsIn(text)
  if (calendars.length === 0) return null
  const window = { from, to, zone, since: startOfDay(from, zone), until: startOfDay(addDays(to, 1), zone) }
  const found: ReadEvent[] = []
  for (const event of calendars.flatMap(eventsOf)) {
    found.push(...occurrences(event, window))
    if (found.length > GATHERED) break
  }
  const key = (one: ReadEvent) => `${one.firstDay} ${one.startsAt ?? ''} ${one.title}`
  found.sort((one, other) => (key(one) < key(other) ? -1 : 1))
  return { events: found.slice(0, EVENTS_LIMIT), isCut: found.length > EVENTS_LIMIT }
}

type Window = { from: Day; to: Day; zone: string; since: Instant; until: Instant }

/** The events that stand by themselves, each knowing what was moved or changed of its recurrence. */
function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  const all = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const whole = new Map(all.flatMap((one) => (one.isRecurrenceException() ? [] : [[one.uid, one]])))
  return all.filter((event) => {
    const recurring = event.isRecurrenceException() ? whole.get(event.uid) : undefined
    recurring?.relateException(event)
    return recurring === undefined
  })
}

/** What an event puts into the window. */
function occurrences(event: ICAL.Event, window: Window): ReadEvent[] {
  try {
    if (isCancelled(event)) return []
    if (!event.isRecurring() || event.isRecurrenceException()) {
      return placed(event.summary, event.startDate, event.endDate, window)
    }
    const found: ReadEvent[] = []
    const iterator = event.iterator()
    for (let walked = 0; walked < WALKED && found.length <= EVENTS_LIMIT; walked++) {
      const next = iterator.next()
      if (!next || isPast(next, window)) break
      const { item, startDate, endDate } = event.getOccurrenceDetails(next)
      if (!isCancelled(item)) found.push(...placed(item.summary, startDate, endDate, window))
    }
    return found
  } catch (error) {
    // One event of somebody else's calendar that no rule explains must not take the others along.
    if (error instanceof Error) return []
    throw error
  }
}

/** A recurrence goes forward only: from here on nothing of it stands in the window. */
function isPast(time: ICAL.Time, { to, zone, until }: Window): boolean {
  if (time.isDate) return dayText(time) > to
  const at = instantOf(time, zone)
  return at !== null && at >= until
}

function isCancelled(event: ICAL.Event): boolean {
  return String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
}

function placed(title: string | null, start: ICAL.Time, end: ICAL.Time | null, window: Window): ReadEvent[] {
  const { from, to, zone, since, until } = window
  if (start.isDate) {
    const firstDay = dayText(start)
    const after = end === null ? addDays(firstDay, 1) : dayText(end)
    const lastDay = after > firstDay ? addDays(after, -1) : firstDay
    if (lastDay < from || firstDay > to) return []
    return [{ title: oneLine(title ?? ''), firstDay, lastDay, startsAt: null, endsAt: null }]
  }
  const named = zoneNameOf(start)
  const startsAt = instantOf(start, zone, named)
  if (startsAt === null || startsAt >= until) return []
  const ended = end === null ? null : instantOf(end, zone, zoneNameOf(end) ?? named)
  const endsAt = ended !== null && ended > startsAt ? ended : startsAt
  if (endsAt < since) return []
  const firstDay = dayOf(startsAt, zone)
  // What ends at midnight does not touch the next day.
  const lastDay = endsAt === startsAt ? firstDay : dayOf(addMilliseconds(endsAt, -1), zone)
  if (lastDay < from) return []
  return [{ title: oneLine(title ?? ''), firstDay, lastDay, startsAt, endsAt }]
}

function oneLine(title: string): string {
  const words = title
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return words.slice(0, TITLE_CHARACTERS).toWellFormed()
}
