import { z } from 'zod'
import { humanLine, humanText, idSchema, versionSchema } from '../input.ts'
import { ACCOUNT_LIMIT, givenTimeSchema, titleSchema } from '../publications/input.ts'
import { objectives } from '../publications/objectives.ts'
import { subjectClasses } from '../subject-classes.ts'

/** One unit keeps at most so many that are in use. */
export const TEMPLATES_LIMIT = 100
/** All that is written in one template, in characters: every unit's are read together where a publication begins. */
export const TEMPLATE_TEXT_LIMIT = 20_000
/** The most messages or questions of one template. */
const LINES_LIMIT = 100

const name = humanLine({ max: 80 })
const lines = z.array(humanLine({ max: 2_000 })).max(LINES_LIMIT)
const question = humanLine({ max: 500 })
/** Each once, in their order. */
const questions = z
  .array(question)
  .max(LINES_LIMIT)
  .transform((all) => [...new Set(all)])
const summaryPrompt = humanText({ max: 20_000 })
const accountIds = z.array(idSchema).max(ACCOUNT_LIMIT)
const language = z.enum(['id', 'en'])

/** What a kind of post usually is, and what its briefing begins with. Questions have no answers: those go stale. */
export const createTemplateInput = z.strictObject({
  unitId: idSchema,
  name,
  objective: z.enum(objectives),
  subjectClass: z.enum(subjectClasses).nullable(),
  language: language.default('id'),
  accountIds: accountIds.default([]),
  mainText: humanText().default(''),
  keyMessages: lines.default([]),
  notToSay: lines.default([]),
  summaryPrompt: summaryPrompt.default(''),
  questions: questions.default([]),
})

/** Only what was touched, and the version the change started from. Lists are sent whole, in their order. */
export const changeTemplateInput = z.strictObject({
  templateId: idSchema,
  version: versionSchema(),
  name: name.optional(),
  objective: z.enum(objectives).optional(),
  subjectClass: z.enum(subjectClasses).nullable().optional(),
  language: language.optional(),
  accountIds: accountIds.optional(),
  mainText: humanText().optional(),
  keyMessages: lines.optional(),
  notToSay: lines.optional(),
  summaryPrompt: summaryPrompt.optional(),
  questions: questions.optional(),
})

export const templateInput = z.strictObject({ templateId: idSchema })

/** `withRetired`: also those that are no longer offered. */
export const listTemplatesInput = z.strictObject({ withRetired: z.boolean().default(false) })

export const saveFromInput = z.strictObject({ publicationId: idSchema, name })

/** `accountIds` null: the template's usual ones, as far as they can be used. */
export const createFromInput = z.strictObject({
  templateId: idSchema,
  title: titleSchema,
  objective: z.enum(objectives),
  subjectClass: z.enum(subjectClasses).nullable(),
  accountIds: accountIds.nullable().default(null),
  time: givenTimeSchema,
  campaignId: idSchema.nullable().default(null),
  agendaEventId: idSchema.nullable().default(null),
  publicId: idSchema.nullable().optional(),
})

export const outlineInput = z.strictObject({ publicationId: idSchema })
export const dropQuestionInput = z.strictObject({ publicationId: idSchema, question })
