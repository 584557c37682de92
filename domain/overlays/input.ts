import { z } from 'zod'
import { daySchema, humanLine, idSchema } from '../input.ts'

/** One person, and one unit, lay at most so many calendars over theirs. */
export const OVERLAYS_LIMIT = 20
/** A file travels inside a request of 4 MiB. */
export const CALENDAR_FILE_LIMIT_MEGABYTES = 3
export const CALENDAR_FILE_LIMIT_BYTES = CALENDAR_FILE_LIMIT_MEGABYTES * 1_000_000
const DAYS_LIMIT = 62
const DAY_MILLISECONDS = 86_400_000

const name = humanLine({ max: 80 })

/** Issues carry `address_not_https`. `webcal:` is how calendar programs write the same address. */
const calendarAddress = humanLine({ max: 2000 })
  .transform((text) => text.replace(/^webcals?:/i, 'https:'))
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', {
    params: { code: 'address_not_https' },
  })

/** `unitId` null: for oneself alone. */
export const addAddressInput = z.strictObject({ name, unitId: idSchema.nullable(), address: calendarAddress })

export const addFileInput = z.strictObject({
  name,
  unitId: idSchema.nullable(),
  fileName: humanLine({ max: 300 }),
  text: z
    .string()
    .max(CALENDAR_FILE_LIMIT_BYTES)
    .transform((text) => text.toWellFormed().replaceAll('\u0000', '')),
})

export const overlayInput = z.strictObject({ overlayId: idSchema })

/** Issues carry `days_too_many` and `days_reversed`. */
export const shownInput = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'days_reversed' } })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < DAYS_LIMIT * DAY_MILLISECONDS, {
    path: ['to'],
    params: { code: 'days_too_many', limit: DAYS_LIMIT },
  })
