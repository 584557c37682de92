import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { entryVisibleTo } from './visible.ts'

/** An entry without its search terms, and whether it still waits for its publication's first post. */
export type EntryRow = Omit<typeof entries.$inferSelect, 'questionTerms' | 'answerTerms'> & {
  waitsForPost: boolean
}

/** It hangs on a publication of which nothing was ever posted; for statements over the table `entries`. */
export const waitsForPost = sql<boolean>`exists (
  select 1 from ${publications} awaited
  where awaited.id = entries.publication_id and awaited.posted_count = 0 and awaited.withdrawn_count = 0
)`

export const entryColumns = {
  id: entries.id,
  unitId: entries.unitId,
  question: entries.question,
  answer: entries.answer,
  voiceAnswer: entries.voiceAnswer,
  socialAnswer: entries.socialAnswer,
  notToSay: entries.notToSay,
  source: entries.source,
  verifierId: entries.verifierId,
  validFrom: entries.validFrom,
  validUntil: entries.validUntil,
  wordingHash: entries.wordingHash,
  approvedHash: entries.approvedHash,
  publicationId: entries.publicationId,
  replacesId: entries.replacesId,
  endedAt: entries.endedAt,
  endedWhy: entries.endedWhy,
  createdBy: entries.createdBy,
  createdAt: entries.createdAt,
  changedAt: entries.changedAt,
  version: entries.version,
  waitsForPost,
}

/** Locks an entry that the person may see; refuses `not_found` otherwise. */
export async function lockEntry(
  tx: Tx,
  entryId: string,
  person: { id: string },
  moment: Instant,
): Promise<EntryRow> {
  const [row] = await tx
    .select(entryColumns)
    .from(entries)
    .where(and(eq(entries.id, entryId), entryVisibleTo(person, moment)))
    .for('update')
  return row ?? refuseMissing()
}
