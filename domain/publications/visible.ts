/** What decides who may know of a publication. */
export type VisibilityFacts = {
  /** Executive accounts on it, while nothing of it was posted; else empty. */
  restrictedAccountIds: readonly string[]
  /** Who is asked at a step of its live submission. */
  askedIds: readonly string[]
}

/**
 * Whether a person may know that the publication exists. `circleAccountIds`: the executive accounts whose circle holds
 * them. Source: Selaras, who uses it, circle.
 */
export function isVisibleTo(
  facts: VisibilityFacts,
  person: { id: string; circleAccountIds: readonly string[] },
): boolean {
  return (
    facts.restrictedAccountIds.length === 0 ||
    facts.restrictedAccountIds.some((accountId) => person.circleAccountIds.includes(accountId)) ||
    facts.askedIds.includes(person.id)
  )
}
