import { z } from 'zod'
import { instantSchema } from '../../domain/input.ts'

/** Where a list goes on, as text that says nothing to whoever carries it. */
export function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place in a cursor as `schema` reads it; null for none and for one that is not ours, which begins anew. */
export function placeIn<T>(cursor: string | null, schema: z.ZodType<T>): T | null {
  if (cursor === null) return null
  const parsed = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        context.addIssue('not a cursor')
        return z.NEVER
      }
    })
    .pipe(schema)
    .safeParse(Buffer.from(cursor, 'base64url').toString('utf8'))
  return parsed.success ? parsed.data : null
}

/** The place in a list by id alone: ids rise with time. */
export const justId = z.tuple([z.uuid()])

/** The place in a list by moment and id. */
export const momentAndId = z.tuple([instantSchema, z.uuid()])
