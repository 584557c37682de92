import type { Day } from '../time.ts'

export type DayProblem =
  | { code: 'day_unreadable'; data: Record<string, never> }
  /** The month has no such day; `lastDay` is its last. Nothing is moved. */
  | { code: 'day_not_in_month'; data: { day: number; month: number; year: number; lastDay: number } }
  | { code: 'day_out_of_range'; data: { year: number } }
  /** Several days in one cell; a publication has one. */
  | { code: 'day_several'; data: Record<string, never> }
  /** Day and month without a year, or a day alone, and nothing around it tells the rest. */
  | { code: 'day_incomplete'; data: Record<string, never> }

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
const weekdays = [
  ['senin', 'sen', 'monday', 'mon'],
  ['selasa', 'sel', 'tuesday', 'tues', 'tue'],
  ['rabu', 'rab', 'wednesday', 'wed'],
  ['kamis', 'kam', 'thursday', 'thurs', 'thur', 'thu'],
  ['jumat', "jum'at", 'jum’at', 'jum', 'friday', 'fri'],
  ['sabtu', 'sab', 'saturday', 'sat'],
  ['minggu', 'ahad', 'min', 'sunday', 'sun'],
]
const weekday = new RegExp(`^(${weekdays.flat().join('|')})(?![\\p{L}\\p{N}])\\.?[\\s,/-]*`, 'u')

