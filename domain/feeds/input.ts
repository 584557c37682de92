import { z } from 'zod'
import { idSchema } from '../input.ts'

/** One person keeps at most so many addresses. */
export const FEEDS_LIMIT = 20

/** `viewId` null: the whole calendar. */
export const makeFeedInput = z.strictObject({ viewId: idSchema.nullable() })

export const feedInput = z.strictObject({ feedId: idSchema })
