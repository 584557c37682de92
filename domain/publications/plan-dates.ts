import type { Day } from '../time.ts'

export type DayProblem =
  | { code: 'day_unreadable'; data: Record<string, never> }
  /** The month has no such day; `lastDay` is its last. Nothing is moved. */
  | { code: 'day_not_in_month'; data: { day: number; month: number; year: number; lastDay: number } }
  | { code: 'day_out_of_range'; data: { year: number } }

export type TimeProblem =
  | { code: 'time_unreadable'; data: Record<string, never> }
  | { code: 'time_not_in_day'; data: { hour: number; minute: number } }

/** No day or time is longer; a longer cell is not tried, so that none can cost more than a moment. */
const LONGEST_CELL = 200

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'agt', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]
const weekday =
  /^(senin|selasa|rabu|kamis|jumat|jum'at|jum’at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?[\s,/]*/

/**
 * A day as Indonesian and English plans write it: 2026-12-11, 11/12/2026 and 11-12-26 (day first), 11 Desember 2026,
 * "Jumat, 11 Des 2026", December 11, 2026. A weekday's name is not compared with the day.
 */
export function parseDay(cell: string): { day: Day } | DayProblem {
  if (cell.length > LONGEST_CELL) return { code: 'day_unreadable', data: {} }
  const text = cell.normalize('NFKC').trim().toLowerCase().replace(weekday, '').trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso !== null) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})$/.exec(text)
  if (figures !== null) return checkedDay(fullYear(figures[3]), Number(figures[2]), Number(figures[1]))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\p{L}+)[-/.,\s]+(\d{4}|\d{2})$/u.exec(text)
  if (dayFirst !== null) return checkedDay(fullYear(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  if (monthFirst !== null) {
    return checkedDay(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  }
  return { code: 'day_unreadable', data: {} }
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  return year < 100 ? 2000 + year : year
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(word: string | undefined): number {
  return months.findIndex((names) => word !== undefined && names.includes(word)) + 1
}

function checkedDay(year: number, month: number, day: number): { day: Day } | DayProblem {
  if (month < 1 || month > 12 || day < 1) return { code: 'day_unreadable', data: {} }
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > lastDay) return { code: 'day_not_in_month', data: { day, month, year, lastDay } }
  if (year < 2000 || year > 2100) return { code: 'day_out_of_range', data: { year } }
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

const zonesByWord: Record<string, string> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
}
const openWords = ['', '-', '–', 'menyusul', 'jam menyusul', 'tba', 'tbd', 'tbc', 'belum', 'open']

/** `clock` is null where the hour is still open; `zone` where the cell names one (WIB, WITA, WIT). */
export type ParsedTime = { clock: string | null; zone: string | null }

/** A time of day: 09.00, 9:00, 09.00 WIB, pukul 9, 9.30 pm; empty or "menyusul" leaves it open. */
export function parseTime(cell: string): ParsedTime | TimeProblem {
  if (cell.length > LONGEST_CELL) return { code: 'time_unreadable', data: {} }
  const text = cell.normalize('NFKC').trim().toLowerCase()
  if (openWords.includes(text)) return { clock: null, zone: null }
  const parts =
    /^(?:pukul|jam|pkl\.?)?\s*(\d{1,2})(?:[.:](\d{2})(?:[.:]\d{2})?)?\s*(am|pm)?\s*(wib|wita|wit)?$/.exec(
      text,
    )
  if (parts === null) return { code: 'time_unreadable', data: {} }
  const hour = hourOf(Number(parts[1]), parts[3])
  const minute = Number(parts[2] ?? 0)
  if (hour > 23 || minute > 59) return { code: 'time_not_in_day', data: { hour, minute } }
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return { clock, zone: parts[4] === undefined ? null : (zonesByWord[parts[4]] ?? null) }
}

/** An hour past 12 with am or pm is none. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 24 + hour
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
