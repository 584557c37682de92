import { z } from 'zod'
import { humanLine, idSchema, versionSchema } from '../input.ts'
import { filterSchema } from '../publications/filter.ts'
import { viewKinds } from './kinds.ts'

/** One person, and one unit, keep at most so many. */
export const VIEWS_LIMIT = 50

const name = humanLine({ max: 80 })
const kind = z.enum(viewKinds)

/** `unitId` null: for oneself alone. */
export const saveViewInput = z.strictObject({
  name,
  kind,
  filter: filterSchema,
  unitId: idSchema.nullable(),
})

/** Only what was touched, and the version the change started from. */
export const changeViewInput = z.strictObject({
  viewId: idSchema,
  version: versionSchema(),
  name: name.optional(),
  kind: kind.optional(),
  filter: filterSchema.optional(),
})

export const viewInput = z.strictObject({ viewId: idSchema })
