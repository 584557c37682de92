import { eq } from 'drizzle-orm'
import { overlays } from '../../db/schema/overlays.ts'
import { overlayInput } from '../../domain/overlays/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { heardBy } from '../views/lock.ts'
import { lockOverlay } from './lock.ts'

/** Has the address of another calendar read at the clock's next turn, before its hour is over. Refuses `not_found`. */
export const readAgain = command({
  name: 'overlays.readAgain',
  right: 'institutional.read',
  input: overlayInput,
  async run({ tx, person, input, moment, record }) {
    const overlay = await lockOverlay(tx, person, input.overlayId)
    if (overlay.removedAt !== null || overlay.sealedAddress === null) refuseMissing()
    const version = overlay.version + 1
    await tx.update(overlays).set({ dueAt: moment, version }).where(eq(overlays.id, overlay.id))
    await record({
      room: 'overlays',
      subjectId: overlay.id,
      action: 'overlays.asked_again',
      version,
      data: heardBy(overlay),
    })
    return { version }
  },
})
