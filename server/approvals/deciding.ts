import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { decisions, steps } from '../../db/schema/approvals.ts'
import { people } from '../../db/schema/people.ts'
import { submissions } from '../../db/schema/publications.ts'
import { audit } from '../../db/schema/records.ts'
import { reasonsAgainstDeciding, standingAt } from '../../domain/approvals/decision.ts'
import type { DecisionKind } from '../../domain/approvals/outcome.ts'
import type { ApprovalRefusal } from '../../domain/approvals/refusals.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import type { Instant } from '../../domain/time.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { type Person, proveAnywhere, proveRight, type Right } from '../infrastructure/right.ts'
import { contentOf } from '../publications/content.ts'
import { lockPublication, type PublicationRow } from '../publications/lock.ts'
import { type ApprovalFacts, type FactStep, readApprovalFacts } from './facts.ts'

type Asked = { publicationId: string; stepId: string; contentHash: string }
type Context = Pick<CommandContext<Asked>, 'tx' | 'person' | 'input' | 'moment'>

export type Deciding = {
  publication: PublicationRow
  facts: ApprovalFacts
  step: FactStep
  right: Right<'approval.decide'>
}

/**
 * Locks the publication and judges whether the person may decide the step on the content they saw. The hash is computed
 * anew from what stands, under the lock. Refusals: not_found and those of `reasonsAgainstDeciding`; where the content
 * changed it says who changed it and when.
 */
export async function openDeciding({ tx, person, input, moment }: Context): Promise<Deciding> {
  const publication = await lockPublication(tx, input.publicationId, person, moment)
  const submissionId = await submissionOfStep(tx, input)
  const presentHash = contentHash(await contentOf(tx, publication.id))
  const judged = { ...publication, submissionId, contentHash: presentHash }
  const facts = (await readApprovalFacts(tx, [judged], moment)).get(publication.id)
  const step = facts?.steps.find((one) => one.id === input.stepId)
  if (!facts || !step) return refuse('step_missing', {})
  const [reason] = reasonsAgainstDeciding(facts, person.id, step.id, input.contentHash, moment)
  if (reason !== undefined) await refuseInWords(tx, publication, facts, person, input, reason)
  return { publication, facts, step, right: proveDeciding(person, step) }
}

/** The submission the page decided on, ended or live; a step of another publication is none. */
async function submissionOfStep(tx: Tx, input: Asked): Promise<string> {
  const [row] = await tx
    .select({ submissionId: steps.submissionId, publicationId: submissions.publicationId })
    .from(steps)
    .innerJoin(submissions, eq(submissions.id, steps.submissionId))
    .where(eq(steps.id, input.stepId))
  if (row?.publicationId !== input.publicationId) return refuse('step_missing', {})
  return row.submissionId
}

/** A step for approvers of a unit asks the role there; other seats are the rule's to judge, the role may be anywhere. */
function proveDeciding(person: Person, step: FactStep): Right<'approval.decide'> {
  return step.approver === 'unit_approver'
    ? proveRight(person, 'approval.decide', step.unitId)
    : proveAnywhere(person, 'approval.decide')
}

async function refuseInWords(
  tx: Tx,
  publication: PublicationRow,
  facts: ApprovalFacts,
  person: Person,
  input: Asked,
  reason: ApprovalRefusal,
): Promise<never> {
  const own = facts.decisions.find(
    (decision) =>
      decision.stepId === input.stepId && decision.personId === person.id && decision.revokedAt === null,
  )
  if (own && (reason.code === 'submission_ended' || reason.code === 'already_decided')) {
    return refuse('already_decided', { decisionId: own.id, kind: own.kind, context: own.kind })
  }
  const { endedWhy } = facts.submission
  if (reason.code === 'content_changed' || endedWhy === 'edited' || endedWhy === 'moved') {
    const changed = await lastChange(tx, facts)
    return refuse('content_changed', {
      hashSeen: input.contentHash,
      presentHash: publication.contentHash,
      ...(changed === null ? { context: 'unknown' } : changed),
      ...(publication.submissionId === null ? { context: 'draft' } : {}),
    })
  }
  if (reason.code === 'submission_ended') {
    return refuse('submission_ended', { endedWhy, context: endedWhy ?? 'handed_over' })
  }
  return refuse(reason.code, reason.data)
}

async function lastChange(tx: Tx, facts: ApprovalFacts): Promise<{ by: string; at: Instant } | null> {
  const { endedAt, endedBy } = facts.submission
  if (endedAt !== null && endedBy !== null) return { by: facts.nameOf(endedBy), at: endedAt }
  const [row] = await tx
    .select({ by: people.name, at: audit.at })
    .from(audit)
    .innerJoin(people, eq(people.id, audit.personId))
    .where(
      and(
        eq(audit.room, 'publications'),
        eq(audit.subjectId, facts.publicationId),
        eq(audit.action, 'publications.edited'),
      ),
    )
    .orderBy(desc(audit.position))
    .limit(1)
  return row ?? null
}

/** Writes what the person decided at each of the steps, on whose behalf, bound to the submission's hash. */
export async function writeDecisions(
  tx: Tx,
  facts: ApprovalFacts,
  decided: { kind: DecisionKind; stepIds: readonly string[]; comment: string },
  person: Person,
  moment: Instant,
): Promise<{ onBehalfOfId: string | null }> {
  const rows = facts.steps
    .filter((step) => decided.stepIds.includes(step.id))
    .map((step) => {
      const standing = standingAt(facts, step, person.id, moment).standing
      return {
        publicationId: facts.publicationId,
        submissionId: facts.submission.id,
        stepId: step.id,
        kind: decided.kind,
        personId: person.id,
        onBehalfOfId: standing?.onBehalfOfId ?? null,
        delegationId: standing?.delegationId ?? null,
        contentHash: facts.submission.contentHash,
        comment: decided.comment,
        decidedAt: moment,
      }
    })
  await tx.insert(decisions).values(rows)
  return { onBehalfOfId: rows.find((row) => row.onBehalfOfId !== null)?.onBehalfOfId ?? null }
}
