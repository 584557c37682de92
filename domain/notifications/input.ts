import { z } from 'zod'
import { clockSchema, daySchema, idSchema } from '../input.ts'
import { choosableMails } from './choosing.ts'

const cursor = z.string().max(500).nullable().default(null)

/** `cursor`: further back among what merely happened. */
export const bellInput = z.object({ cursor })

/** Some lines, or with null all of them. */
export const markReadInput = z.object({ ids: z.array(idSchema).max(200).nullable() })

/** Quiet hours that end when they begin are none, as null is. */
export const chooseMailsInput = z.object({
  off: z
    .array(z.enum(choosableMails))
    .max(choosableMails.length)
    .transform((kinds) => [...new Set(kinds)]),
  quiet: z.object({ from: clockSchema, until: clockSchema }).nullable(),
})

export const waitingMailInput = z.object({ cursor })

export const resendMailInput = z.object({ mailId: idSchema })

export const auditLogInput = z.object({
  cursor,
  personId: idSchema.nullable().default(null),
  room: z
    .string()
    .regex(/^[a-z]{1,40}$/)
    .nullable()
    .default(null),
  from: daySchema.nullable().default(null),
  until: daySchema.nullable().default(null),
})
