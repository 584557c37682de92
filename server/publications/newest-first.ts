import { z } from 'zod'
import { instantSchema } from '../../domain/input.ts'
import { cursorOf } from '../infrastructure/keyset.ts'

/** A place in a list that is newest first: after so many rows of a moment. */
export const momentAndSkip = z.tuple([instantSchema, z.int().min(0).max(9999)])

/**
 * Cuts a page of `size` out of rows read newest first from the place's moment on (at least its skip + `size` + 1 of
 * them) and says where the next one begins.
 */
export function pageOf<Row extends { at: string }>(
  rows: readonly Row[],
  place: z.infer<typeof momentAndSkip> | null,
  size: number,
): { rows: Row[]; next: string | null } {
  const from = place?.[1] ?? 0
  const page = rows.slice(from, from + size)
  const last = page.at(-1)
  if (last === undefined || rows.length <= from + size) return { rows: page, next: null }
  const skip = rows.slice(0, from + size).filter((row) => row.at === last.at).length
  return { rows: page, next: cursorOf([last.at, skip]) }
}
