import { eq } from 'drizzle-orm'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { cancelEventInput } from '../../domain/agenda/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEvent } from './lock-event.ts'

/**
 * The event does not take place. What hangs on it stays as it is, each with a warning: whether it still goes out is its
 * owner's to say. Refusals: not_found, event_cancelled.
 */
export const cancel = command({
  name: 'agenda.cancel',
  right: 'agenda.manage',
  input: cancelEventInput,
  async run({ tx, person, input, moment, record }) {
    const event = await lockEvent(tx, input.id)
    proveRight(person, 'agenda.manage', event.unitId)
    const version = event.version + 1
    await tx
      .update(agendaEvents)
      .set({ cancelledAt: moment, cancelledBy: person.id, version })
      .where(eq(agendaEvents.id, event.id))
    await record({
      room: 'agenda',
      subjectId: event.id,
      action: 'agenda.cancelled',
      version,
      before: { cancelledAt: null },
      after: { cancelledAt: moment },
    })
    return { version }
  },
})
