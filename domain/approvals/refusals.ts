import type { NamedPerson } from '../people/person.ts'
import type { DelegationGap } from './delegation.ts'

/** The refusals of this room: code -> data. */
export type ApprovalsRefusals = {
  /** `context` picks the sentence: why it ended, or that the publication was handed over. */
  submission_ended: { endedWhy: string | null; context?: string }
  /** Who changed it and when are known once the command has looked them up; `context` says that it is a draft again. */
  content_changed: {
    hashSeen: string
    presentHash: string | null
    by?: string
    at?: string
    context?: 'draft' | 'unknown'
  }
  step_missing: Record<string, never>
  step_complete: { position: number }
  earlier_step_open: { position: number; waitingFor: NamedPerson[] }
  already_decided: { decisionId: string; kind: string; context?: string }
  wrote_it: { others: NamedPerson[] }
  filled_other_step: { position: number }
  not_asked: { position: number }
  no_longer_entitled: { position: number }
  delegation_not_valid: { why: DelegationGap }
  nobody_left: {
    position: number
    approver: 'unit_approver' | 'communications_lead' | 'office_holder'
    unitId: string
    accountId: string | null
    couldBeNamed: NamedPerson[]
  }
  not_own_decision: Record<string, never>
  not_an_approval: { kind: string }
  already_revoked: { at: string }
  handed_over: Record<string, never>
  /** No account, so there is nothing to decide on. */
  nothing_to_submit: Record<string, never>
  /** Whoever owned it was deactivated; somebody else must answer for it first. */
  owner_gone: { name: string }
}

export type ApprovalRefusal = {
  [Code in keyof ApprovalsRefusals]: { code: Code; data: ApprovalsRefusals[Code] }
}[keyof ApprovalsRefusals]
