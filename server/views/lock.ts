import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { savedViews } from '../../db/schema/views.ts'
import { VIEWS_LIMIT } from '../../domain/views/input.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight } from '../infrastructure/right.ts'

type Place = { ownerId: string; unitId: string | null }
export type SavedView = typeof savedViews.$inferSelect

/** Proves that a person may keep views there: their own always, a unit's as one who plans in it. */
export function provePlace(person: Person, { ownerId, unitId }: Place): void {
  if (unitId !== null) proveRight(person, 'publication.plan', unitId)
  else if (ownerId !== person.id) refuseMissing()
}

/** Locks a view that the person may change; `not_found` for any other. */
export async function lockView(tx: Tx, person: Person, viewId: string): Promise<SavedView> {
  const [view] = await tx.select().from(savedViews).where(eq(savedViews.id, viewId)).for('update')
  if (!view) return refuseMissing()
  provePlace(person, view)
  return view
}

/**
 * Lets one more name into a place, one at a time: refuses `view_name_taken` where another view there has it, and
 * `views_too_many` past the limit. `except` is the view that is being named.
 */
export async function proveName(tx: Tx, place: Place, name: string, except: string | null): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`views ${place.unitId ?? place.ownerId}`}, 0))`,
  )
  const there = await tx
    .select({ id: savedViews.id, name: savedViews.name })
    .from(savedViews)
    .where(
      and(
        isNull(savedViews.removedAt),
        place.unitId === null
          ? and(isNull(savedViews.unitId), eq(savedViews.ownerId, place.ownerId))
          : eq(savedViews.unitId, place.unitId),
        except === null ? undefined : ne(savedViews.id, except),
      ),
    )
  if (there.some((view) => view.name.toLowerCase() === name.toLowerCase()))
    refuse('view_name_taken', { name })
  if (there.length >= VIEWS_LIMIT) refuse('views_too_many', { limit: VIEWS_LIMIT })
}

/** What live views hear of a change: of a view kept for oneself nobody else hears. */
export function heardBy({ ownerId, unitId }: Place): { onlyFor?: string } {
  return unitId === null ? { onlyFor: ownerId } : {}
}
