import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { audit } from '../../db/schema/records.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { PublicationRow } from './lock.ts'

/**
 * For what cannot be taken back: refuses `conflict`, with who changed it last, where the locked publication's head or
 * time is no longer the one that the person saw.
 */
export async function refuseSinceSeen(
  tx: Tx,
  before: PublicationRow,
  seen: { version: number; timeVersion: number },
): Promise<void> {
  if (seen.version === before.version && seen.timeVersion === before.timeVersion) return
  const [last] = await tx
    .select({ by: people.name, at: audit.at })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.personId))
    .where(and(eq(audit.room, 'publications'), eq(audit.subjectId, before.id)))
    .orderBy(desc(audit.position))
    .limit(1)
  refuse('conflict', {
    by: last?.by ?? null,
    at: last?.at ?? before.changedAt,
    version: before.version,
    fields: [],
  })
}
