import { and, eq, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { createEventInput } from '../../domain/agenda/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { eventColumns } from './event-time.ts'

/** Writes down an event of a unit. Refusals: not_found, time_does_not_exist. */
export const create = command({
  name: 'agenda.create',
  right: 'agenda.manage',
  input: createEventInput,
  async run({ tx, person, input, moment, agency, record }) {
    proveRight(person, 'agenda.manage', input.unitId)
    const { time, ...words } = input
    const columns = eventColumns(time, agency.zone)
    const [unit] = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.id, input.unitId), isNull(units.endedAt)))
      .for('share')
    if (!unit) return refuseMissing()
    const written = { ...words, ...columns }
    const [row] = await tx
      .insert(agendaEvents)
      .values({ ...written, createdBy: person.id, createdAt: moment, version: 1 })
      .returning({ id: agendaEvents.id })
    if (!row) throw new Error('no event was written')
    await record({
      room: 'agenda',
      subjectId: row.id,
      action: 'agenda.created',
      version: 1,
      before: {},
      after: written,
    })
    return { id: row.id }
  },
})
