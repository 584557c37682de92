import { standing } from '../../domain/approvals/outcome.ts'
import type { Instant } from '../../domain/time.ts'
import type { ApprovalFacts } from './facts.ts'
import { openSteps } from './waiting.ts'

/**
 * The steps of a submission as a page tells them: who is asked, who decided what and in whose name, whose right was lost
 * since, which are open and which are late.
 */
export function toldSteps(facts: ApprovalFacts, moment: Instant) {
  const open = new Map(openSteps(facts, moment).map((one) => [one.step.id, one.waitingFor]))
  const named = (id: string) => ({ id, name: facts.nameOf(id) })
  return facts.steps.map((step) => {
    const own = facts.decisions.filter((decision) => decision.stepId === step.id)
    const waitingFor = open.get(step.id)
    return {
      id: step.id,
      position: step.position,
      approver: step.approver,
      needs: step.needs,
      officeHolder: step.officeHolderId === null ? null : named(step.officeHolderId),
      asked: step.asked.map(named),
      waitingFor: (waitingFor ?? []).map(named),
      state: waitingFor !== undefined ? ('open' as const) : isDone(facts, step.id),
      dueAt: step.dueAt,
      isLate: waitingFor !== undefined && step.dueAt <= moment,
      remindedAt: step.remindedAt,
      escalatedAt: step.escalatedAt,
      decisions: own.map((decision) => ({
        id: decision.id,
        kind: decision.kind,
        by: named(decision.personId),
        onBehalfOf: decision.onBehalfOfId === null ? null : named(decision.onBehalfOfId),
        delegationId: decision.delegationId,
        comment: decision.comment,
        contentHash: decision.contentHash,
        decidedAt: decision.decidedAt,
        revokedAt: decision.revokedAt,
        hasLostTheRight: decision.onBehalfOfId === null && !step.entitledIds.includes(decision.personId),
      })),
    }
  })
}

export type ToldStep = ReturnType<typeof toldSteps>[number]

function isDone(facts: ApprovalFacts, stepId: string): 'done' | 'waiting' {
  return standing(facts.decisions).some((decision) => decision.stepId === stepId) ? 'done' : 'waiting'
}
