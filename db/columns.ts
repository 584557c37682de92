import { customType, uuid } from 'drizzle-orm/pg-core'
import { newId } from './ids.ts'

const canonicalInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const canonicalDay = /^\d{4}-\d\d-\d\d$/

/** The primary key `id`: a UUID of version 7, made by the server when a row is written without one. */
export const id = () => uuid('id').primaryKey().$defaultFn(newId)

/**
 * Turns PostgreSQL's text of a `timestamptz` (ISO date style, zone UTC, as every lane has it) into the
 * canonical `YYYY-MM-DDTHH:MM:SS.mmmZ`. Digits beyond the millisecond are cut off.
 */
export function instantFromText(text: string): string {
  if (!text.endsWith('+00')) {
    if (canonicalInstant.test(text)) return text
    throw new TypeError(`not an instant in UTC: ${text}`)
  }
  const fraction = text.length > 22 ? text.slice(20, -3) : ''
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

const instantColumn = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: instantFromText,
  toDriver(value) {
    if (!canonicalInstant.test(value)) throw new TypeError(`not a canonical instant: ${value}`)
    return value
  },
})

const dayColumn = customType<{ data: string; driverData: string }>({
  dataType: () => 'date',
  toDriver(value) {
    if (!canonicalDay.test(value)) throw new TypeError(`not a day: ${value}`)
    return value
  },
})

/**
 * An instant: `timestamptz(3)` in the database, canonical text `YYYY-MM-DDTHH:MM:SS.mmmZ` in the program.
 * Any other text is refused before it is sent, since PostgreSQL would read `now` or `infinity` its own way.
 */
export const instant = (name: string) => instantColumn(name)

/** A calendar day: `date` in the database, `YYYY-MM-DD` in the program; any other text is refused. */
export const day = (name: string) => dayColumn(name)
