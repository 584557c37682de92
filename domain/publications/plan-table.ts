/** One line of a sheet: its number in the file, from 1, and its cells as text. */
export type PlanLine = { line: number; cells: string[] }

/** A sheet of a plan as it stands in the file; a CSV has one without a name. */
export type PlanSheet = {
  name: string
  isHidden: boolean
  /** Empty lines are left out; a cell that was merged stands in each of its lines. */
  lines: PlanLine[]
  /** Positions of columns, from 0, that hold something and that the spreadsheet does not show. */
  hiddenColumns: number[]
  /** Numbers of lines that hold something and that the spreadsheet does not show. */
  hiddenLines: number[]
}

/** Why a file is no plan; `cell` is called as spreadsheets call it. */
export type TableProblem =
  | { problem: 'too_many_rows' | 'too_heavy' | 'encrypted' | 'old_format' | 'web_page' }
  | { problem: 'far_cell'; cell: string }
  /** `line` is 0 where none can be named. */
  | { problem: 'unreadable'; line: number }

/** A, B, … Z, AA: as spreadsheets name columns; `position` counts from 0. */
export function columnLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26))
  return position < 26 ? last : columnLetter(Math.floor(position / 26) - 1) + last
}
