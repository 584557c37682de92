import { eq } from 'drizzle-orm'
import { overlays } from '../../db/schema/overlays.ts'
import { overlayInput } from '../../domain/overlays/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy } from '../views/lock.ts'
import { lockOverlay } from './lock.ts'

/** Takes another calendar away; it is read no more. Refuses `not_found`. */
export const remove = command({
  name: 'overlays.remove',
  right: 'institutional.read',
  input: overlayInput,
  async run({ tx, person, input, moment, record }) {
    const overlay = await lockOverlay(tx, person, input.overlayId)
    if (overlay.removedAt !== null) refuseMissing()
    const version = overlay.version + 1
    await tx.update(overlays).set({ removedAt: moment, version }).where(eq(overlays.id, overlay.id))
    await record({
      room: 'overlays',
      subjectId: overlay.id,
      action: 'overlays.removed',
      version,
      before: { removedAt: null },
      after: { removedAt: moment },
      data: heardBy(overlay),
    })
    return { version }
  },
})
