import { eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import type { PlannedTime } from '../../domain/publications/planned-time.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import { endsSubmission, phaseAfter } from '../../domain/publications/transitions.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import type { Right } from '../infrastructure/right.ts'
import { endSubmission } from './end-submission.ts'
import type { PublicationRow } from './lock.ts'
import { moveStepDeadlines } from './move-step-deadlines.ts'
import { refreshFacts } from './refresh-facts.ts'
import { transition } from './transition.ts'

type Context = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>

/** Which move it is, and whether it ends the submission: only where the policy binds the time and the moment changes. */
export function moveOf(before: PublicationRow, time: PlannedTime) {
  const isBound = before.isTimeBound && time.plannedAt !== before.plannedAt
  const command = isBound ? ('move_bound_time' as const) : ('move' as const)
  const to = phaseAfter(phaseOf(before), command)
  return { command, endsIt: to !== null && endsSubmission(phaseOf(before), to) }
}

/**
 * Writes the new time of a locked publication: ends the submission where the time is bound, moves the deadlines of its
 * steps, records the move. `because` goes into the record: the event it moved with. The caller has proved the right and
 * asked. Refusals: not_in_this_state.
 */
export async function writeMove(
  { tx, person, moment, record }: Context,
  before: PublicationRow,
  time: PlannedTime,
  right: Right,
  because: { eventId?: string } = {},
): Promise<{ moved: PublicationRow; endedDecisions: number }> {
  const { command, endsIt } = moveOf(before, time)
  await tx
    .update(publications)
    .set({ ...time, timeVersion: before.timeVersion + 1 })
    .where(eq(publications.id, before.id))
  const refreshed = await refreshFacts(tx, before.id)
  const ended = endsIt ? await endSubmission(tx, before, 'moved', person.id, moment) : null
  const moved = await transition(tx, refreshed, command, { moment, right })
  await moveStepDeadlines(tx, moved, moment)
  const common = {
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    version: moved.version,
  } as const
  if (ended?.submissionId) {
    const data = { submissionId: ended.submissionId, why: 'moved', decidedBy: ended.decidedBy }
    await record({ ...common, action: 'publications.submission_ended', data })
  }
  await record({
    ...common,
    action: 'publications.moved',
    before: timeOf(before),
    after: timeOf(moved),
    data: {
      from: before.plannedAt ?? before.plannedDay,
      to: moved.plannedAt ?? moved.plannedDay,
      ...because,
    },
  })
  return { moved, endedDecisions: ended?.decidedBy.length ?? 0 }
}

export function timeOf({ timeKind, plannedDay, plannedAt }: PlannedTime): PlannedTime {
  return { timeKind, plannedDay, plannedAt }
}

export function isSameTime(one: PlannedTime, other: PlannedTime): boolean {
  return (
    one.timeKind === other.timeKind &&
    one.plannedDay === other.plannedDay &&
    one.plannedAt === other.plannedAt
  )
}
