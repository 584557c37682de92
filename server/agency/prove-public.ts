import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publics } from '../../db/schema/agency.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** Refuses `not_found` where the public is none, or has ended: nothing new is planned for it. */
export async function provePublic(tx: Tx, publicId: string): Promise<void> {
  const [found] = await tx
    .select({ id: publics.id })
    .from(publics)
    .where(and(eq(publics.id, publicId), isNull(publics.endedAt)))
  if (!found) refuseMissing()
}
