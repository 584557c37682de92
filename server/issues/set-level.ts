import { eq } from 'drizzle-orm'
import { issues, levelChanges, obligations } from '../../db/schema/issues.ts'
import type { Level } from '../../domain/issues/level.ts'
import { obligationKinds, obligationsAt } from '../../domain/issues/obligations.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { workingCalendar } from '../marks/calendar.ts'
import type { IssueRow } from './lock-issue.ts'

export type LevelContext = Pick<CommandContext<unknown>, 'tx' | 'moment' | 'agency' | 'record'> & {
  person: { id: string } | null
}

export type Because = Record<string, unknown> & { how: 'readings' | 'by_hand' | 'recorded' }

/**
 * The only writer of an issue's level: keeps the change with its reason, begins the obligations that the level and every
 * lower one bring and that have not begun before, and records it. What has begun keeps its deadline, a fall takes none
 * away. The caller holds the issue's lock. Answers the issue's new version.
 */
export async function setLevel(
  context: LevelContext,
  issue: IssueRow,
  to: Level,
  because: Because,
  also: { readingId?: string | null; pendingId?: string; confirmedBy?: string } = {},
): Promise<number> {
  const { tx, moment, record, person } = context
  const from = because.how === 'recorded' ? null : issue.level
  const version = issue.version + 1
  await tx
    .update(issues)
    .set({
      level: to,
      version,
      wasPublicInterestAt: issue.wasPublicInterestAt ?? (to === 'public_interest' ? moment : null),
    })
    .where(eq(issues.id, issue.id))
  if (also.pendingId === undefined) {
    await tx.insert(levelChanges).values({
      issueId: issue.id,
      from,
      to,
      because,
      readingId: also.readingId ?? null,
      changedBy: person?.id ?? null,
      confirmedBy: null,
      isPending: false,
      at: moment,
    })
  } else {
    await tx
      .update(levelChanges)
      .set({ isPending: false, confirmedBy: also.confirmedBy ?? null })
      .where(eq(levelChanges.id, also.pendingId))
  }
  await beginObligations(context, issue.id, to)
  await record({
    room: 'issues',
    subjectId: issue.id,
    action: 'issues.level_changed',
    version,
    data: { from, to, because: because.how },
  })
  return version
}

async function beginObligations(context: LevelContext, issueId: string, level: Level): Promise<void> {
  const { tx, moment, agency } = context
  const begun = await tx
    .select({ kind: obligations.kind })
    .from(obligations)
    .where(eq(obligations.issueId, issueId))
  const kinds = obligationKinds.filter((kind) => begun.some((row) => row.kind === kind))
  const due = obligationsAt(level, kinds, moment, await workingCalendar(tx, agency))
  if (due.length === 0) return
  await tx
    .insert(obligations)
    .values(due.map(({ yearsUnknown: _years, ...obligation }) => ({ ...obligation, issueId })))
}
