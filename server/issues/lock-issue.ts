import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { issues, readings } from '../../db/schema/issues.ts'
import { type LevelReading, levelOf, type Thresholds } from '../../domain/issues/level.ts'
import type { Reading } from '../../domain/issues/uptake.ts'
import type { Agency } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type IssueRow = typeof issues.$inferSelect

/** Locks an issue; everybody signed in may see issues. Refuses `not_found`. */
export async function lockIssue(tx: Tx, issueId: string): Promise<IssueRow> {
  const [row] = await tx.select().from(issues).where(eq(issues.id, issueId)).for('update')
  return row ?? refuseMissing()
}

/** The same for a change, which a closed issue takes no more. Refusals: not_found, issue_closed. */
export async function lockOpenIssue(tx: Tx, issueId: string): Promise<IssueRow> {
  const issue = await lockIssue(tx, issueId)
  if (issue.closedAt !== null) refuse('issue_closed', {})
  return issue
}

export function thresholdsOf(agency: Agency): Thresholds {
  return {
    uptake: agency.uptakeThreshold,
    opinionLeaders: agency.opinionLeaderThreshold,
    issueCount: agency.issueCountThreshold,
  }
}

/** The newest reading by its own date; null where nobody has read yet. */
async function newestReading(
  tx: Pick<Tx, 'select'>,
  issueId: string,
): Promise<(Reading & { id: string; at: string }) | null> {
  const [row] = await tx
    .select()
    .from(readings)
    .where(eq(readings.issueId, issueId))
    .orderBy(desc(readings.at), desc(readings.id))
    .limit(1)
  return row ?? null
}

/** What the newest reading and the mark of harm give now. */
export async function givenLevel(
  tx: Pick<Tx, 'select'>,
  issue: Pick<IssueRow, 'id' | 'isHarmful'>,
  agency: Agency,
): Promise<LevelReading & { readingId: string | null }> {
  const reading = await newestReading(tx, issue.id)
  return { ...levelOf(reading, issue.isHarmful, thresholdsOf(agency)), readingId: reading?.id ?? null }
}
