import { z } from 'zod'
import { humanLine, idSchema } from '../input.ts'
import { platformIds } from '../platforms/platform.ts'
import { subjectClasses } from '../subject-classes.ts'
import { objectives } from './objectives.ts'
import { publicationStatuses } from './status.ts'

const ids = z.array(idSchema).max(50).default([])

/** What a calendar is narrowed by; empty lists and null narrow nothing. Cancelled ones show only where asked for. */
export const filterSchema = z.strictObject({
  accountIds: ids,
  unitIds: ids,
  campaignIds: ids,
  ownerIds: ids,
  /** `none`: those that name no public. */
  publics: z
    .array(z.union([idSchema, z.literal('none')]))
    .max(50)
    .default([]),
  platforms: z.array(z.enum(platformIds)).max(platformIds.length).default([]),
  subjectClasses: z.array(z.enum(subjectClasses)).max(subjectClasses.length).default([]),
  objective: z.enum(objectives).nullable().default(null),
  statuses: z.array(z.enum(publicationStatuses)).max(publicationStatuses.length).default([]),
  /** Only what is ahead and still blocked. */
  isNotReady: z.boolean().default(false),
  words: humanLine({ min: 0, max: 200 }).default(''),
})
export type CalendarFilter = z.output<typeof filterSchema>
