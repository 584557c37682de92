import canonicalize from 'canonicalize'

/** An account as approvers saw it: where it is said and in whose office. Its limits and its shown name are none of it. */
export type SubmittedAccount = { accountId: string; handle: string; officeHolderId: string | null }

/**
 * Whether what was submitted for these accounts still goes out as them: each with the handle and the office-holder it was
 * submitted for. Both lists are in the order of the accounts' ids. Source: Selaras rules, Publication: the account is content.
 */
export function areStillThose(
  submitted: readonly SubmittedAccount[],
  present: readonly SubmittedAccount[],
): boolean {
  return canonicalize(submitted) === canonicalize(present)
}
