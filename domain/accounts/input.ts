import { z } from 'zod'
import { humanLine, idSchema } from '../input.ts'
import { platformIds } from '../platforms/platform.ts'
import { accountKinds } from './kinds.ts'

const wholeNumber = (min: number, max: number) => z.number().int().min(min).max(max)

/** Limits an account gives itself; what is left out follows the platform. */
const ownLimitsSchema = z.strictObject({
  maxCharacters: wholeNumber(1, 100_000).optional(),
  maxHeadlineCharacters: wholeNumber(1, 1000).optional(),
  maxMedia: wholeNumber(0, 100).optional(),
  requiresMedia: z.boolean().optional(),
  requiresAlternativeText: z.boolean().optional(),
})

/** A person Selaras knows already, or one without a sign-in who is entered by name. */
export const officeHolderSchema = z.union([
  z.strictObject({ personId: idSchema }),
  z.strictObject({ name: humanLine({ max: 120 }) }),
])

const handle = humanLine({ max: 100 })
const displayName = humanLine({ max: 120 })
const office = humanLine({ max: 120 })
const minimumMinutes = wholeNumber(0, 10_080)

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
    ownLimits: ownLimitsSchema.nullable().default(null),
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
  ownLimits: ownLimitsSchema.nullable().optional(),
})

export const endAccountInput = z.strictObject({ id: idSchema })
export const listAccountsInput = z.strictObject({ withEnded: z.boolean().default(false) })
export const circleInput = z.strictObject({ accountId: idSchema })
export const circleMemberInput = z.strictObject({ accountId: idSchema, personId: idSchema })
