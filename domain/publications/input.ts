import { z } from 'zod'
import {
  clockSchema,
  daySchema,
  humanLine,
  humanText,
  idSchema,
  instantSchema,
  versionSchema,
  webAddress,
} from '../input.ts'
import { subjectClasses } from '../subject-classes.ts'
import { placedFields } from './comment-place.ts'

import { MANY_LIMIT } from './many-limit.ts'
import { objectives } from './objectives.ts'

/** At most so many accounts on one publication, and images and videos on one variant. */
export const ACCOUNT_LIMIT = 30
const MEDIA_LIMIT = 20

const languageSchema = z.enum(['id', 'en'])
export const titleSchema = humanLine({ max: 200 })

/** A planned time as a person gives it; the server reads it in the agency's zone. */
export const givenTimeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), day: daySchema, clock: clockSchema }),
  z.object({ kind: z.literal('tentative'), day: daySchema, clock: clockSchema.nullable() }),
  z.object({ kind: z.literal('open'), day: daySchema }),
  z.object({ kind: z.literal('none') }),
])

/** Without `unitId` the publication belongs to the first account's unit, or to the one unit of the person. */
export const createInput = z.object({
  title: titleSchema,
  objective: z.enum(objectives),
  subjectClass: z.enum(subjectClasses).nullable(),
  time: givenTimeSchema,
  accountIds: z.array(idSchema).max(ACCOUNT_LIMIT),
  campaignId: idSchema.nullable().default(null),
  agendaEventId: idSchema.nullable().optional(),
  publicId: idSchema.nullable().optional(),
  unitId: idSchema.nullable().default(null),
  mainText: humanText().default(''),
  mainLink: webAddress.nullable().default(null),
  language: languageSchema.default('id'),
  notes: humanText().default(''),
})

/** The fields of a publication's head; a change sends only those it touched. */
export const headChanges = z.object({
  title: titleSchema.optional(),
  objective: z.enum(objectives).optional(),
  subjectClass: z.enum(subjectClasses).nullable().optional(),
  campaignId: idSchema.nullable().optional(),
  agendaEventId: idSchema.nullable().optional(),
  publicId: idSchema.nullable().optional(),
  mainText: humanText().optional(),
  mainLink: webAddress.nullable().optional(),
  language: languageSchema.optional(),
  ownerId: idSchema.optional(),
  embargoUntil: instantSchema.nullable().optional(),
  notes: humanText().optional(),
})
export type HeadChanges = z.infer<typeof headChanges>

/** `version` is the head's version the person started from. */
export const editInput = z.object({ publicationId: idSchema, version: versionSchema(), changes: headChanges })

/** Null follows the main text, link or language; an empty `ownLink` means no link at all. */
export const variantChanges = z.object({
  ownText: humanText().nullable().optional(),
  headline: humanText({ max: 1000 }).nullable().optional(),
  ownLink: z
    .union([webAddress, z.literal('')])
    .nullable()
    .optional(),
  ownLanguage: languageSchema.nullable().optional(),
})
export type VariantChanges = z.infer<typeof variantChanges>

export const editVariantInput = z.object({
  publicationId: idSchema,
  variantId: idSchema,
  version: versionSchema(),
  changes: variantChanges,
})

export const addAccountInput = z.object({ publicationId: idSchema, accountId: idSchema })
export const removeAccountInput = z.object({ publicationId: idSchema, variantId: idSchema })

const percent = z.number().int().min(0).max(100)

/**
 * A video's captions, transcript and cover are left out where it has none; an image has none of them. An image's focus point is left
 * out where it is the middle; a video has none.
 */
export const mediumSchema = z.object({
  fileId: idSchema,
  alternativeText: humanText({ max: 5000 }),
  captionsFileId: idSchema.optional(),
  posterFileId: idSchema.optional(),
  transcript: humanText({ min: 1 }).optional(),
  focus: z.strictObject({ x: percent, y: percent }).optional(),
})
export type GivenMedium = z.output<typeof mediumSchema>

/**
 * The images and videos in order, of the main text (`variantId` null) or of a variant; with `images` null the variant follows the
 * main images again. `version` is the head's or the variant's.
 */
