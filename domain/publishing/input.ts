import { z } from 'zod'
import { humanText, idSchema, instantSchema, webAddress } from '../input.ts'

const REASON_LIMIT = 2000

const reason = humanText({ max: REASON_LIMIT })
  .transform((text) => text.trim())
  .refine((text) => text !== '', { params: { code: 'reason_needed' } })

export const publicationToPublish = z.object({ publicationId: idSchema })

/** `link` is the post's own address, `happenedAt` the moment it went out on the platform; null is now, by the server's clock. */
export const confirmInput = z.object({
  publicationId: idSchema,
  variantId: idSchema,
  link: webAddress.nullable(),
  happenedAt: instantSchema.nullable().default(null),
})

export const notPostedInput = z.object({ publicationId: idSchema, variantId: idSchema, reason })

/** `replacementId` names the publication that corrects it, where there is one. */
export const withdrawPostInput = z.object({
  publicationId: idSchema,
  variantId: idSchema,
  reason,
  replacementId: idSchema.nullable().default(null),
})
