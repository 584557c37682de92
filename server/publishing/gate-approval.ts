import type { Db } from '../../db/open.ts'
import { outcomeOf, standing } from '../../domain/approvals/outcome.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import { areStillThose } from '../../domain/publications/submitted-accounts.ts'
import type { Instant } from '../../domain/time.ts'
import { readApprovalFacts } from '../approvals/facts.ts'
import { openSteps } from '../approvals/waiting.ts'
import { accountsSaidOn } from '../publications/accounts-said-on.ts'
import { contentOf } from '../publications/content.ts'
import type { PublicationRow } from '../publications/lock.ts'

export type GateApproval = {
  /** Null where none is live. */
  submissionId: string | null
  /** The hash of the content as it stands, computed anew; null without a variant. */
  presentHash: string | null
  stepsRequired: number
  /** Steps with enough standing decisions for exactly this content. */
  stepsDecided: number
  waitingFor: NamedPerson[]
  lastDecidedAt: Instant | null
  authorIds: readonly string[]
}

/**
 * What the decisions on the live submission come to for the content that stands now, on the accounts it was submitted for;
 * no list fact is believed.
 */
export async function approvalAtGate(
  db: Db,
  publication: PublicationRow,
  moment: Instant,
): Promise<GateApproval> {
  const content = await contentOf(db, publication.id)
  const presentHash = content.variants.length === 0 ? null : contentHash(content)
  const { submissionId } = publication
  const judged = submissionId === null ? [] : [{ ...publication, submissionId, contentHash: presentHash }]
  const facts = (await readApprovalFacts(db, judged, moment)).get(publication.id)
  if (facts === undefined || facts.submission.endedAt !== null) {
    const none = { stepsRequired: 0, stepsDecided: 0, waitingFor: [], lastDecidedAt: null, authorIds: [] }
    return { submissionId: null, presentHash, ...none }
  }
  const isSameContent =
    facts.submission.contentHash === presentHash &&
    areStillThose(facts.submission.accounts, await accountsSaidOn(db, publication.id))
  const outcome = outcomeOf(facts.steps, facts.decisions, facts.submission.contentHash)
  const waiting = [...new Set(openSteps(facts, moment).flatMap((open) => open.waitingFor))]
  const decidedAt = standing(facts.decisions).map((decision) => decision.decidedAt)
  return {
    submissionId: facts.submission.id,
    presentHash,
    stepsRequired: outcome.required,
    stepsDecided: isSameContent ? outcome.decided : 0,
    waitingFor: waiting.map((id) => ({ id, name: facts.nameOf(id) })),
    lastDecidedAt: decidedAt.sort().at(-1) ?? null,
    authorIds: facts.authorIds,
  }
}
