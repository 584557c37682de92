import { z } from 'zod'
import { humanLine, idSchema } from '../input.ts'
import type { OwnLimitName } from '../platforms/own-limits.ts'
import { platformIds } from '../platforms/platform.ts'
import { ratioOf, ratioWritten } from '../platforms/ratio.ts'
import { accountKinds } from './kinds.ts'

const wholeNumber = (min: number, max: number) => z.number().int().min(min).max(max)

/** Width to height, stored in one way of writing it. */
const ratio = z
  .string()
  .max(20)
  .refine((written) => ratioOf(written) !== null, { params: { code: 'ratio_needed' } })
  .transform((written) => {
    const found = ratioOf(written)
    return found === null ? written : ratioWritten(found)
  })

/** Limits of one account that change: a value of its own, or null to follow the platform again. */
const limitChanges = z
  .strictObject({
    maxCharacters: wholeNumber(1, 100_000).nullable().optional(),
    maxCaptionCharacters: wholeNumber(1, 100_000).nullable().optional(),
    maxHeadlineCharacters: wholeNumber(1, 1000).nullable().optional(),
    maxMedia: wholeNumber(0, 100).nullable().optional(),
    maxImageBytes: wholeNumber(1, 1_000_000_000).nullable().optional(),
    maxAlternativeTextCharacters: wholeNumber(1, 10_000).nullable().optional(),
    maxHashtags: wholeNumber(0, 100).nullable().optional(),
    maxMentions: wholeNumber(0, 100).nullable().optional(),
    maxLinks: wholeNumber(0, 100).nullable().optional(),
    maxVideos: wholeNumber(0, 100).nullable().optional(),
    maxVideoBytes: wholeNumber(1, 1_000_000_000_000).nullable().optional(),
    minVideoSeconds: wholeNumber(0, 1_000_000).nullable().optional(),
    maxVideoSeconds: wholeNumber(1, 1_000_000).nullable().optional(),
    narrowestImage: ratio.nullable().optional(),
    widestImage: ratio.nullable().optional(),
    narrowestVideo: ratio.nullable().optional(),
    widestVideo: ratio.nullable().optional(),
    requiresMedia: z.boolean().nullable().optional(),
    requiresAlternativeText: z.boolean().nullable().optional(),
    requiresCaptions: z.boolean().nullable().optional(),
  } satisfies Record<OwnLimitName, z.ZodType>)
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    params: { code: 'limit_needed' },
  })

/** A person Selaras knows already, or one without a sign-in who is entered by name. */
export const officeHolderSchema = z.union([
  z.strictObject({ personId: idSchema }),
  z.strictObject({ name: humanLine({ max: 120 }) }),
])

const handle = humanLine({ max: 100 })
const displayName = humanLine({ max: 120 })
const office = humanLine({ max: 120 })
/** Whoever looks for clashes looks at a day and the days beside it, so no distance is longer than a day. */
export const MOST_MINIMUM_MINUTES = 1440
const minimumMinutes = wholeNumber(0, MOST_MINIMUM_MINUTES)

/** Issues carry `office_holder_needed` and `office_needed` where an executive account lacks them. */
export const addAccountInput = z
  .strictObject({
    unitId: idSchema,
    platform: z.enum(platformIds),
    handle,
    displayName,
    kind: z.enum(accountKinds),
    officeHolder: officeHolderSchema.nullable().default(null),
    office: office.nullable().default(null),
    minimumMinutes: minimumMinutes.default(60),
  })
  .refine((account) => account.kind !== 'executive' || account.officeHolder !== null, {
    path: ['officeHolder'],
    params: { code: 'office_holder_needed' },
  })
  .refine((account) => account.kind !== 'executive' || account.office !== null, {
    path: ['office'],
    params: { code: 'office_needed' },
  })

/** Only the fields that were touched, and the version the change started from. */
export const changeAccountInput = z.strictObject({
  id: idSchema,
  version: wholeNumber(1, 1_000_000_000),
  handle: handle.optional(),
  displayName: displayName.optional(),
  officeHolder: officeHolderSchema.optional(),
  office: office.optional(),
  minimumMinutes: minimumMinutes.optional(),
})

/** The limits that change, why, and the version the change started from. */
export const changeLimitsInput = z.strictObject({
  id: idSchema,
  version: wholeNumber(1, 1_000_000_000),
  limits: limitChanges,
  reason: humanLine({ max: 300 }),
})

/** The same before it is saved: what it would do to what is planned. */
export const limitEffectsInput = z.strictObject({ id: idSchema, limits: limitChanges })

export const accountLimitsInput = z.strictObject({ id: idSchema })
export const endAccountInput = z.strictObject({ id: idSchema })
export const listAccountsInput = z.strictObject({ withEnded: z.boolean().default(false) })
export const circleInput = z.strictObject({ accountId: idSchema })
export const circleMemberInput = z.strictObject({ accountId: idSchema, personId: idSchema })
