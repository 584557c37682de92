import { z } from 'zod'
import { daySchema, humanLine, idSchema } from '../input.ts'
import { filterSchema } from '../publications/filter.ts'

/** A month is read with the days of its neighbours that fill its first and last week. */
const DAYS_LIMIT = 42
const DAY_MILLISECONDS = 86_400_000
const PAGE_LIMIT = 100
/** Fewer letters would find everything. */
const SEARCH_LETTERS = 3

/** Issues carry `days_too_many` and `days_reversed`. */
export const monthInput = z
  .strictObject({ from: daySchema, to: daySchema, filter: filterSchema.prefault({}) })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'days_reversed' } })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < DAYS_LIMIT * DAY_MILLISECONDS, {
    path: ['to'],
    params: { code: 'days_too_many', limit: DAYS_LIMIT },
  })

/** What the phone shows under each other, and no month. */
const LOAD_DAYS_LIMIT = 21

/** Issues carry `days_too_many` and `days_reversed`. */
export const deskLoadInput = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'days_reversed' } })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < LOAD_DAYS_LIMIT * DAY_MILLISECONDS, {
    path: ['to'],
    params: { code: 'days_too_many', limit: LOAD_DAYS_LIMIT },
  })

/** The weeks of one year. */
export const yearInput = z.strictObject({
  year: z.int().min(2000).max(2100),
  filter: filterSchema.prefault({}),
})

const cursor = z.string().max(300).nullable().default(null)
/** Sent along by whoever pages; lists go one way only. */
const direction = z.literal('forward').optional()
const size = z.number().int().min(1).max(PAGE_LIMIT).default(PAGE_LIMIT)

/** Day after day from `from` on, to `to` where one is given; `cursor` is what the page before gave. */
export const listInput = z.strictObject({
  from: daySchema,
  to: daySchema.nullable().default(null),
  filter: filterSchema.prefault({}),
  cursor,
  direction,
  size,
})

export const backlogInput = z.strictObject({ filter: filterSchema.prefault({}), cursor, direction, size })

export const readinessInput = z.strictObject({ publicationId: idSchema })

export const searchInput = z.strictObject({ query: humanLine({ min: SEARCH_LETTERS, max: 200 }) })

/** A plan is given out for a year and the weeks around it. */
const FILE_DAYS_LIMIT = 400

/** The days and the filter of a plan that is given out as a file, as they stand in its address. */
export const planFileInput = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    filter: z
      .string()
      .max(20_000)
      .default('{}')
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error
          context.addIssue('not a filter')
          return z.NEVER
        }
      })
      .pipe(filterSchema),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'days_reversed' } })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < FILE_DAYS_LIMIT * DAY_MILLISECONDS, {
    path: ['to'],
    params: { code: 'days_too_many', limit: FILE_DAYS_LIMIT },
  })
