import { eq } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { eventPageInput } from '../../domain/agenda/input.ts'
import { holds } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'

/** The key facts of an event; everybody signed in sees them. What hangs on it is a read of its own. */
export const page = read({
  name: 'agenda.page',
  right: 'institutional.read',
  input: eventPageInput,
  async run({ db, person, input }) {
    const [event] = await db
      .select({
        id: agendaEvents.id,
        unitId: agendaEvents.unitId,
        unitName: units.name,
        name: agendaEvents.name,
        kind: agendaEvents.kind,
        place: agendaEvents.place,
        timeKind: agendaEvents.timeKind,
        day: agendaEvents.day,
        clock: agendaEvents.clock,
        notes: agendaEvents.notes,
        cancelledAt: agendaEvents.cancelledAt,
        version: agendaEvents.version,
      })
      .from(agendaEvents)
      .innerJoin(units, eq(units.id, agendaEvents.unitId))
      .where(eq(agendaEvents.id, input.id))
    if (!event) return refuseMissing()
    return { ...event, mayManage: holds(person.grants, 'agenda.manage', event.unitId) }
  },
})
