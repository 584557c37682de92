import { addDays, type Day, weekdayOf } from '../../domain/time.ts'
import type { CalendarView } from './search.ts'

export type Days = { from: Day; to: Day }

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

export function weekOf(day: Day): Days {
  const from = mondayOf(day)
  return { from, to: addDays(from, 6) }
}

/** The first and last day of the month that holds `day`. */
export function monthOf(day: Day): Days {
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(firstOfNext(from), -1) }
}

/** The month as whole weeks, as a grid shows it. */
export function gridOf(day: Day): Days {
  const { from, to } = monthOf(day)
  return { from: mondayOf(from), to: addDays(mondayOf(to), 6) }
}

/** The first and last day of the year that holds `day`. */
export function yearOf(day: Day): Days {
  return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
}

/** The day to show so many of the view's periods away. */
export function stepFrom(view: CalendarView, day: Day, steps: number): Day {
  if (view === 'day') return addDays(day, steps)
  if (view === 'week') return addDays(day, steps * 7)
  return addMonths(day, view === 'year' ? steps * 12 : steps)
}

/** What a view reads: the grid of the month, the week, the day, the year, or the month's own days. */
export function daysOf(view: CalendarView, day: Day): Days {
  if (view === 'week') return weekOf(day)
  if (view === 'day') return { from: day, to: day }
  if (view === 'year') return yearOf(day)
  return view === 'month' ? gridOf(day) : monthOf(day)
}

/** The same day of the month `steps` months away, or that month's last day where it has none. */
export function addMonths(day: Day, steps: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + steps
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
  const { to } = monthOf(first)
  const same = `${first.slice(0, 8)}${day.slice(8)}`
  return same > to ? to : same
}

export function eachDay({ from, to }: Days): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function firstOfNext(first: Day): Day {
  const [year = 0, month = 1] = first.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${first.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`
}
