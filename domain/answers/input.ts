import { z } from 'zod'
import { humanLine, humanText, idSchema, instantSchema, versionSchema } from '../input.ts'
import { answerForms, callerQuestionKinds, libraryFilters } from './choices.ts'

const questionSchema = humanLine({ max: 500 })
const answerSchema = humanText({ max: 10_000 }).refine((text) => text.trim() !== '', {
  params: { code: 'text_empty' },
})

/** The fields of an entry; a change sends only those it touched. Null forms fall back to the answer itself. */
export const entryChanges = z.object({
  question: questionSchema.optional(),
  answer: answerSchema.optional(),
  voiceAnswer: humanText({ max: 10_000 }).nullable().optional(),
  socialAnswer: humanText({ max: 2_000 }).nullable().optional(),
  notToSay: humanText({ max: 5_000 }).optional(),
  source: humanText({ max: 2_000 }).optional(),
  verifierId: idSchema.nullable().optional(),
  validFrom: instantSchema.nullable().optional(),
  validUntil: instantSchema.nullable().optional(),
  replacesId: idSchema.nullable().optional(),
})

/** A new entry of a unit, where one is given a publication it waits for that one's first post. */
export const writeInput = entryChanges.extend({
  unitId: idSchema.nullable().default(null),
  publicationId: idSchema.nullable().default(null),
  question: questionSchema,
  answer: answerSchema,
})
export type NewEntry = z.infer<typeof writeInput>

export const changeInput = z.object({ entryId: idSchema, version: versionSchema(), changes: entryChanges })

/** Who confirms names the wording on the screen. */
export const confirmInput = z.object({ entryId: idSchema, wordingSeen: z.string().length(64) })

export const withdrawInput = z.object({ entryId: idSchema })

export const addPhrasingInput = z.object({ entryId: idSchema, text: humanLine({ max: 500 }) })

export const copyInput = z.object({
  entryId: idSchema,
  wordingSeen: z.string().length(64),
  form: z.enum(answerForms),
})

export const hearInput = z.object({ entryId: idSchema })

export const countInput = z.object({ entryId: idSchema })

export const logQuestionInput = z.object({
  text: questionSchema,
  kind: z.enum(callerQuestionKinds).default('question'),
})

export const answerQuestionInput = z.object({
  questionId: idSchema,
  version: versionSchema(),
  entry: writeInput,
})
export const declineQuestionInput = z.object({
  questionId: idSchema,
  version: versionSchema(),
  reason: humanLine({ max: 1_000 }),
})

export const searchInput = z.object({ words: z.string().max(500) })
export const entryInput = z.object({ entryId: idSchema })

export const libraryInput = z.object({
  words: z.string().max(200).default(''),
  filter: z.enum(libraryFilters).default('all'),
  cursor: z.string().max(200).nullable().default(null),
})
