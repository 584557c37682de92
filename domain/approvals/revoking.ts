import type { StoredDecision } from './outcome.ts'
import type { ApprovalRefusal } from './refusals.ts'

export type RevokingFacts = {
  decision: Pick<StoredDecision, 'personId' | 'kind' | 'revokedAt'>
  submission: { endedAt: string | null; endedWhy: string | null }
  isHandedOver: boolean
}

/**
 * Why this person may not revoke this decision; empty means they may, and the step is open again.
 * Refusals: not_own_decision, not_an_approval, already_revoked, handed_over, submission_ended.
 * Source: Selaras rules, Approval: "whoever approved may revoke it until a variant is handed over".
 */
export function reasonsAgainstRevoking(facts: RevokingFacts, personId: string): ApprovalRefusal[] {
  const { decision, submission } = facts
  if (decision.personId !== personId) return [{ code: 'not_own_decision', data: {} }]
  if (decision.kind !== 'approve') return [{ code: 'not_an_approval', data: { kind: decision.kind } }]
  if (decision.revokedAt !== null) return [{ code: 'already_revoked', data: { at: decision.revokedAt } }]
  if (facts.isHandedOver) return [{ code: 'handed_over', data: {} }]
  if (submission.endedAt !== null) {
    return [{ code: 'submission_ended', data: { endedWhy: submission.endedWhy } }]
  }
  return []
}
