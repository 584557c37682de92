import { type DecisionFacts, reasonsAgainstDeciding } from '../../domain/approvals/decision.ts'
import { outcomeOf } from '../../domain/approvals/outcome.ts'
import type { Instant } from '../../domain/time.ts'
import type { ApprovalFacts, FactStep } from './facts.ts'

export type OpenStep = { step: FactStep; waitingFor: string[] }

/**
 * The steps that may be decided now, each with who may decide it at `moment`: those asked and those who were given a
 * delegation since. Where none of them may any more, those asked are named, so that the page can say whom it waits for.
 */
export function openSteps(facts: ApprovalFacts, moment: Instant): OpenStep[] {
  if (facts.submission.endedAt !== null || facts.isHandedOver) return []
  const hash = facts.submission.contentHash
  const { openStepIds } = outcomeOf(facts.steps, facts.decisions, hash)
  return facts.steps
    .filter((step) => openStepIds.includes(step.id))
    .map((step) => {
      const delegates = facts.delegations.filter((given) => given.leaderId === step.officeHolderId)
      const candidates = [...new Set([...step.asked, ...delegates.map((given) => given.delegateId)])]
      const able = candidates.filter((personId) => canDecide(facts, personId, step.id, moment))
      return { step, waitingFor: able.length > 0 ? able : [...step.asked] }
    })
}

/** Whether the person may decide the step on the content as it was submitted. */
export function canDecide(facts: DecisionFacts, personId: string, stepId: string, moment: Instant): boolean {
  const hash = facts.submission.contentHash
  return reasonsAgainstDeciding(facts, personId, stepId, hash, moment).length === 0
}
