import { z } from 'zod'
import { humanLine, humanText, idSchema, webAddress } from '../input.ts'
import { subjectClasses } from '../subject-classes.ts'
import { ACCOUNT_LIMIT, givenTimeSchema, titleSchema } from './input.ts'
import { objectives } from './objectives.ts'
import { type PlanColumns, planFields } from './plan-headings.ts'
import { PLAN_ROWS } from './plan-import.ts'
import { PLAN_COLUMNS } from './plan-limits.ts'

const columnSchema = z
  .int()
  .min(0)
  .max(PLAN_COLUMNS - 1)
  .nullable()

const columnsSchema: z.ZodType<PlanColumns> = z.record(z.enum(planFields), columnSchema)

/** `content`: the file's bytes in base64. Without `columns` they are guessed from the headings. */
export const previewPlanInput = z.strictObject({
  content: z.base64().max(4_190_000),
  unitId: idSchema,
  columns: columnsSchema.nullable().default(null),
  /** For rows that name no objective. */
  objective: z.enum(objectives).nullable().default(null),
})

/** One row as it was previewed. `line` is its line in the file. */
const importRowSchema = z.strictObject({
  line: z.int().min(1),
  title: titleSchema,
  objective: z.enum(objectives),
  subjectClass: z.enum(subjectClasses).nullable(),
  time: givenTimeSchema,
  accountIds: z.array(idSchema).max(ACCOUNT_LIMIT),
  campaign: humanLine().nullable(),
  mainText: humanText(),
  mainLink: webAddress.nullable(),
  ownerId: idSchema.nullable(),
  notes: humanText(),
})
export type ImportRow = z.output<typeof importRowSchema>

export const importPlanInput = z.strictObject({
  unitId: idSchema,
  rows: z.array(importRowSchema).min(1).max(PLAN_ROWS),
})
