import { addAddressInput } from '../../domain/overlays/input.ts'
import { command } from '../infrastructure/command.ts'
import { seal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import { addOverlay } from './add.ts'

/** Such addresses often open a calendar to whoever knows them; they are kept under this purpose. */
export const OVERLAY_ADDRESS = 'overlay address'

/** Lays the calendar of an iCalendar address over this one. Refusals: `not_found`, `overlays_too_many`. */
export const addAddress = command({
  name: 'overlays.addAddress',
  right: 'institutional.read',
  input: addAddressInput,
  run: async ({ input: { address, ...input }, ...context }) => {
    const sealedAddress = seal(secretOf(context.world), OVERLAY_ADDRESS, address)
    return addOverlay({ ...context, input }, { ...input, sealedAddress, fileText: null })
  },
})
