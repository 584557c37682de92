import { z } from 'zod'
import { clockSchema, emailAddress, humanLine, idSchema, personName, zoneSchema } from '../input.ts'
import { platformIds } from '../platforms/platform.ts'
import { subjectClasses } from '../subject-classes.ts'

const whole = (min: number, max: number) => z.number().int().min(min).max(max)
const agencyName = humanLine({ max: 160 })
const unitName = humanLine({ max: 120 })

/** Everything the first visit asks, three short steps on one page. `code` is asked only from another machine. */
export const setUpInput = z.strictObject({
  code: z.string().max(100).default(''),
  name: agencyName,
  zone: zoneSchema,
  locale: z.enum(['id', 'en']),
  administrator: z.strictObject({ name: personName, email: emailAddress, password: z.string().max(1000) }),
  unit: unitName,
  account: z.strictObject({ platform: z.enum(platformIds), handle: humanLine({ max: 100 }) }).nullable(),
})

/** Only the settings that were touched, and the version the change started from. */
export const changeSettingsInput = z.strictObject({
  version: whole(1, 1_000_000_000),
  name: agencyName.optional(),
  zone: zoneSchema.optional(),
  graceMinutes: whole(0, 240).optional(),
  confirmMinutes: whole(1, 1440).optional(),
  acknowledgementPercent: whole(0, 100).optional(),
  acknowledgementBlocks: z.boolean().optional(),
  alignmentLeadWorkingDays: whole(0, 20).optional(),
  alsoAlignedClasses: z.array(z.enum(subjectClasses)).max(6).optional(),
  crowdedFrom: whole(2, 1000).optional(),
  uptakeThreshold: whole(1, 100).optional(),
  opinionLeaderThreshold: whole(1, 1000).optional(),
  issueCountThreshold: whole(1, 1_000_000).nullable().optional(),
  opensAt: clockSchema.optional(),
  closesAt: clockSchema.optional(),
})

export const addUnitInput = z.strictObject({ name: unitName })

export const changeUnitInput = z.strictObject({
  id: idSchema,
  version: whole(1, 1_000_000_000),
  name: unitName.optional(),
  communicationsLeadId: idSchema.nullable().optional(),
})

export const addPublicInput = z.strictObject({ name: humanLine({ max: 60 }) })
export const renamePublicInput = addPublicInput.extend({ id: idSchema, version: whole(1, 1_000_000_000) })
export const endPublicInput = z.strictObject({ id: idSchema })

export const endUnitInput = z.strictObject({ id: idSchema })

/** `code` is asked only from another machine, as for setting up. */
export const demoInput = z.strictObject({ code: z.string().max(100).default('') })
export const demoSignInInput = demoInput.extend({ personId: idSchema })
