import { columnLetter } from '../../domain/publications/plan-table.ts'
import type { readSheet } from './read-sheet.ts'
import { shortened } from './shortened.ts'
import type { TakenSheet } from './take-sheets.ts'

/** Something about the plan as a whole that its reader should know. */
export type PlanNote =
  | { code: 'columns_hidden'; sheet: string; columns: string[] }
  | { code: 'lines_hidden'; sheet: string; count: number }
  | { code: 'status_not_taken' }
  | { code: 'year_assumed'; years: number[] }
  | { code: 'lines_without_content'; count: number }

/** What a sheet hides. */
export function notesOfSheet({ name, hiddenColumns, hiddenLines, headings }: TakenSheet): PlanNote[] {
  const sheet = shortened(name)
  const rows = headings.below.filter(({ line }) => hiddenLines.includes(line)).length
  return [
    ...(hiddenColumns.length > 0
      ? [{ code: 'columns_hidden' as const, sheet, columns: hiddenColumns.map(columnLetter) }]
      : []),
    ...(rows > 0 ? [{ code: 'lines_hidden' as const, sheet, count: rows }] : []),
  ]
}

/** What was left out or assumed in its lines. */
export function notesOfLines(
  taken: readonly TakenSheet[],
  read: readonly ReturnType<typeof readSheet>[],
): PlanNote[] {
  const hasStatus = taken.some(({ headings, chosen: { status } }) =>
    headings.below.some(({ cells }) => status !== null && (cells[status] ?? '').trim() !== ''),
  )
  const rows = read.flatMap(({ lines }) => lines.flatMap(({ row }) => (row === null ? [] : [row])))
  const years = new Set(
    rows.flatMap(({ isYearAssumed, plannedDay }) =>
      isYearAssumed && plannedDay !== null ? [Number(plannedDay.slice(0, 4))] : [],
    ),
  )
  const skipped = read.reduce((sum, { withoutContent }) => sum + withoutContent, 0)
  return [
    ...(hasStatus ? [{ code: 'status_not_taken' as const }] : []),
    ...(years.size > 0 ? [{ code: 'year_assumed' as const, years: [...years].sort() }] : []),
    ...(skipped > 0 ? [{ code: 'lines_without_content' as const, count: skipped }] : []),
  ]
}
