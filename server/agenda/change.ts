import { eq } from 'drizzle-orm'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { changeEventInput } from '../../domain/agenda/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEvent } from './lock-event.ts'

/** Changes what an event is called and where it is. Refusals: not_found, event_cancelled, conflict. */
export const change = command({
  name: 'agenda.change',
  right: 'agenda.manage',
  input: changeEventInput,
  async run({ tx, person, input, record }) {
    const { id, version, ...fields } = input
    const event = await lockEvent(tx, id)
    proveRight(person, 'agenda.manage', event.unitId)
    const part = { room: 'agenda' as const, subjectId: id, version: event.version }
    await mergeOrRefuse(tx, part, version, fields, event)
    const present: Record<string, unknown> = event
    const touched = Object.entries(fields).filter(
      ([field, value]) => value !== undefined && value !== present[field],
    )
    if (touched.length === 0) return { version: event.version }
    const next = event.version + 1
    await tx
      .update(agendaEvents)
      .set({ ...Object.fromEntries(touched), version: next })
      .where(eq(agendaEvents.id, id))
    await record({
      room: 'agenda',
      subjectId: id,
      action: 'agenda.changed',
      version: next,
      before: Object.fromEntries(touched.map(([field]) => [field, present[field]])),
      after: Object.fromEntries(touched),
    })
    return { version: next }
  },
})
