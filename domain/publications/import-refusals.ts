/** Refusals of bringing in a plan: code -> data. */
export type ImportRefusals = {
  plan_too_large: { limitMegabytes: number }
  /** More publications than one plan may bring in. */
  plan_too_many_rows: { limit: number }
  /** More lines than are read of one file. */
  plan_too_many_lines: { limit: number }
  /** Something stands far outside of where a plan's cells are; `cell` is its name, as XFD1048576. */
  plan_far_cell: { cell: string; rows: number; columns: number }
  /** A workbook under a password. */
  plan_encrypted: Record<string, never>
  /** A workbook as Excel wrote it before 2007. */
  plan_old_format: Record<string, never>
  /** A web page or XML under the name of a spreadsheet. */
  plan_web_page: Record<string, never>
  /** Empty, or nothing but a heading. */
  plan_empty: Record<string, never>
  /** Not a table: quotes that never close, or a file that is no text at all. `line` is 0 where none can be named. */
  plan_unreadable: { line: number }
  /** Reading took longer or more memory than any plan may. */
  plan_too_heavy: Record<string, never>
  /** A row came in since the plan was looked at; `title` is its publication's. */
  plan_in_already: { title: string }
}
