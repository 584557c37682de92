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
