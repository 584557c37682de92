import { and, eq, isNull } from 'drizzle-orm'
import { decisions } from '../../db/schema/approvals.ts'
import { revokeInput } from '../../domain/approvals/input.ts'
import { reasonsAgainstRevoking } from '../../domain/approvals/revoking.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { lockPublication } from '../publications/lock.ts'
import { transition } from '../publications/transition.ts'
import { readApprovalFacts } from './facts.ts'
import { openSteps } from './waiting.ts'
import { writeApprovalFacts } from './write-facts.ts'

/**
 * Takes an own approval back until the publication is handed over; every step it counted for is open again.
 * Refusals: not_found and those of `reasonsAgainstRevoking`.
 */
export const revoke = command({
  name: 'approvals.revoke',
  right: 'approval.decide',
  input: revokeInput,
  async run({ tx, person, input, moment, record }) {
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const [decision] = await tx.select().from(decisions).where(eq(decisions.id, input.decisionId))
    if (decision?.publicationId !== before.id) return refuseMissing()
    const judged = { ...before, submissionId: decision.submissionId }
    const facts = (await readApprovalFacts(tx, [judged], moment)).get(before.id)
    if (!facts) return refuseMissing()
    const { submission, isHandedOver } = facts
    for (const reason of reasonsAgainstRevoking({ decision, submission, isHandedOver }, person.id)) {
      if (reason.code !== 'submission_ended') refuse(reason.code, reason.data)
      refuse('submission_ended', { endedWhy: submission.endedWhy, context: submission.endedWhy ?? undefined })
    }
    const right = proveAnywhere(person, 'approval.decide')
    const revoked = await tx
      .update(decisions)
      .set({ revokedAt: moment })
      .where(
        and(
          eq(decisions.submissionId, decision.submissionId),
          eq(decisions.personId, person.id),
          eq(decisions.decidedAt, decision.decidedAt),
          isNull(decisions.revokedAt),
        ),
      )
      .returning({ stepId: decisions.stepId })
    const stepIds = revoked.map((row) => row.stepId)
    const after = (await readApprovalFacts(tx, [judged], moment)).get(before.id)
    if (!after) return refuseMissing()
    const written = await writeApprovalFacts(tx, after, moment)
    const publication = await transition(tx, written.publication, 'revoke', { moment, right })
    const asked = openSteps(after, moment)
      .filter((open) => stepIds.includes(open.step.id))
      .flatMap((open) => open.waitingFor)
    await record({
      room: 'approvals',
      subjectId: before.id,
      publicationId: before.id,
      action: 'approvals.revoked',
      version: publication.version,
      data: {
        submissionId: decision.submissionId,
        stepId: decision.stepId,
        stepIds,
        asked: [...new Set(asked)].filter((id) => id !== person.id),
      },
    })
    return { state: publication.state }
  },
})
