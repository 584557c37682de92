import type { z } from 'zod'
import type { filterSchema } from './filter.ts'

/** Whether a filter, as it is kept or as it is asked with, narrows anything at all. */
export function narrows(filter: z.input<typeof filterSchema>): boolean {
  return Object.values(filter).some((part) => (Array.isArray(part) ? part.length > 0 : Boolean(part)))
}
