import {
  capital,
  clock,
  clockWithZone,
  date,
  dateWithYear,
  day,
  dayTime,
  duration,
  fileSize,
  full,
  list,
  monthAndYear,
  number,
  percent,
  type Reader,
  rupiah,
  seconds,
  shortDate,
  soonTime,
  weekday,
} from './format.ts'

type Formatter = (value: unknown, reader: Reader) => string

const moment =
  (format: (at: string, reader: Reader) => string): Formatter =>
  (value, reader) =>
    typeof value === 'string' && value !== '' ? format(value, reader) : ''

const amount =
  (format: (value: number, reader: Reader) => string): Formatter =>
  (value, reader) =>
    typeof value === 'number' ? format(value, reader) : String(value ?? '')

/**
 * What a text may write after the comma in `{{at, clock}}`. Page and mail register the same ones with i18next:
 * `for (const [name, format] of Object.entries(formatters)) i18n.services.formatter?.add(name, (value) => format(value, reader))`.
 * Moments are instants or days as text; an absent one gives an empty text.
 */
export const formatters = {
  clock: moment(clock),
  clockZone: moment(clockWithZone),
  day: moment(day),
  dayTime: moment(dayTime),
  soonTime: moment(soonTime),
  date: moment(date),
  dateYear: moment(dateWithYear),
  dateShort: moment(shortDate),
  weekday: moment((at, reader) => weekday(at, reader)),
  month: moment(monthAndYear),
  full: moment(full),
  number: amount((value, reader) => number(value, reader.language)),
  rupiah: amount((value, reader) => rupiah(value, reader.language)),
  percent: amount((value) => percent(value)),
  fileSize: amount((value, reader) => fileSize(value, reader.language)),
  duration: amount((value, reader) => duration(value, reader.language)),
  seconds: amount((value, reader) => seconds(value, reader.language)),
  list: (value, reader) =>
    Array.isArray(value) ? list(value.map(nameOf), reader.language) : String(value ?? ''),
  capital: (value) => capital(String(value ?? '')),
} as const satisfies Record<string, Formatter>

/** People are listed by their names. */
function nameOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : String(item)
}
