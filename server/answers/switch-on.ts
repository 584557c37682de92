import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import type { Instant } from '../../domain/time.ts'

/**
 * The first variant of a publication was posted: the entries that waited for it hold from this moment, and those they
 * replace end in the same moment. An entry with a later beginning of its own keeps it. The caller holds the publication's
 * lock. Answers the ids that began and ended. Source: Selaras rules, Briefing and desk.
 */
export async function switchOnEntries(
  tx: Tx,
  publicationId: string,
  moment: Instant,
): Promise<{ began: string[]; ended: string[] }> {
  const waiting = await tx
    .update(entries)
    .set({ validFrom: moment, changedAt: moment })
    .where(and(eq(entries.publicationId, publicationId), isNull(entries.endedAt), isNull(entries.validFrom)))
    .returning({ id: entries.id })
  const attached = await tx
    .select({ replacesId: entries.replacesId })
    .from(entries)
    .where(
      and(eq(entries.publicationId, publicationId), isNull(entries.endedAt), isNotNull(entries.replacesId)),
    )
  const replaced = attached.flatMap((row) => (row.replacesId === null ? [] : [row.replacesId]))
  if (replaced.length === 0) return { began: waiting.map((row) => row.id), ended: [] }
  const ended = await tx
    .update(entries)
    .set({ endedAt: moment, endedWhy: 'replaced', changedAt: moment })
    .where(and(inArray(entries.id, replaced), isNull(entries.endedAt)))
    .returning({ id: entries.id })
  return { began: waiting.map((row) => row.id), ended: ended.map((row) => row.id) }
}

/**
 * The last posted variant was withdrawn: the publication's entries end. What they had replaced is not revived; its
 * verifier is offered it. The caller holds the publication's lock. Answers the ids that ended.
 */
export async function endEntries(tx: Tx, publicationId: string, moment: Instant): Promise<string[]> {
  const ended = await tx
    .update(entries)
    .set({ endedAt: moment, endedWhy: 'post_withdrawn', changedAt: moment })
    .where(and(eq(entries.publicationId, publicationId), isNull(entries.endedAt)))
    .returning({ id: entries.id })
  return ended.map((row) => row.id)
}

/**
 * A signed version holds these wordings: each entry whose wording still is the signed one is approved by it. Briefings
 * call it when a lead agent signs.
 */
export async function approveWordings(
  tx: Tx,
  signed: readonly { entryId: string; wordingHash: string }[],
): Promise<void> {
  for (const { entryId, wordingHash } of signed) {
    await tx
      .update(entries)
      .set({ approvedHash: wordingHash })
      .where(and(eq(entries.id, entryId), eq(entries.wordingHash, wordingHash)))
  }
}
