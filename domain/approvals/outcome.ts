/** A step as a submission stored it. */
export type StoredStep = {
  id: string
  position: number
  needs: 'any' | 'all'
  policies: readonly string[]
  /** The ids of those asked at the submission. */
  asked: readonly string[]
}

const decisionKinds = ['approve', 'ask_for_changes', 'reject'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export type StoredDecision = {
  id: string
  stepId: string
  kind: DecisionKind
  personId: string
  onBehalfOfId: string | null
  contentHash: string
  revokedAt: string | null
}

export type ApprovalOutcome = {
  state: 'open' | 'complete' | 'ended'
  required: number
  decided: number
  /** Steps that may be decided now: not complete, everything before them in their policies complete. */
  openStepIds: string[]
}

/** The decisions that count: not revoked. */
export function standing<D extends Pick<StoredDecision, 'revokedAt'>>(decisions: readonly D[]): D[] {
  return decisions.filter((decision) => decision.revokedAt === null)
}

/**
 * Whether the step has the agreement it needs: one approval, or that of each person asked, in person or by delegate.
 * Bound to `contentHash`: an approval of another content counts for nothing.
 */
export function isStepComplete(
  step: StoredStep,
  decisions: readonly StoredDecision[],
  contentHash: string,
): boolean {
  const agreed = standing(decisions).filter(
    (decision) =>
      decision.stepId === step.id && decision.kind === 'approve' && decision.contentHash === contentHash,
  )
  if (step.needs === 'any') return agreed.length > 0
  const heard = new Set(agreed.flatMap((decision) => [decision.personId, decision.onBehalfOfId]))
  return agreed.length > 0 && step.asked.every((personId) => heard.has(personId))
}

/** The steps that come before `step` in a policy they share. */
export function stepsBefore<S extends Pick<StoredStep, 'position' | 'policies'>>(
  step: Pick<StoredStep, 'position' | 'policies'>,
  steps: readonly S[],
): S[] {
  return steps.filter(
    (other) =>
      other.position < step.position && other.policies.some((policy) => step.policies.includes(policy)),
  )
}

/**
 * What the decisions on a submission come to: ended by a request for changes or a rejection that stands, complete when
 * every step has its agreement, else open. Source: Selaras rules, Approval.
 */
export function outcomeOf(
  steps: readonly StoredStep[],
  decisions: readonly StoredDecision[],
  contentHash: string,
): ApprovalOutcome {
  const complete = new Set(
    steps.filter((step) => isStepComplete(step, decisions, contentHash)).map((step) => step.id),
  )
  const isEnded = standing(decisions).some((decision) => decision.kind !== 'approve')
  const isComplete = steps.length > 0 && complete.size === steps.length
  const openStepIds = isEnded
    ? []
    : steps
        .filter((step) => !complete.has(step.id))
        .filter((step) => stepsBefore(step, steps).every((earlier) => complete.has(earlier.id)))
        .map((step) => step.id)
  return {
    state: isEnded ? 'ended' : isComplete ? 'complete' : 'open',
    required: steps.length,
    decided: complete.size,
    openStepIds,
  }
}
