/** The refusals of this room: code -> data. */
export type IssuesRefusals = {
  issue_closed: Record<string, never>
  same_level: { level: string }
  level_reason_missing: Record<string, never>
  below_readings: { wanted: string; given: string }
  nothing_to_confirm: Record<string, never>
  same_person: Record<string, never>
  not_on_duty: Record<string, never>
  closing_reason_missing: Record<string, never>
  full_response_missing: Record<string, never>
  obligations_open: { kinds: string[] }
  /** A reading dated in the future. */
  reading_ahead: { at: string }
  owner_unfit: Record<string, never>
  response_not_protect: Record<string, never>
  response_linked: Record<string, never>
  response_reason_missing: Record<string, never>
  /** Out, handed over or cancelled: there is nothing to hold back. */
  not_to_hold: { title: string }
}

export type IssueRefusal = {
  [Code in keyof IssuesRefusals]: { code: Code; data: IssuesRefusals[Code] }
}[keyof IssuesRefusals]
