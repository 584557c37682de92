import { eq } from 'drizzle-orm'
import { overlays } from '../../db/schema/overlays.ts'
import { overlayInput } from '../../domain/overlays/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy } from '../views/lock.ts'
import { lockOverlay, proveRoom } from './lock.ts'

/** Undoes the removal of another calendar and reads it anew. Refusals: `not_found`, `overlays_too_many`. */
export const putBack = command({
  name: 'overlays.putBack',
  right: 'institutional.read',
  input: overlayInput,
  async run({ tx, person, input, moment, record }) {
    const overlay = await lockOverlay(tx, person, input.overlayId)
    if (overlay.removedAt === null) refuseMissing()
    await proveRoom(tx, overlay)
    const version = overlay.version + 1
    await tx
      .update(overlays)
      .set({ removedAt: null, dueAt: moment, version })
      .where(eq(overlays.id, overlay.id))
    await record({
      room: 'overlays',
      subjectId: overlay.id,
      action: 'overlays.put_back',
      version,
      before: { removedAt: overlay.removedAt },
      after: { removedAt: null },
      data: heardBy(overlay),
    })
    return { version }
  },
})
