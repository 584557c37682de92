/** The refusals of this room: code -> data. */
export type AccountsRefusals = {
  /** An account with this handle on this platform is in use already. */
  account_exists: { handle: string; platform: string }
  account_ended: { handle: string }
  /** An executive account stays one and an institutional one too: end it and add another. */
  account_not_executive: { handle: string }
  office_holder_missing: Record<string, never>
  /** A least limit lies above the most of the same thing, so that nothing could meet both. */
  limits_crossed: { least: number | string; most: number | string }
  /** Nobody opens a circle to themselves. */
  circle_not_yourself: Record<string, never>
  circle_already_in: { name: string }
}
