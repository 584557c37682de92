import { overlays } from '../../db/schema/overlays.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { heardBy, provePlace } from '../views/lock.ts'
import { proveRoom } from './lock.ts'

type Given = { name: string; unitId: string | null; sealedAddress: string | null; fileText: string | null }

/**
 * Lays one more calendar over a person's or a unit's own; it is read at the clock's next turn. Refusals: `not_found` where
 * the person does not plan in the unit, `overlays_too_many`.
 */
export async function addOverlay(context: CommandContext<unknown>, given: Given): Promise<{ id: string }> {
  const { tx, person, moment, record } = context
  const place = { ownerId: person.id, unitId: given.unitId }
  provePlace(person, place)
  await proveRoom(tx, place)
  const [overlay] = await tx
    .insert(overlays)
    .values({ ...given, ...place, addedAt: moment, dueAt: moment, eventCount: 0, isCut: false, version: 1 })
    .returning({ id: overlays.id })
  if (!overlay) throw new Error('no overlay was written')
  await record({
    room: 'overlays',
    subjectId: overlay.id,
    action: 'overlays.added',
    version: 1,
    before: {},
    after: { name: given.name, unitId: given.unitId },
    data: { isFile: given.fileText !== null, ...heardBy(place) },
  })
  return { id: overlay.id }
}
