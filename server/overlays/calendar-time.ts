import type ICAL from 'ical.js'
import { atClock, type Day, type Instant } from '../../domain/time.ts'

/** The day that a time of an iCalendar text names. */
export function dayText(time: ICAL.Time): Day {
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  return `${digits(time.year, 4)}-${digits(time.month, 2)}-${digits(time.day, 2)}`
}

/**
 * The instant of a time of an iCalendar text: in UTC, in a zone that the text explains, in one that this runtime knows by
 * name (`named`, where the time itself does not say it), else in `zone`. Null where the clock does not show it on that day, and past the years that are kept.
 */
export function instantOf(
  time: ICAL.Time,
  zone: string,
  named: string | null = zoneNameOf(time),
): Instant | null {
  if (time.year < 1900 || time.year > 2200) return null
  const given = time.zone
  if (given?.tzid === 'UTC' || given?.component) return new Date(time.toUnixTime() * 1000).toISOString()
  const clock = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
  return atClock(dayText(time), clock, named !== null && isZone(named) ? named : zone)
}

/** The name of the zone that a time was written with; null where it has none. */
export function zoneNameOf(time: ICAL.Time): string | null {
  const named: unknown = 'timezone' in time ? time.timezone : null
  return typeof named === 'string' && named !== '' ? named : null
}

const known = new Map<string, boolean>()

function isZone(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  const is = canFormat(name)
  known.set(name, is)
  return is
}

function canFormat(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
