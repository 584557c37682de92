import { desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { handovers } from '../../db/schema/publishing.ts'

export type HandoverRow = typeof handovers.$inferSelect

/** The newest hand-over of a publication, whose outcomes are asked for; null where there was none. */
export async function latestHandover(db: Db, publicationId: string): Promise<HandoverRow | null> {
  const [row] = await db
    .select()
    .from(handovers)
    .where(eq(handovers.publicationId, publicationId))
    .orderBy(desc(handovers.handedOverAt), desc(handovers.id))
    .limit(1)
  return row ?? null
}