/** Which figure stands first where a day is written in figures alone. */
export const dayOrders = ['day_first', 'month_first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** What stands around a cell and completes it. */
export type DayHints = {
  order?: DayOrder
  /** Of the sheet or the lines above; null where none is named. */
  year?: number | null
  month?: number | null
  /** Without a year the one is meant that brings the day closest to this one, a little rather ahead. */
  today?: Day | null
}

/**
 * `isYearAssumed`: no year was written. `weekday` is the one named before the day, 1 for Monday, null where none is; it is
 * not compared here.
 */
export type ParsedDay = { day: Day; isYearAssumed?: true; weekday?: number }

/**
 * A day as Indonesian and English plans write it: 2026-12-11, 11/12/2026 and 11-12-26 (day first, where the hints say no
 * other), 11 Desember 2026, "Jumat, 11 Des 2026", December 11, 2026, a spreadsheet's number of the day; with hints also
 * 11 Des, 11/12 and 11 alone.
 */
export function parseDay(cell: string, hints: DayHints = {}): ParsedDay | DayProblem {
  if (cell.length > LONGEST_CELL) return { code: 'day_unreadable', data: {} }
  const whole = cell.normalize('NFKC').trim().toLowerCase()
  const named = weekday.exec(whole)
  const text = named === null ? whole : whole.slice(named[0].length).trim()
  const read = dayIn(text, hints)
  if ('code' in read || named === null) return read
  return { ...read, weekday: weekdays.findIndex((names) => names.includes(named[1] ?? '')) + 1 }
}

function dayIn(text: string, hints: DayHints): ParsedDay | DayProblem {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso !== null) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})$/.exec(text)
  if (figures !== null) {
    return inOrder(hints, figures, (day, month) => checkedDay(fullYear(figures[3]), month, day))
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\p{L}+)[-/.,\s]+[\u2019']?(\d{4}|\d{2})$/u.exec(text)
  if (dayFirst !== null) return checkedDay(fullYear(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  if (monthFirst !== null) {
    return checkedDay(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  }
  if (isSeveralDays(text)) return { code: 'day_several', data: {} }
  const serial = /^(\d{5})(?:[.,]0+)?$/.exec(text)
  if (serial !== null) return dayOfSerial(Number(serial[1]))
  return dayWithoutYear(text, hints)
}

/** 11-13 Desember, 11 s.d. 13 Des 2026, 30 November - 2 Desember, 11 & 12 Desember, 11/12/2026 - 13/12/2026. */
function isSeveralDays(text: string): boolean {
  const one = String.raw`\d{1,2}(?:[-/.]\d{1,2}(?:[-/.]\d{2,4})?|[\s.]*\p{L}{3,9}(?:\s+\d{2,4})?)?`
  const many = new RegExp(
    String.raw`^${one}(?:\s*(?:[-–—&,+]|s\s*[./]\s*d\.?|sampai|hingga|dan|to|and|until)\s*${one})+$`,
    'u',
  )
  return text.length < 60 && /\p{L}{3}|\d{4}/u.test(text) && many.test(text)
}

/** Day 1 of a spreadsheet is 1 January 1900; it also counts a 29 February 1900 that never was. */
function dayOfSerial(serial: number): ParsedDay | DayProblem {
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
  const year = Number(day.slice(0, 4))
  return year < 2000 || year > 2100 ? { code: 'day_unreadable', data: {} } : { day }
}

function dayWithoutYear(text: string, hints: DayHints): ParsedDay | DayProblem {
  const figures = /^(\d{1,2})[-/.\s](\d{1,2})[-/.]?$/.exec(text)
  if (figures !== null) return inOrder(hints, figures, (day, month) => inItsYear(day, month, hints))
  const words =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]*(\p{L}{3,9})\.?$/u.exec(text) ??
    /^()(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/u.exec(text)
  if (words !== null) {
    const month = monthOf(words[2])
    if (month === 0) return { code: 'day_unreadable', data: {} }
    return inItsYear(Number(words[1] || words[3]), month, hints)
  }
  const alone = /^(\d{1,2})(?:st|nd|rd|th|\.0)?\.?$/.exec(text)
  if (alone === null) return { code: 'day_unreadable', data: {} }
  const { month = null } = hints
  return month === null ? { code: 'day_incomplete', data: {} } : inItsYear(Number(alone[1]), month, hints)
}

function inOrder(
  { order }: DayHints,
  figures: RegExpExecArray,
  read: (day: number, month: number) => ParsedDay | DayProblem,
): ParsedDay | DayProblem {
  const [first, second] = [Number(figures[1]), Number(figures[2])]
  return order === 'month_first' ? read(second, first) : read(first, second)
}

/** So many days behind today a day without a year may lie before next year's is meant. */
const DAYS_BEHIND = 120

function inItsYear(
  day: number,
  month: number,
  { year = null, today = null }: DayHints,
): ParsedDay | DayProblem {
  if (year !== null) {
    const read = checkedDay(year, month, day)
    return 'code' in read ? read : { ...read, isYearAssumed: true }
  }
  if (today === null) return { code: 'day_incomplete', data: {} }
  const present = Number(today.slice(0, 4))
  const earliest = new Date(Date.parse(today) - DAYS_BEHIND * 86_400_000).toISOString().slice(0, 10)
  for (const candidate of [present - 1, present, present + 1]) {
    const read = checkedDay(candidate, month, day)
    if ('code' in read) {
      if (read.code === 'day_not_in_month' && candidate < present) continue
      return read
    }
    if (read.day >= earliest) return { ...read, isYearAssumed: true }
  }
  return { code: 'day_incomplete', data: {} }
}

/**
 * The order in which a column writes days in figures, and whether a cell proved it: one whose first (or second) figure is
 * above 12. Null where no cell is written so; day first where none proves either or cells contradict each other.
 */
export function dayOrderOf(cells: readonly string[]): { order: DayOrder; isProved: boolean } | null {
  let isUsed = false
  let mustBeDay = false
  let mustBeMonth = false
  for (const cell of cells) {
    const text =
      cell.length > LONGEST_CELL ? '' : cell.normalize('NFKC').trim().toLowerCase().replace(weekday, '')
    const figures = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](?:\d{4}|\d{2}))?(?![\d/.-])/.exec(text)
    if (figures === null) continue
    isUsed = true
    if (Number(figures[1]) > 12) mustBeDay = true
    if (Number(figures[2]) > 12) mustBeMonth = true
  }
  if (!isUsed) return null
  return {
    order: mustBeMonth && !mustBeDay ? 'month_first' : 'day_first',
    isProved: mustBeDay !== mustBeMonth,
  }
}

/** The month and year that a sheet's name or a title names: "DES 2026", "Content plan Januari '27"; null for either. */
export function monthAndYearIn(text: string): { month: number | null; year: number | null } {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .slice(0, LONGEST_CELL)
      .match(/\p{L}+|\d+/gu) ?? []
  const months = words.map(monthOf).filter((month) => month > 0)
  const years = words.filter((word) => /^20\d\d$/.test(word)).map(Number)
  const short = words.flatMap((word, at) =>
    /^\d\d$/.test(word) && monthOf(words[at - 1]) > 0 ? [2000 + Number(word)] : [],
  )
  return {
    month: new Set(months).size === 1 ? (months[0] ?? null) : null,
    year: years[0] ?? short[0] ?? null,
  }
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  return year < 100 ? 2000 + year : year
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(word: string | undefined): number {
  return months.findIndex((names) => word !== undefined && names.includes(word)) + 1
}

function checkedDay(year: number, month: number, day: number): ParsedDay | DayProblem {
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

/** What is said after an hour of twelve in Indonesian: from which hour on it adds twelve. */
const halves: Record<string, (hour: number) => number> = {
  am: (hour) => hour % 12,
  pm: (hour) => (hour % 12) + 12,
  pagi: (hour) => (hour === 12 ? 0 : hour),
  siang: (hour) => (hour < 9 ? hour + 12 : hour),
  sore: (hour) => (hour % 12) + 12,
  malam: (hour) => (hour === 12 ? 24 : hour < 5 ? hour : hour + 12),
}

/** A time of day: 09.00, 9:00, 09.00 WIB, pukul 9, 9.30 pm, 9 pagi, 0.375 of a day; empty or "menyusul" leaves it open. */
export function parseTime(cell: string): ParsedTime | TimeProblem {
  if (cell.length > LONGEST_CELL) return { code: 'time_unreadable', data: {} }
  const text = cell.normalize('NFKC').trim().toLowerCase()
  if (openWords.includes(text)) return { clock: null, zone: null }
  const share = /^0?[.,](\d|\d{3,})$/.exec(text)
  if (share !== null) return { clock: clockOfMinutes(Math.round(Number(`0.${share[1]}`) * 1440)), zone: null }
  const parts =
    /^(?:pukul|jam|pkl\.?)?\s*(\d{1,2})(?:[.:](\d{2})(?:[.:]\d{2})?)?\s*(am|pm|pagi|siang|sore|malam)?\s*(wib|wita|wit)?$/.exec(
      text,
    )
  if (parts === null) return { code: 'time_unreadable', data: {} }
  const hour = hourOf(Number(parts[1]), parts[3])
  const minute = Number(parts[2] ?? 0)
  if (hour > 23 || minute > 59) return { code: 'time_not_in_day', data: { hour, minute } }
  const clock = clockOfMinutes(hour * 60 + minute)
  return { clock, zone: parts[4] === undefined ? null : (zonesByWord[parts[4]] ?? null) }
}

function clockOfMinutes(minutes: number): string {
  const inDay = minutes % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** An hour past 12 with am or pm is none; "16.00 sore" says the same twice. */
function hourOf(hour: number, half: string | undefined): number {
  const read = half === undefined ? undefined : halves[half]
  if (read === undefined) return hour
  if (hour > 12 && half !== 'am' && half !== 'pm') return hour
  if (hour < 1 || hour > 12) return 24 + hour
  return read(hour)
}
