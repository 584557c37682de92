const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/

/** A place in a list ordered by time and id, as opaque text. */
export function cursorOf(row: { at: string; id: string }): string {
  return Buffer.from(`${row.at} ${row.id}`).toString('base64url')
}

/** The place a cursor names; null for none and for what is no cursor, which then reads from the start. */
export function placeOf(cursor: string | null): { at: string; id: string } | null {
  if (cursor === null) return null
  const [, at, id] = written.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return at === undefined || id === undefined ? null : { at, id }
}
