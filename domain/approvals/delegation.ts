import type { Instant } from '../time.ts'

/** One leader's delegation to one person. Source: Selaras rules, Approval, delegation. */
export type Delegation = {
  id: string
  leaderId: string
  delegateId: string
  startsAt: Instant
  /** Exclusive. */
  endsAt: Instant
  /** Null: every subject class. */
  subjectClasses: readonly string[] | null
  revokedAt: Instant | null
}

export type DelegationGap = 'not_begun' | 'over' | 'revoked' | 'subject_class'

/** Why the delegation does not carry a decision at `moment` on a publication of `subjectClass`; null where it does. */
export function delegationGap(
  delegation: Delegation,
  moment: Instant,
  subjectClass: string | null,
): DelegationGap | null {
  if (delegation.revokedAt !== null && delegation.revokedAt <= moment) return 'revoked'
  if (moment < delegation.startsAt) return 'not_begun'
  if (moment >= delegation.endsAt) return 'over'
  if (delegation.subjectClasses === null) return null
  return subjectClass !== null && delegation.subjectClasses.includes(subjectClass) ? null : 'subject_class'
}

/** Whether the delegate may decide for the leader at `moment` on a publication of `subjectClass`. */
export function delegationCovers(
  delegation: Delegation,
  moment: Instant,
  subjectClass: string | null,
): boolean {
  return delegationGap(delegation, moment, subjectClass) === null
}

/**
 * The delegation under which a person decides for `leaderId`: one that the leader gave to that person and that covers.
 * It never chains: what the leader's delegate has been given by others, or gave away, counts for nothing here.
 */
export function delegationFor(
  delegations: readonly Delegation[],
  leaderId: string,
  delegateId: string,
  moment: Instant,
  subjectClass: string | null,
): Delegation | null {
  const between = delegations.filter(
    (delegation) => delegation.leaderId === leaderId && delegation.delegateId === delegateId,
  )
  return between.find((delegation) => delegationCovers(delegation, moment, subjectClass)) ?? null
}
