import { stepsOneDecisionFills } from '../../domain/approvals/decision.ts'
import { approveInput } from '../../domain/approvals/input.ts'
import { command } from '../infrastructure/command.ts'
import { transition } from '../publications/transition.ts'
import { openDeciding, writeDecisions } from './deciding.ts'
import { readApprovalFacts } from './facts.ts'
import { openSteps } from './waiting.ts'
import { writeApprovalFacts } from './write-facts.ts'

/**
 * Approves the content on the person's screen, at the step named and at every other open one this person may fill. The
 * last step that was open makes the publication approved. Refusals: not_found and those of `reasonsAgainstDeciding`.
 */
export const approve = command({
  name: 'approvals.approve',
  right: 'approval.decide',
  input: approveInput,
  async run(context) {
    const { tx, person, input, moment, record } = context
    const { publication: before, facts, step, right } = await openDeciding(context)
    const wereAsked = new Set(openSteps(facts, moment).flatMap((open) => open.waitingFor))
    const filled = stepsOneDecisionFills(facts, person.id, step.id, input.contentHash, moment)
    const stepIds = filled.map((one) => one.id)
    const decided = { kind: 'approve', stepIds, comment: input.comment } as const
    const { onBehalfOfId } = await writeDecisions(tx, facts, decided, person, moment)

    const judged = { ...before, submissionId: facts.submission.id, contentHash: facts.presentHash }
    const after = (await readApprovalFacts(tx, [judged], moment)).get(before.id)
    if (!after) throw new Error('the submission has no facts')
    const written = await writeApprovalFacts(tx, after, moment)
    const publication = await transition(
      tx,
      written.publication,
      written.isComplete ? 'approve_last' : 'approve',
      { moment, right },
    )
    await record({
      room: 'approvals',
      subjectId: before.id,
      publicationId: before.id,
      action: 'approvals.decided',
      version: publication.version,
      data: {
        submissionId: facts.submission.id,
        stepId: step.id,
        stepIds,
        kind: 'approve',
        onBehalfOf: onBehalfOfId,
        nextAsked: written.waitingFor.filter((id) => !wereAsked.has(id) && id !== person.id),
        isComplete: written.isComplete,
        contentHash: facts.submission.contentHash,
      },
    })
    const standing = after.decisions.find(
      (decision) =>
        decision.stepId === step.id && decision.personId === person.id && decision.revokedAt === null,
    )
    return { decisionId: standing?.id ?? null, isComplete: written.isComplete, state: publication.state }
  },
})
