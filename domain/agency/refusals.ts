/** Refusals of setting up the agency and its units. */
export type AgencyRefusals = {
  /** It was set up before, perhaps a moment ago by somebody else. */
  already_set_up: Record<string, never>
  /** From another machine the first visit asks for the code that the start printed. */
  first_visit_code_wrong: Record<string, never>
  unit_name_taken: { name: string }
  public_name_taken: { name: string }
  /** Publications, accounts or people still belong to the unit. */
  unit_in_use: { accounts: number; people: number; publications: number }
}
