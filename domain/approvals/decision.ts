import type { NamedPerson } from '../people/person.ts'
import type { Instant } from '../time.ts'
import { type Delegation, delegationGap } from './delegation.ts'
import { isStepComplete, type StoredDecision, type StoredStep, standing, stepsBefore } from './outcome.ts'
import type { StepApprover } from './policy.ts'
import type { ApprovalRefusal } from './refusals.ts'

export type DecidedStep = StoredStep & {
  approver: StepApprover
  officeHolderId: string | null
  /** Who holds the right to fill it at the moment, by role or office and not by delegation. */
  entitledIds: readonly string[]
  /** Names of those asked, to say who can decide instead. */
  askedPeople: readonly NamedPerson[]
}

/** Read under the publication's lock. */
export type DecisionFacts = {
  submission: { contentHash: string; endedAt: Instant | null; endedWhy: string | null }
  /** The hash of the publication as it is now. */
  presentHash: string | null
  isHandedOver: boolean
  subjectClass: string | null
  steps: readonly DecidedStep[]
  decisions: readonly StoredDecision[]
  /** Everybody who ever wrote or edited the content. */
  authorIds: readonly string[]
  /** Those that the steps' office-holders gave to this person, whatever their dates. */
  delegations: readonly Delegation[]
}

/** In whose name a person would decide a step: their own, or a leader's. */
export type Standing = { onBehalfOfId: string | null; delegationId: string | null }

/**
 * Why this person may not decide this step now, on the content they saw; empty means they may.
 * Refusals: submission_ended, content_changed, step_missing, step_complete, earlier_step_open, already_decided, wrote_it,
 * filled_other_step, not_asked, no_longer_entitled, delegation_not_valid. Administrators get no exception.
 * Source: Selaras rules, Approval.
 */
export function reasonsAgainstDeciding(
  facts: DecisionFacts,
  personId: string,
  stepId: string,
  hashSeen: string,
  moment: Instant,
): ApprovalRefusal[] {
  const { submission, presentHash } = facts
  if (submission.endedAt !== null || facts.isHandedOver) {
    return [{ code: 'submission_ended', data: { endedWhy: submission.endedWhy } }]
  }
  const step = facts.steps.find((candidate) => candidate.id === stepId)
  if (step === undefined) return [{ code: 'step_missing', data: {} }]
  const reasons: ApprovalRefusal[] = []
  if (hashSeen !== submission.contentHash || hashSeen !== presentHash) {
    reasons.push({ code: 'content_changed', data: { hashSeen, presentHash } })
  }
  reasons.push(...reasonsOfOrder(facts, step, personId), ...reasonsOfPerson(facts, step, personId, moment))
  return reasons
}

function reasonsOfOrder(facts: DecisionFacts, step: DecidedStep, personId: string): ApprovalRefusal[] {
  const hash = facts.submission.contentHash
  const own = standing(facts.decisions).find(
    (decision) => decision.stepId === step.id && decision.personId === personId,
  )
  if (own !== undefined) return [{ code: 'already_decided', data: { decisionId: own.id, kind: own.kind } }]
  if (isStepComplete(step, facts.decisions, hash)) {
    return [{ code: 'step_complete', data: { position: step.position } }]
  }
  const open = stepsBefore(step, facts.steps).find(
    (earlier) => !isStepComplete(earlier, facts.decisions, hash),
  )
  if (open === undefined) return []
  return [{ code: 'earlier_step_open', data: { position: open.position, waitingFor: [...open.askedPeople] } }]
}

function reasonsOfPerson(
  facts: DecisionFacts,
  step: DecidedStep,
  personId: string,
  moment: Instant,
): ApprovalRefusal[] {
  if (facts.authorIds.includes(personId)) {
    const others = step.askedPeople.filter((person) => !facts.authorIds.includes(person.id))
    return [{ code: 'wrote_it', data: { others } }]
  }
  const filled = filledInSameList(facts, step, personId)
  if (filled !== null) return [{ code: 'filled_other_step', data: { position: filled.position } }]
  return standingAt(facts, step, personId, moment).reasons
}

/** In whose name the person would fill the step at `moment`, or why they cannot. In person comes before a delegation. */
export function standingAt(
  facts: Pick<DecisionFacts, 'delegations' | 'subjectClass'>,
  step: DecidedStep,
  personId: string,
  moment: Instant,
): { standing: Standing | null; reasons: ApprovalRefusal[] } {
  const isAsked = step.asked.includes(personId)
  if (isAsked && step.entitledIds.includes(personId)) {
    return { standing: { onBehalfOfId: null, delegationId: null }, reasons: [] }
  }
  const given = facts.delegations.filter(
    (delegation) => delegation.leaderId === step.officeHolderId && delegation.delegateId === personId,
  )
  const gaps = given.map((delegation) => delegationGap(delegation, moment, facts.subjectClass))
  const valid = given[gaps.indexOf(null)]
  if (valid !== undefined) {
    return { standing: { onBehalfOfId: valid.leaderId, delegationId: valid.id }, reasons: [] }
  }
  const gap = gaps.at(-1)
  if (gap !== undefined && gap !== null) {
    return { standing: null, reasons: [{ code: 'delegation_not_valid', data: { why: gap } }] }
  }
  const code = isAsked ? 'no_longer_entitled' : 'not_asked'
  return { standing: null, reasons: [{ code, data: { position: step.position } }] }
}

/** Another step of one of the same policies that the person has filled, by a decision that stands. */
function filledInSameList(facts: DecisionFacts, step: DecidedStep, personId: string): DecidedStep | null {
  const filledIds = standing(facts.decisions)
    .filter((decision) => decision.personId === personId)
    .map((decision) => decision.stepId)
  return (
    facts.steps.find(
      (other) =>
        other.id !== step.id &&
        filledIds.includes(other.id) &&
        other.policies.some((policy) => step.policies.includes(policy)),
    ) ?? null
  )
}

/**
 * The steps that one decision of this person counts for: the named one first, then every other open step they may fill,
 * at most one within each policy, since a later step of one is not open yet. Empty where the named one is refused.
 * Source: Selaras rules, Approval: "one decision counts for all".
 */
export function stepsOneDecisionFills(
  facts: DecisionFacts,
  personId: string,
  stepId: string,
  hashSeen: string,
  moment: Instant,
): DecidedStep[] {
  const filled: DecidedStep[] = []
  const named = facts.steps.filter((step) => step.id === stepId)
  const others = facts.steps.filter((step) => step.id !== stepId)
  for (const step of [...named, ...others]) {
    if (step.id !== stepId && filled.length === 0) break
    if (reasonsAgainstDeciding(facts, personId, step.id, hashSeen, moment).length === 0) filled.push(step)
  }
  return filled
}

/**
 * The steps that are still without their agreement once this person has approved at the step named: those that the one
 * decision does not fill, and those that need more than one. Every open step where the decision is refused.
 */
export function stepsLeftAfter(
  facts: DecisionFacts,
  personId: string,
  stepId: string,
  moment: Instant,
): DecidedStep[] {
  const { contentHash } = facts.submission
  const added = stepsOneDecisionFills(facts, personId, stepId, contentHash, moment).map((step) => ({
    id: step.id,
    stepId: step.id,
    kind: 'approve' as const,
    personId,
    onBehalfOfId: standingAt(facts, step, personId, moment).standing?.onBehalfOfId ?? null,
    contentHash,
    revokedAt: null,
  }))
  return facts.steps.filter((step) => !isStepComplete(step, [...facts.decisions, ...added], contentHash))
}
