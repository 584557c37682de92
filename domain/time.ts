import { Temporal } from 'temporal-polyfill'

/**
 * A moment as canonical text: `YYYY-MM-DDTHH:MM:SS.mmmZ`, always in UTC with three decimals, so that
 * comparing two of them as strings compares them in time.
 */
export type Instant = string

/** A calendar day without a zone: `YYYY-MM-DD`. */
export type Day = string

/** Any ISO date-time with offset (or a Date's own text) as a canonical instant. Throws RangeError on anything else. */
export function canonicalInstant(text: string): Instant {
  return new Date(text).toISOString()
}

/** The milliseconds since 1970 of a canonical instant: `Date.parse` at a third of its price, where thousands are read. */
export function millisecondsOf(at: Instant): number {
  const year = twoDigits(at, 0) * 100 + twoDigits(at, 2)
  const milliseconds = twoDigits(at, 20) * 10 + at.charCodeAt(22) - ZERO
  return Date.UTC(
    year,
    twoDigits(at, 5) - 1,
    twoDigits(at, 8),
    twoDigits(at, 11),
    twoDigits(at, 14),
    twoDigits(at, 17),
    milliseconds,
  )
}

const ZERO = '0'.charCodeAt(0)

/** The number of two digits at `index`. */
function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - ZERO) * 10 + text.charCodeAt(index + 1) - ZERO
}

export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString()
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return addMilliseconds(at, minutes * 60_000)
}

export function addHours(at: Instant, hours: number): Instant {
  return addMilliseconds(at, hours * 3_600_000)
}

/** Whether more than so many minutes lie between `since` and `moment`. */
export function hasPassed(minutes: number, since: Instant, moment: Instant): boolean {
  return millisecondsOf(moment) - millisecondsOf(since) > minutes * 60_000
}

/** Minutes from `from` to `to`, negative when `to` is earlier; fractions kept. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

/** The calendar day on which `at` falls in `zone`. */
export function dayOf(at: Instant, zone: string): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The time of day of `at` in `zone`, `HH:MM`. */
export function clockOf(at: Instant, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/**
 * The instant of `clock` on `day` in `zone`. Gives null where that time does not exist there (a gap at a clock
 * change) or where `day` is none; an hour that comes twice is taken at its first coming. Never moves an input.
 */
export function atClock(day: Day, clock: string, zone: string): Instant | null {
  try {
    const wanted = Temporal.PlainDate.from(day, { overflow: 'reject' }).toPlainDateTime(
      Temporal.PlainTime.from(clock),
    )
    const zoned = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
    if (!zoned.toPlainDateTime().equals(wanted)) return null
    return canonicalInstant(zoned.toInstant().toString())
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first instant of `day` in `zone`. */
export function startOfDay(day: Day, zone: string): Instant {
  return canonicalInstant(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString())
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}
