import { z } from 'zod'
import { daySchema, idSchema, versionSchema } from '../input.ts'
import { SERIES_LIMIT, type SeriesRule, WEEKS_LIMIT, weeksOfMonth } from './series-rule.ts'

const weekday = z.int().min(1).max(7)

const rhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('weeks'),
    interval: z.int().min(1).max(WEEKS_LIMIT),
    weekdays: z.array(weekday).min(1).max(7),
  }),
  z.strictObject({ kind: z.literal('month_day'), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('month_weekday'), week: z.enum(weeksOfMonth), weekday }),
])

const endSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: daySchema }),
  z.strictObject({ kind: z.literal('count'), count: z.int().min(2).max(SERIES_LIMIT) }),
])

export const seriesRuleSchema: z.ZodType<SeriesRule, SeriesRule> = z.strictObject({
  rhythm: rhythmSchema,
  end: endSchema,
})

/** The versions are those on the person's screen: what is repeated is what they saw. */
export const repeatInput = z.strictObject({
  publicationId: idSchema,
  version: versionSchema(),
  timeVersion: versionSchema(),
  rule: seriesRuleSchema,
})

export const previewRepeatInput = z.strictObject({ publicationId: idSchema, rule: seriesRuleSchema })
