import { readings } from '../../db/schema/issues.ts'
import type { GivenReading } from '../../domain/issues/input.ts'
import { levelAfterReading } from '../../domain/issues/level.ts'
import { uptakeOf } from '../../domain/issues/uptake.ts'
import { addMinutes } from '../../domain/time.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { givenLevel, type IssueRow } from './lock-issue.ts'
import { setLevel } from './set-level.ts'

/**
 * Keeps a reading and lets the level rise at once where the newest reading gives more; it never falls by a reading. The
 * caller holds the issue's lock. Answers the level and the version after it. Refusals: reading_ahead.
 */
export async function writeReading(
  context: Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'agency' | 'record'>,
  issue: IssueRow,
  given: GivenReading,
): Promise<{ level: IssueRow['level']; publicUptake: number; version: number }> {
  const { tx, person, moment, agency } = context
  const { at, sources, ...counts } = given
  const readAt = at ?? moment
  if (readAt > addMinutes(moment, 1)) refuse('reading_ahead', { at: readAt })
  const publicUptake = uptakeOf(counts)
  await tx.insert(readings).values({
    ...counts,
    issueId: issue.id,
    at: readAt,
    publicUptake,
    sources: Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, source ?? ''])),
    readBy: person.id,
    recordedAt: moment,
  })
  const now = await givenLevel(tx, issue, agency)
  const level = levelAfterReading(issue.level, now.level)
  if (level === issue.level) return { level, publicUptake, version: issue.version }
  const because = { how: 'readings' as const, reasons: now.reasons }
  const version = await setLevel(context, issue, level, because, { readingId: now.readingId })
  return { level, publicUptake, version }
}
