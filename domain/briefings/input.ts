import { z } from 'zod'
import { humanLine, humanText, idSchema, versionSchema } from '../input.ts'

/** The most messages, sources or entries one version holds; past it a sentence, before it no cut. */
const LIST_LIMIT = 100
/** The most questions a page of a briefing shows. */
export const QUESTIONS_LIMIT = 200
/** The most versions a briefing's page names, newest first. */
export const VERSIONS_LIMIT = 100
/** The most readers a briefing's page names. */
export const READERS_LIMIT = 200

/** Whose briefing it is: a publication's own, or a campaign's that its publications go by. */
const ownerSchema = z.strictObject({ kind: z.enum(['publication', 'campaign']), id: idSchema })
export type BriefingOwner = z.infer<typeof ownerSchema>

const lines = z.array(humanLine({ max: 2_000 })).max(LIST_LIMIT)

/** An entry of the library as this version holds it, the same with its wording written anew, or a new one (`entryId` null). */
const entrySchema = z.union([
  z.strictObject({ entryId: idSchema }),
  z.strictObject({
    entryId: idSchema.nullable(),
    question: humanLine({ max: 500 }),
    answer: humanText({ max: 10_000 }).refine((text) => text.trim() !== '', {
      params: { code: 'text_empty' },
    }),
  }),
])
export type WantedEntry = z.infer<typeof entrySchema>

/** The fields of a briefing; a change sends only those it touched. Lists are sent whole, in their order. */
const briefingChanges = z.strictObject({
  summary: humanText({ max: 20_000 }).optional(),
  keyMessages: lines.optional(),
  notToSay: lines.optional(),
  entries: z.array(entrySchema).max(LIST_LIMIT).optional(),
  escalationContact: humanLine({ min: 0, max: 500 }).optional(),
  sources: lines.optional(),
})
export type BriefingChanges = z.infer<typeof briefingChanges>

/** `version` is the one the change started from; 0 where there was no briefing yet. */
export const editInput = z.strictObject({
  owner: ownerSchema,
  version: versionSchema({ min: 0 }),
  changes: briefingChanges,
})

export const takeOverInput = z.strictObject({ owner: ownerSchema, entryId: idSchema })

/** `aboutText` is the paragraph the question was asked at, as it stood there. */
export const askInput = z.strictObject({
  owner: ownerSchema,
  body: humanText({ max: 2_000 }).refine((text) => text.trim() !== '', { params: { code: 'text_empty' } }),
  aboutText: humanText({ max: 10_000 }).nullable().default(null),
})

const reason = humanText({ max: 2_000 }).refine((text) => text.trim() !== '', {
  params: { code: 'text_empty' },
})

export const answerInput = z.strictObject({ questionId: idSchema, answer: reason })
export const declineInput = z.strictObject({ questionId: idSchema, reason })
export const turnIntoEntryInput = z.strictObject({
  questionId: idSchema,
  question: humanLine({ max: 500 }),
  answer: humanText({ max: 10_000 }).refine((text) => text.trim() !== '', { params: { code: 'text_empty' } }),
})

/** Who signs names the version and the hash that were on the screen. */
export const signInput = z.strictObject({
  owner: ownerSchema,
  number: versionSchema(),
  hash: z.string().length(64),
})
export const withdrawSignatureInput = z.strictObject({ owner: ownerSchema, number: versionSchema(), reason })
export const acknowledgeInput = z.strictObject({ owner: ownerSchema, number: versionSchema() })

/** A publication's page asks for the briefing it goes by; a campaign's for the campaign's own. */
export const briefingInput = z.strictObject({ of: ownerSchema })
export const versionInput = z.strictObject({ owner: ownerSchema, number: versionSchema() })
