import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { outcomeOf } from '../../domain/approvals/outcome.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from '../publications/lock.ts'
import type { ApprovalFacts } from './facts.ts'
import { openSteps } from './waiting.ts'

export type WrittenFacts = { publication: PublicationRow; waitingFor: string[]; isComplete: boolean }

/**
 * Keeps on the publication's row what lists judge by: how many steps are decided and who is asked now. Called by every
 * command of this room with the facts as they are after its change; the gate trusts none of it.
 */
export async function writeApprovalFacts(
  tx: Tx,
  facts: ApprovalFacts,
  moment: Instant,
): Promise<WrittenFacts> {
  const outcome = outcomeOf(facts.steps, facts.decisions, facts.submission.contentHash)
  const waitingFor = [...new Set(openSteps(facts, moment).flatMap((open) => open.waitingFor))]
  const [publication] = await tx
    .update(publications)
    .set({
      submissionId: facts.submission.id,
      stepsRequired: outcome.required,
      stepsDecided: outcome.decided,
      waitingFor,
    })
    .where(eq(publications.id, facts.publicationId))
    .returning()
  if (!publication) throw new Error(`no publication ${facts.publicationId}`)
  return { publication, waitingFor, isComplete: outcome.state === 'complete' }
}
