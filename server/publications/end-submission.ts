import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { decisions } from '../../db/schema/approvals.ts'
import { publications, submissions } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from './lock.ts'

export type EndedWhy = NonNullable<(typeof submissions.$inferSelect)['endedWhy']>

/** `submissionId` is null where none was live; `decidedBy` are those whose standing decisions ended with it. */
export type EndedSubmission = { submissionId: string | null; decidedBy: string[] }

/**
 * Ends the live submission of a locked publication, with its reason and who ended it (null: the clock). Its decisions
 * stay as history and count no more. The caller then calls `transition`, and records the ending with `decidedBy`, so
 * that they are told. Does nothing where none is live.
 */
export async function endSubmission(
  tx: Tx,
  publication: Pick<PublicationRow, 'id'>,
  why: EndedWhy,
  personId: string | null,
  moment: Instant,
): Promise<EndedSubmission> {
  const [ended] = await tx
    .update(submissions)
    .set({ endedAt: moment, endedBy: personId, endedWhy: why })
    .where(and(eq(submissions.publicationId, publication.id), isNull(submissions.endedAt)))
    .returning({ id: submissions.id })
  await tx
    .update(publications)
    .set({ submissionId: null, stepsRequired: 0, stepsDecided: 0, waitingFor: [] })
    .where(eq(publications.id, publication.id))
  if (!ended) return { submissionId: null, decidedBy: [] }
  const decided = await tx
    .selectDistinct({ personId: decisions.personId })
    .from(decisions)
    .where(and(eq(decisions.submissionId, ended.id), isNull(decisions.revokedAt)))
  return { submissionId: ended.id, decidedBy: decided.map((row) => row.personId) }
}
