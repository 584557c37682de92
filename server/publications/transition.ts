import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { type PublicationCommand, phaseOf, stateOfPhase } from '../../domain/publications/states.ts'
import { endsSubmission, phaseAfter } from '../../domain/publications/transitions.ts'
import type { Instant } from '../../domain/time.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { Right } from '../infrastructure/right.ts'
import type { PublicationRow } from './lock.ts'

/**
 * The only writer of a publication's state. The caller holds its lock and gives the row as it read it there. Where the
 * step ends a submission, the caller has called `endSubmission` before; a live one left behind is a fault. A hand-over
 * sets `handedOverAt`, all not posted clears it. Answers the row as it is now.
 * Refusals: not_in_this_state.
 */
export async function transition(
  tx: Tx,
  publication: PublicationRow,
  command: PublicationCommand,
  { moment }: { moment: Instant; right: Right | 'clock' },
): Promise<PublicationRow> {
  const from = phaseOf(publication)
  const to = phaseAfter(from, command)
  if (to === null) return refuse('not_in_this_state', { phase: from, command })
  const handedOverAt = handOverAfter(publication.handedOverAt, command, to === 'draft', moment)
  const [row] = await tx
    .update(publications)
    .set({ state: stateOfPhase(to), handedOverAt, changedAt: moment })
    .where(eq(publications.id, publication.id))
    .returning()
  if (!row) throw new Error('the locked publication is gone')
  if (endsSubmission(from, to) && row.submissionId !== null) {
    throw new Error(`${command} left a submission live on publication ${row.id}`)
  }
  return row
}

function handOverAfter(
  handedOverAt: Instant | null,
  command: PublicationCommand,
  isDraftAgain: boolean,
  moment: Instant,
): Instant | null {
  if (command === 'hand_over') return moment
  return isDraftAgain ? null : handedOverAt
}
