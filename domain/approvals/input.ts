import { z } from 'zod'
import { humanText, idSchema } from '../input.ts'

/** The longest comment or reason. */
const COMMENT_LIMIT = 10_000

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const neededText = humanText({ max: COMMENT_LIMIT })
  .transform((text) => text.trim())
  .refine((text) => text !== '', { params: { code: 'comment_needed' } })

export const submitInput = z.object({ publicationId: idSchema })

/** `contentHash` is that of the content on the person's screen. */
export const approveInput = z.object({
  publicationId: idSchema,
  stepId: idSchema,
  contentHash: hash,
  comment: humanText({ max: COMMENT_LIMIT }).default(''),
})

/** Asking for changes and rejecting say why. */
export const objectInput = approveInput.extend({ comment: neededText })

export const revokeInput = z.object({ publicationId: idSchema, decisionId: idSchema })

/** One group of the list; `cursor` is what the page before gave. */
export const inboxInput = z.object({
  cursor: z.string().max(200).nullable().default(null),
  othersCursor: z.string().max(200).nullable().default(null),
})

/** With `seenHash` the difference is told from that content on, which the person had on the screen. */
export const requestInput = z.object({ publicationId: idSchema, seenHash: hash.nullable().default(null) })

export const onePublicationsApprovals = z.object({ publicationId: idSchema })
