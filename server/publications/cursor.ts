/** An opaque place in a list that is newest first: after `skip` rows of the instant `at`. */
export type Place = { at: string; skip: number }

export function cursorOf(place: Place): string {
  return Buffer.from(`${place.at} ${place.skip}`).toString('base64url')
}

const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d{1,4})$/

/** The place a cursor names; null for none and for what is no cursor, which then reads from the start. */
export function placeOf(cursor: string | null): Place | null {
  if (cursor === null) return null
  const [, at, skip] = written.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return at === undefined ? null : { at, skip: Number(skip) }
}

/**
 * Cuts a page of `size` out of rows read newest first from `place.at` on (at least `place.skip + size + 1` of them) and
 * says where the next one begins.
 */
export function pageOf<Row extends { at: string }>(
  rows: readonly Row[],
  place: Place | null,
  size: number,
): { rows: Row[]; next: string | null } {
  const from = place?.skip ?? 0
  const page = rows.slice(from, from + size)
  const last = page.at(-1)
  if (last === undefined || rows.length <= from + size) return { rows: page, next: null }
  const skip = rows.slice(0, from + size).filter((row) => row.at === last.at).length
  return { rows: page, next: cursorOf({ at: last.at, skip }) }
}
