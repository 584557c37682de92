import { z } from 'zod'

/** The id after which a list goes on; null at its beginning, and for a cursor nobody gave. */
export function afterCursor(cursor: string | null): string | null {
  if (cursor === null) return null
  const id = Buffer.from(cursor, 'base64url').toString('latin1')
  return z.uuid().safeParse(id).success ? id : null
}

/** The cursor of the next page; null where there is none. `rows` holds one more than fits. */
export function cursorFor(rows: readonly { id: string }[], atOnce: number): string | null {
  const last = rows.length > atOnce ? rows[atOnce - 1] : undefined
  return last === undefined ? null : Buffer.from(last.id, 'latin1').toString('base64url')
}
