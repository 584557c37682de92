import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from './visible.ts'

export type PublicationRow = typeof publications.$inferSelect

/**
 * Locks a publication's row until the transaction ends; every command that changes it, approves or hands over begins
 * here, and believes nothing it read before. Refuses `not_found` where there is none or the person may not know of it.
 */
export async function lockPublication(
  tx: Tx,
  publicationId: string,
  person: { id: string },
  moment: Instant,
): Promise<PublicationRow> {
  const [row] = await tx
    .select()
    .from(publications)
    .where(and(eq(publications.id, publicationId), visibleTo(person, moment)))
    .for('update')
  return row ?? refuseMissing()
}

/**
 * The same for several, in the order of their ids, so that two such commands never wait for each other in a ring. What
 * the person may not know of is not among them.
 */
export async function lockPublications(
  tx: Tx,
  publicationIds: readonly string[],
  person: { id: string },
  moment: Instant,
): Promise<Map<string, PublicationRow>> {
  const rows = await tx
    .select()
    .from(publications)
    .where(and(inArray(publications.id, [...publicationIds]), visibleTo(person, moment)))
    .orderBy(asc(publications.id))
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

/** The same for the clock, which acts under nobody's name; null where there is none. */
export async function lockPublicationForClock(tx: Tx, publicationId: string): Promise<PublicationRow | null> {
  const [row] = await tx.select().from(publications).where(eq(publications.id, publicationId)).for('update')
  return row ?? null
}
