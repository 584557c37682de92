import { and, countDistinct, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { acknowledgements, briefings } from '../../db/schema/briefings.ts'
import type { Instant } from '../../domain/time.ts'
import { countFindings, judgeVariants } from '../publications/findings.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { approvalAtGate } from '../publishing/gate-approval.ts'
import { briefingAtGate } from '../publishing/gate-briefing.ts'
import { holdsAtGate } from '../publishing/gate-pauses.ts'

const said = {
  stepsRequired: 'the number of steps asked for is wrong',
  stepsDecided: 'the number of decided steps is wrong',
  briefingVersion: 'the version of its briefing is wrong',
  signedVersion: 'the signed version of its briefing is wrong',
  openQuestions: 'the number of open questions on its briefing is wrong',
  questionsAfterSignature: 'the number of questions after the signature is wrong',
  blockingFindings: 'the number of variants a platform blocks is wrong',
  warningFindings: 'the number of variants a platform warns of is wrong',
  isHeld: 'held or not: the row says otherwise',
} as const

/**
 * What lists say of a publication that is still to go out where a fresh look at its steps, briefing, findings and holds,
 * as the gate takes it, says something else; empty where they agree. Of readers only too many can be told: who read it
 * is counted by the roles of that moment.
 */
export async function disagreements(tx: Tx, kept: PublicationRow, moment: Instant): Promise<string[]> {
  const approval = await approvalAtGate(tx, kept, moment)
  const briefing = await briefingAtGate(tx, kept, 0, moment)
  const { holds } = await holdsAtGate(tx, kept.id)
  const fresh: Record<keyof typeof said, number | boolean | null> = {
    stepsRequired: approval.stepsRequired,
    stepsDecided: approval.stepsDecided,
    briefingVersion: briefing.briefingVersion,
    signedVersion: briefing.signedVersion,
    openQuestions: briefing.openQuestions,
    questionsAfterSignature: briefing.questionsAfterSignature,
    ...countFindings(await judgeVariants(tx, kept.id)),
    isHeld: holds.length > 0,
  }
  const facts = Object.keys(said) as (keyof typeof said)[]
  const wrong: string[] = facts.filter((fact) => kept[fact] !== fresh[fact]).map((fact) => said[fact])
  const read = await readersOf(tx, kept)
  return kept.acknowledgedCount > read ? [...wrong, 'more are counted as readers than have read'] : wrong
}

async function readersOf(tx: Tx, { briefingId }: PublicationRow): Promise<number> {
  if (briefingId === null) return 0
  const [row] = await tx
    .select({ count: countDistinct(acknowledgements.personId) })
    .from(acknowledgements)
    .innerJoin(
      briefings,
      and(
        eq(briefings.id, acknowledgements.briefingId),
        eq(briefings.presentNumber, acknowledgements.versionNumber),
      ),
    )
    .where(eq(briefings.id, briefingId))
  return row?.count ?? 0
}
