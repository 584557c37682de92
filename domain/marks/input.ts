import { z } from 'zod'
import { daySchema, humanLine, humanText, idSchema, instantSchema } from '../input.ts'
import { pauseKinds, pauseScopes, pauseStops } from './pauses.ts'

/** At most so many years in one look at the marks. */
const YEARS_LIMIT = 12

const year = z.number().int().min(2000).max(2100)

/** Issues carry `years_reversed` and `years_too_many`. */
export const listMarksInput = z
  .strictObject({ fromYear: year, toYear: year })
  .refine(({ fromYear, toYear }) => fromYear <= toYear, {
    path: ['toYear'],
    params: { code: 'years_reversed' },
  })
  .refine(({ fromYear, toYear }) => toYear - fromYear < YEARS_LIMIT, {
    path: ['toYear'],
    params: { code: 'years_too_many', limit: YEARS_LIMIT },
  })

/** In days of the agency's zone (the last included), or between two instants; without an end: until further notice. */
const pauseTimeSchema = z.discriminatedUnion('in', [
  z
    .strictObject({ in: z.literal('days'), firstDay: daySchema, lastDay: daySchema.nullable() })
    .refine(({ firstDay, lastDay }) => lastDay === null || firstDay <= lastDay, {
      path: ['lastDay'],
      params: { code: 'pause_ends_before_it_begins' },
    }),
  z
    .strictObject({ in: z.literal('instants'), startsAt: instantSchema, endsAt: instantSchema.nullable() })
    .refine(({ startsAt, endsAt }) => endsAt === null || startsAt < endsAt, {
      path: ['endsAt'],
      params: { code: 'pause_ends_before_it_begins' },
    }),
])

const ids = z.array(idSchema).max(200).default([])

/** Issues carry `pause_ends_before_it_begins`, `pause_units_needed` and `pause_accounts_needed`. */
export const addPauseInput = z
  .strictObject({
    kind: z.enum(pauseKinds),
    name: humanLine({ max: 120 }),
    stops: z.enum(pauseStops),
    scope: z.enum(pauseScopes),
    unitIds: ids,
    accountIds: ids,
    time: pauseTimeSchema,
  })
  .refine((pause) => pause.scope !== 'units' || pause.unitIds.length > 0, {
    path: ['unitIds'],
    params: { code: 'pause_units_needed' },
  })
  .refine((pause) => pause.scope !== 'accounts' || pause.accountIds.length > 0, {
    path: ['accountIds'],
    params: { code: 'pause_accounts_needed' },
  })

const dayWords = { day: daySchema, name: humanLine({ max: 120 }), source: humanLine({ max: 300 }) }

/** A day that the agency speaks on, with where it is said to be one. */
export const addImportantDayInput = z.strictObject(dayWords)

/** `seen` is the day as it was on the screen. */
export const changeImportantDayInput = z.strictObject({
  id: idSchema,
  seen: z.strictObject({ day: daySchema, name: humanText(), source: humanText() }),
  ...dayWords,
})
export const removeImportantDayInput = z.strictObject({ id: idSchema })

export const endPauseInput = z.strictObject({ pauseId: idSchema })
