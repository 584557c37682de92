import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, weekdayOf } from '../time.ts'

/** So many publications a series holds at most: two years of weekly ones. */
export const SERIES_LIMIT = 104

/** Farther apart than so many weeks nobody repeats by weeks. */
export const WEEKS_LIMIT = 12

/** The week of the month that a weekday is counted by; `last` is its last one, the fourth or the fifth. */
export const weeksOfMonth = ['1', '2', '3', '4', 'last'] as const
export type WeekOfMonth = (typeof weeksOfMonth)[number]

/** How often: in every nth week on weekdays (1 Monday to 7 Sunday), or every month on a day or on its nth weekday. */
export type Rhythm =
  | { kind: 'weeks'; interval: number; weekdays: readonly number[] }
  | { kind: 'month_day'; day: number }
  | { kind: 'month_weekday'; week: WeekOfMonth; weekday: number }

/** Until a day, that day included, or so many publications, the first included. */
export type SeriesEnd = { kind: 'day'; day: Day } | { kind: 'count'; count: number }

export type SeriesRule = { rhythm: Rhythm; end: SeriesEnd }

const LAST_DAY = '2100-12-31'

/**
 * The days of a series that begins on `first`, which is always its first day, in order. They are days and no moments: the
 * clock of each is the agency's own, whatever its zone does in between. A month without the wanted day has none; nothing is
 * moved. Gives one more than `SERIES_LIMIT` where there would be more, and nothing after 2100.
 */
export function seriesDays(rule: SeriesRule, first: Day): Day[] {
  const most = rule.end.kind === 'count' ? Math.min(rule.end.count, SERIES_LIMIT + 1) : SERIES_LIMIT + 1
  const last = rule.end.kind === 'day' && rule.end.day < LAST_DAY ? rule.end.day : LAST_DAY
  const days = [first]
  for (let step = 0; days.length < most; step += 1) {
    const round = roundOf(rule.rhythm, first, step)
    for (const day of round.days) {
      if (day > first && day <= last && days.length < most) days.push(day)
    }
    if (round.end >= last) break
  }
  return days
}

/** The wanted days of the nth round (a week or a month), and the round's last day. */
function roundOf(rhythm: Rhythm, first: Day, step: number): { days: Day[]; end: Day } {
  if (rhythm.kind === 'weeks') {
    const monday = addDays(first, 1 - weekdayOf(first) + step * rhythm.interval * 7)
    const weekdays = [...new Set(rhythm.weekdays)].sort((one, other) => one - other)
    return { days: weekdays.map((weekday) => addDays(monday, weekday - 1)), end: addDays(monday, 6) }
  }
  const month = Temporal.PlainDate.from(first).toPlainYearMonth().add({ months: step })
  const end = month.toPlainDate({ day: month.daysInMonth }).toString()
  const wanted = rhythm.kind === 'month_day' ? rhythm.day : dayOfWeekday(rhythm, month)
  const days = wanted > month.daysInMonth ? [] : [month.toPlainDate({ day: wanted }).toString()]
  return { days, end }
}

function dayOfWeekday(
  { week, weekday }: { week: WeekOfMonth; weekday: number },
  month: Temporal.PlainYearMonth,
): number {
  const begins = month.toPlainDate({ day: 1 }).dayOfWeek
  const firstOne = 1 + ((weekday - begins + 7) % 7)
  if (week !== 'last') return firstOne + (Number(week) - 1) * 7
  return firstOne + Math.floor((month.daysInMonth - firstOne) / 7) * 7
}

/** The day's own rhythm: what a repetition is offered with. */
export function weeklyFrom(first: Day): Rhythm {
  return { kind: 'weeks', interval: 1, weekdays: [weekdayOf(first)] }
}

/** Which nth weekday of its month a day is: the last one where it is both the fourth and the last. */
export function weekOfMonth(day: Day): WeekOfMonth {
  const { day: number, daysInMonth } = Temporal.PlainDate.from(day)
  if (number + 7 > daysInMonth) return 'last'
  return weeksOfMonth[Math.floor((number - 1) / 7)] ?? 'last'
}

/** The weekday of the same week, Monday to Sunday. */
export function onWeekday(day: Day, weekday: number): Day {
  return addDays(day, weekday - weekdayOf(day))
}
