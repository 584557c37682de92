import { z } from 'zod'
import { canonicalText, isHumanText, isWebAddress, TEXT_LIMIT } from './text.ts'
import { canonicalInstant, type Instant } from './time.ts'

const EARLIEST = '2000-01-01T00:00:00.000Z'
const LATEST = '2100-12-31T23:59:59.999Z'

/** Reads any ISO date-time with an offset and gives the canonical instant; refuses what lies outside 2000 to 2100. */
export const instantSchema = z.iso
  .datetime({ offset: true, abort: true })
  .transform((text): Instant => canonicalInstant(text))
  .refine((at) => at >= EARLIEST && at <= LATEST)

/**
 * A day that exists in the calendar, from 2000 to 2100; 30 February is refused, never moved. What is none ends the
 * reading of the input there, so that no rule over several fields is asked to count with it.
 */
export const daySchema = z.iso
  .date({ abort: true })
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', { abort: true })

/** A time of day, `HH:MM`, 00:00 to 23:59. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

/** An IANA zone name that this runtime knows, such as `Asia/Makassar`. PostgreSQL never interprets it. */
export const zoneSchema = z.string().refine((zone) => zones.has(zone))

type TextOptions = { min?: number; max?: number }

/**
 * One schema for whatever people type. Gives the canonical text. Issues carry `params.code`:
 * `text_unreadable` (NUL, control character, lone surrogate), else zod's own too_small and too_big.
 */
export function humanText({ min = 0, max = TEXT_LIMIT }: TextOptions = {}) {
  return z
    .string()
    .max(max)
    .refine(isHumanText, { params: { code: 'text_unreadable' } })
    .transform(canonicalText)
    .pipe(z.string().min(min))
}

/** A single line: as `humanText`, without line breaks, trimmed at both ends. */
export function humanLine({ min = 1, max = 200 }: TextOptions = {}) {
  return humanText({ max })
    .refine((text) => !text.includes('\n'), { params: { code: 'text_one_line' } })
    .transform((text) => text.trim())
    .pipe(z.string().min(min))
}

/** A web address that may be shown as a link: http or https with a host, nothing else, at most 2,000 characters. */
export const webAddress = humanLine({ max: 2000 }).refine(isWebAddress, { params: { code: 'link_not_web' } })

/** The id of anything. */
export const idSchema = z.uuid()

/** The number of a version, from 1 on (from 0 where there may be none yet) to the most that the database counts. */
export const versionSchema = ({ min = 1 } = {}) => z.int().min(min).max(2_147_483_647)

/** A person's name. */
export const personName = humanLine({ max: 120 })

/** An address for signing in and for mail; kept as typed, compared without case. */
export const emailAddress = humanLine({ max: 254 }).refine((text) => z.email().safeParse(text).success, {
  params: { code: 'email_unreadable' },
})

/** For reads that ask nothing. */
export const nothingInput = z.strictObject({}).default({})
