import { z } from 'zod'
import { daySchema, emailAddress, humanLine, idSchema, instantSchema, personName } from '../input.ts'
import { agencyRoles, roles } from '../permissions.ts'
import { subjectClasses } from '../subject-classes.ts'
import { daysBetween } from '../time.ts'

const passwordText = z.string().max(1000)

/** Issues carry `role_needs_agency` where a role that only makes sense for the whole agency is given in a unit. */
const grantSchema = z
  .strictObject({ role: z.enum(roles), unitId: idSchema.nullable() })
  .refine((grant) => grant.unitId === null || !(agencyRoles as readonly string[]).includes(grant.role), {
    path: ['unitId'],
    params: { code: 'role_needs_agency' },
  })

const token = z.string().min(1).max(200)

export const inviteInput = z.strictObject({
  name: personName,
  email: emailAddress,
  grants: z.array(grantSchema).min(1).max(20),
})

export const invitationTokenInput = z.strictObject({ token })
export const acceptInput = z.strictObject({ token, password: passwordText, locale: z.enum(['id', 'en']) })
export const revokeInvitationInput = z.strictObject({ invitationId: idSchema })

export const grantRoleInput = z.strictObject({ personId: idSchema, grant: grantSchema })
export const endRoleInput = z.strictObject({ grantId: idSchema })
export const personInput = z.strictObject({ personId: idSchema })
/** `keepSessionId` is the one this request came with, as `people.sessions` marks it. */
export const endOtherSessionsInput = z.strictObject({ keepSessionId: idSchema })
export const endSessionInput = z.strictObject({ sessionId: idSchema })
export const addOfficeHolderInput = z.strictObject({ name: personName, position: humanLine({ max: 120 }) })

/** Pages a person may land on after signing in; null follows the role. */
export const firstPages = [
  '/calendar',
  '/upcoming',
  '/approvals',
  '/desk',
  '/issues',
  '/duty',
  '/settings',
] as const

/** Only the fields that were touched. */
export const changeProfileInput = z.strictObject({
  name: personName.optional(),
  position: humanLine({ min: 0, max: 120 }).optional(),
  extension: humanLine({ min: 0, max: 30 }).optional(),
  locale: z.enum(['id', 'en']).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  firstPage: z.enum(firstPages).nullable().optional(),
  singleKeysOff: z.boolean().optional(),
})

/** Issues carry `ends_before_start` and `shift_too_long`. */
export const setDutyInput = z
  .strictObject({
    personId: idSchema,
    role: z.enum(['planner', 'agent', 'lead_agent', 'approver']),
    startsAt: instantSchema,
    endsAt: instantSchema,
  })
  .refine((shift) => shift.startsAt < shift.endsAt, {
    path: ['endsAt'],
    params: { code: 'ends_before_start' },
  })
  .refine((shift) => Date.parse(shift.endsAt) - Date.parse(shift.startsAt) <= 7 * 86_400_000, {
    path: ['endsAt'],
    params: { code: 'shift_too_long' },
  })

export const removeDutyInput = z.strictObject({ dutyId: idSchema })

/** A span of days, the first to the last but one; at most 31 of them. */
export const dutyWeekInput = z
  .strictObject({ from: daySchema, until: daySchema })
  .refine((span) => span.from < span.until && daysBetween(span.from, span.until) <= 31, {
    path: ['until'],
    params: { code: 'ends_before_start' },
  })

/** Issues carry `ends_before_start`. `subjectClasses` null: all of them. */
export const delegateInput = z
  .strictObject({
    leaderId: idSchema,
    delegateId: idSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    subjectClasses: z.array(z.enum(subjectClasses)).min(1).max(6).nullable(),
    letterNumber: humanLine({ max: 120 }),
  })
  .refine((span) => span.startsAt < span.endsAt, { path: ['endsAt'], params: { code: 'ends_before_start' } })

export const endDelegationInput = z.strictObject({ delegationId: idSchema })

export const listPeopleInput = z.strictObject({
  search: z.string().max(100).default(''),
  /** Opaque; from the answer before. */
  cursor: z.string().max(400).nullable().default(null),
})

export const directoryInput = z.strictObject({
  search: z.string().max(100).default(''),
  role: z.enum(roles).nullable().default(null),
})
