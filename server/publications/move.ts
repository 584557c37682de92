import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { decisions } from '../../db/schema/approvals.ts'
import { people } from '../../db/schema/people.ts'
import { audit } from '../../db/schema/records.ts'
import { moveInput } from '../../domain/publications/input.ts'
import { type GivenTime, type PlannedTime, plannedTime } from '../../domain/publications/planned-time.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { isSameTime, moveOf, timeOf, writeMove } from './write-move.ts'
import { refuseUnlessOpenTo } from './writing.ts'

type MoveContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'agency' | 'record'>

/**
 * Gives a publication another time; whoever changes its words meanwhile is not in the way. An approval stands, unless
 * the policy binds the time: then the submission ends, once the person has said yes to that. Undoing is moving back.
 * Refusals: not_found, not_in_this_state, time_does_not_exist, conflict, move_ends_approval.
 */
export const move = command({
  name: 'publications.move',
  right: 'publication.plan',
  input: moveInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const before = await lockPublication(tx, input.publicationId, person, moment)
    return moveLocked(context, before, input)
  },
})

/** Moves a publication that the caller has locked. Refusals as the command's. */
export async function moveLocked(
  { tx, person, moment, agency, record }: MoveContext,
  before: PublicationRow,
  input: { time: GivenTime; timeVersion: number; confirmsEndOfApproval: boolean },
) {
  const right = proveRight(person, 'publication.plan', before.unitId)
  refuseUnlessOpenTo(before, 'move')
  const time = plannedTime(input.time, agency.zone)
  if (time === null) return refuse('time_does_not_exist', { ...asked(input.time), zone: agency.zone })
  if (isSameTime(time, before)) return answerOf(before, 0)
  if (input.timeVersion !== before.timeVersion) await refuseMovedMeanwhile(tx, before, time)

  if (moveOf(before, time).endsIt && !input.confirmsEndOfApproval) {
    refuse('move_ends_approval', { decidedBy: await decidersOf(tx, before) })
  }
  const { moved, endedDecisions } = await writeMove({ tx, person, moment, record }, before, time, right)
  return answerOf(moved, endedDecisions)
}

function asked(time: GivenTime): { day: string; clock: string | null } {
  return {
    day: time.kind === 'none' ? '' : time.day,
    clock: time.kind === 'exact' || time.kind === 'tentative' ? time.clock : null,
  }
}

function answerOf(row: PublicationRow, endedDecisions: number) {
  return { ...timeOf(row), timeVersion: row.timeVersion, state: row.state, endedDecisions }
}

/** Whose standing decisions are on the live submission of a publication. */
export async function decidersOf(tx: Tx, publication: PublicationRow) {
  if (publication.submissionId === null) return []
  const standing = tx
    .select({ id: decisions.personId })
    .from(decisions)
    .where(and(eq(decisions.submissionId, publication.submissionId), isNull(decisions.revokedAt)))
  return tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, standing))
}

async function refuseMovedMeanwhile(tx: Tx, before: PublicationRow, yours: PlannedTime): Promise<never> {
  const [last] = await tx
    .select({ by: people.name, at: audit.at })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.personId))
    .where(
      and(
        eq(audit.room, 'publications'),
        eq(audit.subjectId, before.id),
        eq(audit.action, 'publications.moved'),
      ),
    )
    .orderBy(desc(audit.position))
    .limit(1)
  return refuse('conflict', {
    by: last?.by ?? null,
    at: last?.at ?? before.changedAt,
    version: before.timeVersion,
    fields: [{ field: 'time', yours, theirs: timeOf(before) }],
  })
}