export const setMediaInput = z.object({
  publicationId: idSchema,
  variantId: idSchema.nullable(),
  version: versionSchema(),
  images: z.array(mediumSchema).max(MEDIA_LIMIT).nullable(),
})

/** A move compares the time alone. Where the time is bound, `confirmsEndOfApproval` says that the person was told. */
export const moveInput = z.object({
  publicationId: idSchema,
  timeVersion: versionSchema(),
  time: givenTimeSchema,
  confirmsEndOfApproval: z.boolean().default(false),
})

/** Farther than ten years nobody shifts a plan. */
const SHIFT_LIMIT = 3660

/** One change of all the marked: each with the versions that stood on the person's screen. */
export const changeManyInput = z.strictObject({
  items: z
    .array(
      z.strictObject({ publicationId: idSchema, version: versionSchema(), timeVersion: versionSchema() }),
    )
    .min(1)
    .max(MANY_LIMIT),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), days: z.int().min(-SHIFT_LIMIT).max(SHIFT_LIMIT) }),
    z.strictObject({ kind: z.literal('owner'), ownerId: idSchema }),
    z.strictObject({ kind: z.literal('campaign'), campaignId: idSchema.nullable() }),
    z.strictObject({ kind: z.literal('subject_class'), subjectClass: z.enum(subjectClasses) }),
    z.strictObject({
      kind: z.literal('alike'),
      head: headChanges.pick({
        title: true,
        objective: true,
        subjectClass: true,
        campaignId: true,
        mainText: true,
        mainLink: true,
        ownerId: true,
      }),
      /** Each on this weekday of its own week, 1 Monday to 7 Sunday. */
      weekday: z.int().min(1).max(7).optional(),
      clock: clockSchema.optional(),
      addAccountIds: z.array(idSchema).max(ACCOUNT_LIMIT).default([]),
      removeAccountIds: z.array(idSchema).max(ACCOUNT_LIMIT).default([]),
    }),
    z.strictObject({ kind: z.literal('cancel') }),
  ]),
  /** The person was told how many approvals end by it. */
  confirmsEndOfApproval: z.boolean().default(false),
})
export type ChangeOfMany = z.output<typeof changeManyInput>['change']

export const onePublicationInput = z.object({ publicationId: idSchema })

/** `isCorrection` links the new publication to the one it corrects. */
export const duplicateInput = z.object({ publicationId: idSchema, isCorrection: z.boolean().default(false) })

export const commentInput = z.object({
  publicationId: idSchema,
  body: humanText({ min: 1, max: 10_000 }).refine((text) => text.trim() !== '', {
    params: { code: 'text_empty' },
  }),
  mentions: z.array(idSchema).max(20).default([]),
  place: z
    .object({
      variantId: idSchema.nullable(),
      field: z.enum(placedFields),
      quote: humanText({ min: 1, max: 500 }),
      offset: z.number().int().min(0).max(1_000_000),
    })
    .optional(),
})

export const settleCommentInput = z.object({
  publicationId: idSchema,
  commentId: idSchema,
  isResolved: z.boolean(),
})

/** `words` begin a name; empty offers the first names. */
export const mentionableInput = z.object({
  publicationId: idSchema,
  words: humanLine({ min: 0, max: 100 }).default(''),
})

/** The texts of which an earlier wording can be brought back. */
export const textFields = ['title', 'mainText', 'notes', 'ownText', 'headline'] as const

/** `version` is the head's or the variant's, as shown when the person chose; `revisionId` holds the earlier text. */
export const bringBackInput = z.object({
  publicationId: idSchema,
  revisionId: idSchema,
  field: z.enum(textFields),
  version: versionSchema(),
})

/** A page of a list, newest first; `cursor` is what the page before gave. */
export const pageInput = z.object({
  publicationId: idSchema,
  cursor: z.string().max(200).nullable().default(null),
})

/** The open comments, or those that are resolved. */
export const commentsInput = pageInput.extend({ isResolved: z.boolean().optional() })

/** `unitId` asks for who may own a publication of that unit. */
export const choicesInput = z.object({ unitId: idSchema.nullable().default(null) })
