import { minutesBetween } from '../../domain/time.ts'

export type HistoryRow = {
  at: string
  action: string
  /** Null: the clock. */
  by: string | null
  byId: string | null
  data: Record<string, unknown>
  partId: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  /** The revision in which each field's `before` stands. */
  sources: Record<string, string>
}

const GATHER_MINUTES = 10
const LONGEST_TEXT = 5000

/**
 * Rows newest first, where saves of one part by one person, each within ten minutes of the next, become one: what stood
 * before the first and what stood after the last. Writing saves itself every second; a reader wants the change.
 */
export function gatherSaves(rows: readonly HistoryRow[]): HistoryRow[] {
  const gathered: { row: HistoryRow; oldestAt: string }[] = []
  for (const row of rows) {
    const newer = gathered.at(-1)
    if (newer && isSameWork(newer.row, row) && minutesBetween(row.at, newer.oldestAt) <= GATHER_MINUTES) {
      newer.oldestAt = row.at
      newer.row = {
        ...newer.row,
        before: { ...newer.row.before, ...row.before },
        after: { ...row.after, ...newer.row.after },
        sources: { ...newer.row.sources, ...row.sources },
        data: { ...newer.row.data, fields: Object.keys({ ...row.after, ...newer.row.after }) },
      }
    } else {
      gathered.push({ row, oldestAt: row.at })
    }
  }
  return gathered.map(({ row }) => row)
}

/** What saves itself while somebody types. */
const written: readonly string[] = ['publications.edited', 'briefings.changed']

function isSameWork(newer: HistoryRow, older: HistoryRow): boolean {
  return (
    written.includes(newer.action) &&
    newer.data.broughtBackFrom === undefined &&
    older.data.broughtBackFrom === undefined &&
    older.action === newer.action &&
    older.byId === newer.byId &&
    older.partId === newer.partId
  )
}

/** The row with no text in it longer than a reader of a list can use, and only this room's own words. */
export function shortened(row: HistoryRow): HistoryRow {
  if (!row.action.startsWith('publications.')) return { ...row, before: null, after: null, sources: {} }
  return { ...row, before: shortTexts(row.before), after: shortTexts(row.after) }
}

function shortTexts(fields: Record<string, unknown> | null): Record<string, unknown> | null {
  if (fields === null) return null
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value,
    ]),
  )
}
