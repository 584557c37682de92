import { z } from 'zod'
import { humanLine, humanText, idSchema, webAddress } from '../input.ts'
import { subjectClasses } from '../subject-classes.ts'
import { ACCOUNT_LIMIT, givenTimeSchema, titleSchema } from './input.ts'
import { objectives } from './objectives.ts'
import { dayOrders } from './plan-dates.ts'
import { type PlanColumns, planFields } from './plan-headings.ts'
import { PLAN_ROWS } from './plan-import.ts'
import { PLAN_COLUMNS, PLAN_SHEETS } from './plan-limits.ts'

const columnSchema = z
  .int()
  .min(0)
  .max(PLAN_COLUMNS - 1)
  .nullable()

const columnsSchema: z.ZodType<PlanColumns> = z.record(z.enum(planFields), columnSchema)

/** `content`: the file's bytes in base64. Without `columns` they are guessed from the headings, and so are `sheets`. */
export const previewPlanInput = z.strictObject({
  content: z.base64().max(4_190_000),
  unitId: idSchema,
  columns: columnsSchema.nullable().default(null),
  /** Positions of the sheets to take, from 0. */
  sheets: z
    .array(
      z
        .int()
        .min(0)
        .max(PLAN_SHEETS - 1),
    )
    .min(1)
    .max(PLAN_SHEETS)
    .nullable()
    .default(null),
  /** Without it, what the column itself proves. */
  dayOrder: z.enum(dayOrders).nullable().default(null),
  /** For rows that name no objective. */
  objective: z.enum(objectives).nullable().default(null),
})

/** What an account posts in place of the main text or link; null follows it, an empty link is none. */
const ownTextSchema = z.strictObject({
  accountId: idSchema,
  text: humanText().nullable(),
  link: webAddress.or(z.literal('')).nullable(),
})
export type OwnText = z.output<typeof ownTextSchema>

/** One publication as it was previewed. `sheet` and `line` say where its first line stands in the file. */
const importRowSchema = z.strictObject({
  sheet: humanLine({ max: 100 }).nullable(),
  line: z.int().min(1),
  title: titleSchema,
  objective: z.enum(objectives),
  subjectClass: z.enum(subjectClasses).nullable(),
  time: givenTimeSchema,
  accountIds: z.array(idSchema).max(ACCOUNT_LIMIT),
  campaign: humanLine().nullable(),
  /** `id` null: no public of that name is there to choose, so it speaks to everybody. */
  public: z.strictObject({ id: idSchema.nullable(), name: humanLine() }).nullable().default(null),
  mainText: humanText(),
  mainLink: webAddress.nullable(),
  ownTexts: z.array(ownTextSchema).max(ACCOUNT_LIMIT),
  ownerId: idSchema.nullable(),
  notes: humanText(),
  /** The publication it was exported from, as the file says; what the importer may not see is as if it said none. */
  reference: idSchema.nullable().default(null),
})
export type ImportRow = z.output<typeof importRowSchema>

export const importPlanInput = z.strictObject({
  unitId: idSchema,
  rows: z.array(importRowSchema).min(1).max(PLAN_ROWS),
})
