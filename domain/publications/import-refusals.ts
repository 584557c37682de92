/** Refusals of bringing in a plan: code -> data. */
export type ImportRefusals = {
  plan_too_large: { limitMegabytes: number }
  plan_too_many_rows: { limit: number }
  /** Empty, or nothing but a heading. */
  plan_empty: Record<string, never>
  /** Not a table: quotes that never close, or a file that is no text at all. `line` is 0 where none can be named. */
  plan_unreadable: { line: number }
  /** Reading took longer or more memory than any plan may. */
  plan_too_heavy: Record<string, never>
}
