import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { issues, obligations, responses } from '../../db/schema/issues.ts'
import { publications } from '../../db/schema/publications.ts'
import { type ClosingFacts, reasonsAgainstClosing } from '../../domain/issues/closing.ts'
import { closeInput } from '../../domain/issues/input.ts'
import { obligationKinds } from '../../domain/issues/obligations.ts'
import { command } from '../infrastructure/command.ts'
import { refuseFirst } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { type IssueRow, lockIssue } from './lock-issue.ts'
import { standingResponses } from './standing-responses.ts'

/**
 * Closes the issue for good, with a reason. One that has been at `public_interest` needs a posted full response that still
 * stands; the responses are locked, so that none is withdrawn meanwhile.
 * Refusals: not_found, issue_closed, closing_reason_missing, full_response_missing, obligations_open.
 */
export const close = command({
  name: 'issues.close',
  right: 'issue.lead',
  input: closeInput,
  async run({ input, tx, person, moment, record }) {
    const linked = await tx
      .select({ id: responses.publicationId })
      .from(responses)
      .where(eq(responses.issueId, input.issueId))
    const ids = linked.flatMap((row) => (row.id === null ? [] : [row.id]))
    if (ids.length > 0) {
      await tx
        .select({ id: publications.id })
        .from(publications)
        .where(inArray(publications.id, ids))
        .orderBy(publications.id)
        .for('share')
    }
    const issue = await lockIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.lead')
    refuseFirst(reasonsAgainstClosing(await closingFacts(tx, issue), input.reason))
    const version = issue.version + 1
    await tx
      .update(issues)
      .set({ closedAt: moment, closedBy: person.id, closedWhy: input.reason.trim(), version })
      .where(eq(issues.id, issue.id))
    await record({ room: 'issues', subjectId: issue.id, action: 'issues.closed', version })
    return { version }
  },
})

/** What closing is judged by, as it stands now; the issue's page asks with the same facts. */
export async function closingFacts(db: Pick<Db, 'select'>, issue: IssueRow): Promise<ClosingFacts> {
  const answers = await db
    .select({ kind: responses.kind, publicationId: responses.publicationId })
    .from(responses)
    .where(eq(responses.issueId, issue.id))
  const standing = await standingResponses(db, issue)
  const owed = await db
    .select({ kind: obligations.kind, metAt: obligations.metAt })
    .from(obligations)
    .where(eq(obligations.issueId, issue.id))
  return {
    isClosed: issue.closedAt !== null,
    wasPublicInterest: issue.wasPublicInterestAt !== null,
    responses: answers.map(({ kind, publicationId }) => ({
      kind,
      postedCount: standing.get(publicationId ?? '')?.count ?? 0,
    })),
    unmetKinds: obligationKinds.filter((kind) => owed.some((row) => row.kind === kind && row.metAt === null)),
  }
}
