import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { acknowledgements, alignments, briefingQuestions, briefings } from '../../db/schema/briefings.ts'
import type { Instant } from '../../domain/time.ts'
import { onDuty } from '../people/on-duty.ts'
import type { PublicationRow } from '../publications/lock.ts'

export type GateBriefing = {
  briefingVersion: number | null
  signedVersion: number | null
  signedAt: Instant | null
  openQuestions: number
  questionsAfterSignature: number
  /** Of the agents on shift, those who have read the present version, and when the last of those asked for did. */
  acknowledgedCount: number
  agentsOnShift: number
  acknowledgedEnoughAt: Instant | null
}

/** The briefing that holds for a publication (its own, else its campaign's), its signature, questions and readers. */
export async function briefingAtGate(
  db: Db,
  publication: Pick<PublicationRow, 'id' | 'campaignId'>,
  acknowledgementPercent: number,
  moment: Instant,
): Promise<GateBriefing> {
  const onShift = await onDuty(db, 'agent', moment)
  const [briefing] = await db
    .select()
    .from(briefings)
    .where(
      or(
        eq(briefings.publicationId, publication.id),
        publication.campaignId === null ? undefined : eq(briefings.campaignId, publication.campaignId),
      ),
    )
    .orderBy(sql`${briefings.publicationId} is null`)
    .limit(1)
  if (!briefing) {
    return {
      briefingVersion: null,
      signedVersion: null,
      signedAt: null,
      openQuestions: 0,
      questionsAfterSignature: 0,
      acknowledgedCount: 0,
      agentsOnShift: onShift.length,
      acknowledgedEnoughAt: null,
    }
  }
  const [signature] = await db
    .select({ version: alignments.versionNumber, at: alignments.signedAt })
    .from(alignments)
    .where(and(eq(alignments.briefingId, briefing.id), isNull(alignments.withdrawnAt)))
    .orderBy(desc(alignments.versionNumber))
    .limit(1)
  const open = await db
    .select({ isAfterSignature: briefingQuestions.isAfterSignature })
    .from(briefingQuestions)
    .where(and(eq(briefingQuestions.briefingId, briefing.id), eq(briefingQuestions.state, 'open')))
  const readAt = await readersOf(
    db,
    briefing,
    onShift.map((agent) => agent.id),
  )
  const askedFor = Math.ceil((onShift.length * acknowledgementPercent) / 100)
  return {
    briefingVersion: briefing.presentNumber,
    signedVersion: signature?.version ?? null,
    signedAt: signature?.at ?? null,
    openQuestions: open.length,
    questionsAfterSignature: open.filter((question) => question.isAfterSignature).length,
    acknowledgedCount: readAt.length,
    agentsOnShift: onShift.length,
    acknowledgedEnoughAt: readAt[askedFor - 1] ?? null,
  }
}

/** When each of these people first acknowledged the present version, in order. */
async function readersOf(
  db: Db,
  briefing: typeof briefings.$inferSelect,
  personIds: readonly string[],
): Promise<Instant[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .select({ at: acknowledgements.at })
    .from(acknowledgements)
    .where(
      and(
        eq(acknowledgements.briefingId, briefing.id),
        eq(acknowledgements.versionNumber, briefing.presentNumber),
        inArray(acknowledgements.personId, [...personIds]),
      ),
    )
  return rows.map((row) => row.at).sort()
}
