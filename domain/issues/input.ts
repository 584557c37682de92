import { z } from 'zod'
import { humanLine, humanText, idSchema, instantSchema, versionSchema, webAddress } from '../input.ts'
import { responseKinds } from './closing.ts'
import { levels } from './level.ts'
import { pressCoverages } from './uptake.ts'

const countSchema = z.int().min(0).max(2_000_000_000)
const longText = humanText({ max: 20_000 })
const sourceSchema = humanText({ max: 500 }).default('')

/** One dated value of the counts, each with where it comes from. `at` null: now. */
export const readingSchema = z.object({
  at: instantSchema.nullable().default(null),
  issueCount: countSchema.default(0),
  opinionLeaderCount: countSchema.default(0),
  reachPeople: countSchema.default(0),
  deskQuestions: countSchema.default(0),
  deskBaseline: countSchema.nullable().default(null),
  press: z.enum(pressCoverages).default('none'),
  hasFormalInquiry: z.boolean().default(false),
  sources: z
    .object({
      issueCount: sourceSchema,
      opinionLeaders: sourceSchema,
      reach: sourceSchema,
      desk: sourceSchema,
      press: sourceSchema,
      formal: sourceSchema,
    })
    .partial()
    .default({}),
})
export type GivenReading = z.output<typeof readingSchema>

export const recordInput = z.object({
  title: humanLine({ max: 200 }),
  content: longText.default(''),
  context: longText.default(''),
  publicInterest: longText.default(''),
  links: humanText({ max: 5_000 }).default(''),
  isHarmful: z.boolean().default(false),
  reading: readingSchema.nullable().default(null),
})

export const issueChanges = z.object({
  title: humanLine({ max: 200 }).optional(),
  content: longText.optional(),
  context: longText.optional(),
  publicInterest: longText.optional(),
  links: humanText({ max: 5_000 }).optional(),
  canonicalPage: webAddress.nullable().optional(),
  ownerId: idSchema.optional(),
  isHarmful: z.boolean().optional(),
})
export const editInput = z.object({ issueId: idSchema, version: versionSchema(), changes: issueChanges })

export const addReadingInput = z.object({ issueId: idSchema, reading: readingSchema })

export const changeLevelInput = z.object({
  issueId: idSchema,
  to: z.enum(levels),
  reason: humanText({ max: 2_000 }),
})

export const confirmLoweringInput = z.object({ issueId: idSchema, levelChangeId: idSchema })

/**
 * A holding or full response names a protect publication that exists, or gives the title and accounts of a new one; a
 * decision not to respond gives its reason.
 */
export const respondInput = z.object({
  issueId: idSchema,
  kind: z.enum(responseKinds),
  publicationId: idSchema.nullable().default(null),
  title: humanLine({ max: 200 }).nullable().default(null),
  accountIds: z.array(idSchema).max(30).default([]),
  reason: humanText({ max: 2_000 }).default(''),
})

export const oneIssueInput = z.object({ issueId: idSchema })
export const closeInput = z.object({ issueId: idSchema, reason: humanText({ max: 2_000 }) })
export const noteInput = z.object({ issueId: idSchema, body: humanLine({ max: 2_000 }) })

export const holdInput = z.object({
  issueId: idSchema,
  publicationIds: z.array(idSchema).min(1).max(50),
})
export const putBackInput = z.object({ issueId: idSchema, publicationId: idSchema })

export const boardInput = z.object({ closed: z.boolean().default(false) })
