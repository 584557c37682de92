import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { overlays } from '../../db/schema/overlays.ts'
import { OVERLAYS_LIMIT } from '../../domain/overlays/input.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import { provePlace } from '../views/lock.ts'

type Overlay = typeof overlays.$inferSelect

/** Locks an overlay that the person may change; `not_found` for any other. */
export async function lockOverlay(tx: Tx, person: Person, overlayId: string): Promise<Overlay> {
  const [overlay] = await tx.select().from(overlays).where(eq(overlays.id, overlayId)).for('update')
  if (!overlay) return refuseMissing()
  provePlace(person, overlay)
  return overlay
}

/** Lets one more into a place, one at a time; refuses `overlays_too_many` past the limit. */
export async function proveRoom(tx: Tx, place: { ownerId: string; unitId: string | null }): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`overlays ${place.unitId ?? place.ownerId}`}, 0))`,
  )
  const isThere =
    place.unitId === null
      ? and(isNull(overlays.unitId), eq(overlays.ownerId, place.ownerId))
      : eq(overlays.unitId, place.unitId)
  const [held] = await tx
    .select({ count: count() })
    .from(overlays)
    .where(and(isNull(overlays.removedAt), isThere))
  if ((held?.count ?? 0) >= OVERLAYS_LIMIT) refuse('overlays_too_many', { limit: OVERLAYS_LIMIT })
}
