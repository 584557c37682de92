import { z } from 'zod'
import { clockSchema, daySchema, humanLine, humanText, idSchema, versionSchema } from '../input.ts'
import { eventKinds } from './kinds.ts'

const name = humanLine({ max: 160 })
const place = humanLine({ min: 0, max: 200 })

/** Day and clock time in the agency's zone. */
export const eventTimeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), day: daySchema, clock: clockSchema }),
  z.object({ kind: z.literal('tentative'), day: daySchema, clock: clockSchema.nullable() }),
  z.object({ kind: z.literal('open'), day: daySchema }),
])

export const createEventInput = z.strictObject({
  unitId: idSchema,
  name,
  kind: z.enum(eventKinds),
  place: place.default(''),
  time: eventTimeSchema,
  notes: humanText().default(''),
})

/** Only the fields that were touched, and the version the change started from. Its time moves by postponing alone. */
export const changeEventInput = z.strictObject({
  id: idSchema,
  version: versionSchema(),
  name: name.optional(),
  kind: z.enum(eventKinds).optional(),
  place: place.optional(),
  notes: humanText().optional(),
})

export const cancelEventInput = z.strictObject({ id: idSchema })
export const eventPageInput = z.strictObject({ id: idSchema })

/** `words`: events whose name holds them all; `from`: on that day or later. */
export const listEventsInput = z.strictObject({
  words: humanText({ max: 200 }).default(''),
  from: daySchema.nullable().default(null),
})

export const previewPostponingInput = z.strictObject({ eventId: idSchema, time: eventTimeSchema })

/** How many publications one postponing may be shown. */
export const HANGING_LIMIT = 500

/**
 * `version` is the event's that was on the screen; `seen` the publications that were shown, each as it stood there: what
 * moves is what was looked at.
 */
export const postponeInput = z.strictObject({
  eventId: idSchema,
  version: versionSchema(),
  time: eventTimeSchema,
  seen: z
    .array(
      z.strictObject({ publicationId: idSchema, timeVersion: versionSchema(), endsApproval: z.boolean() }),
    )
    .max(HANGING_LIMIT),
})
