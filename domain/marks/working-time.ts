import {
  addDays,
  addMinutes,
  atClock,
  clockOf,
  type Day,
  dayOf,
  type Instant,
  minutesBetween,
  startOfDay,
  weekdayOf,
} from '../time.ts'

/** The agency's working days: Monday to Friday without holidays and joint leave, between two times of day in its zone. */
export type WorkingCalendar = {
  zone: string
  /** National holidays and joint leave. */
  holidays: ReadonlySet<Day>
  /** Years whose decree is known; in others only weekends are left out, and the result says so. */
  yearsKnown: ReadonlySet<number>
  /** `HH:MM`, before `closesAt`. */
  opensAt: string
  closesAt: string
}

/** An instant counted on the working calendar, and the years it passed through without a decree. */
export type WorkingInstant = { at: Instant; yearsUnknown: number[] }

/** More days than any deadline looks ahead; past them the calendar itself is wrong. */
const FARTHEST_DAYS = 3660

export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  return weekdayOf(day) <= 5 && !calendar.holidays.has(day)
}

/**
 * The instant at which `minutes` of working time have passed since `start`. Time outside working hours does not count;
 * a count that ends exactly at closing ends there, not the next morning. Throws RangeError for a negative count and where
 * ten years hold too little working time. Source: Selaras rules, Issue level: working days.
 */
export function addWorkingMinutes(
  start: Instant,
  minutes: number,
  calendar: WorkingCalendar,
): WorkingInstant {
  if (!(minutes >= 0)) throw new RangeError(`not a working time: ${minutes} minutes`)
  const yearsUnknown = new Set<number>()
  let left = minutes
  let day = dayOf(start, calendar.zone)
  for (let passed = 0; passed < FARTHEST_DAYS; passed++, day = addDays(day, 1)) {
    noteYear(day, calendar, yearsUnknown)
    if (!isWorkingDay(day, calendar)) continue
    const closes = instantAt(day, calendar.closesAt, calendar.zone)
    const opens = instantAt(day, calendar.opensAt, calendar.zone)
    const from = start > opens ? start : opens
    const available = minutesBetween(from, closes)
    if (available < 0) continue
    if (left <= available) return { at: addMinutes(from, left), yearsUnknown: [...yearsUnknown] }
    left -= available
  }
  throw new RangeError('no working time within ten years')
}

/** `days` full working days after `start`: from 15.00 to 15.00, from a Saturday to the close of Monday. */
export function addWorkingDays(start: Instant, days: number, calendar: WorkingCalendar): WorkingInstant {
  return addWorkingMinutes(start, days * workingMinutesOfDay(calendar), calendar)
}

/**
 * The instant `days` working days before `at`: the same time of day on that working day, not before it opens and not
 * after it closes. With 0 days it is `at` itself. Used for when a signature is due.
 */
export function workingDaysBefore(at: Instant, days: number, calendar: WorkingCalendar): WorkingInstant {
  const yearsUnknown = new Set<number>()
  let day = dayOf(at, calendar.zone)
  noteYear(day, calendar, yearsUnknown)
  if (days <= 0) return { at, yearsUnknown: [...yearsUnknown] }
  let left = days
  for (let passed = 0; passed < FARTHEST_DAYS; passed++) {
    day = addDays(day, -1)
    noteYear(day, calendar, yearsUnknown)
    if (isWorkingDay(day, calendar)) left--
    if (left > 0) continue
    const within = clockWithin(clockOf(at, calendar.zone), calendar)
    return { at: instantAt(day, within, calendar.zone), yearsUnknown: [...yearsUnknown] }
  }
  throw new RangeError('no working day within ten years')
}

function clockWithin(clock: string, calendar: WorkingCalendar): string {
  if (clock < calendar.opensAt) return calendar.opensAt
  return clock < calendar.closesAt ? clock : calendar.closesAt
}

/** How many minutes one working day has. */
export function workingMinutesOfDay(calendar: WorkingCalendar): number {
  return clockMinutes(calendar.closesAt) - clockMinutes(calendar.opensAt)
}

function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Where a clock change swallows the time of day, so many minutes after midnight are taken. */
function instantAt(day: Day, clock: string, zone: string): Instant {
  return atClock(day, clock, zone) ?? addMinutes(startOfDay(day, zone), clockMinutes(clock))
}

function noteYear(day: Day, calendar: WorkingCalendar, yearsUnknown: Set<number>): void {
  const year = Number(day.slice(0, 4))
  if (!calendar.yearsKnown.has(year)) yearsUnknown.add(year)
}
