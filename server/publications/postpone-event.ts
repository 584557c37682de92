import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { publications } from '../../db/schema/publications.ts'
import { postponeInput } from '../../domain/agenda/input.ts'
import { eventTime, shiftBetween } from '../../domain/agenda/shift.ts'
import { postponed } from '../../domain/publications/postponing.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import { eventColumns } from '../agenda/event-time.ts'
import { lockEvent } from '../agenda/lock-event.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import type { PublicationRow } from './lock.ts'
import { visibleTo } from './visible.ts'
import { isSameTime, moveOf, timeOf, writeMove } from './write-move.ts'

/**
 * Gives an event another time, and moves every publication that hangs on it and is not handed over by as much: all of
 * them or none, locked in the order of their ids. What the person may know of must be as they were shown it. What they
 * may not know of moves as well, unnamed and uncounted; its owner is told. Refusals: not_found, event_cancelled,
 * time_does_not_exist, postponing_outdated.
 */
export const postponeEvent = command({
  name: 'publications.postponeEvent',
  right: 'agenda.manage',
  input: postponeInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency, record } = context
    const event = await lockEvent(tx, input.eventId)
    const right = proveRight(person, 'agenda.manage', event.unitId)
    if (event.version !== input.version) refuse('postponing_outdated', {})
    const columns = eventColumns(input.time, agency.zone)
    const shift = shiftBetween(eventTime(event), input.time)
    const hanging = await lockHanging(tx, event.id)
    const known = await knownAmong(tx, hanging, person, moment)
    const moves = hanging.map((before) => ({
      before,
      time: postponed(timeOf(before), shift, agency.zone).time,
    }))
    const shown = new Map(input.seen.map((one) => [one.publicationId, one]))
    const visible = moves.filter(({ before }) => known.has(before.id))
    const isAsShown = visible.every(({ before, time }) => {
      const one = shown.get(before.id)
      const { endsIt } = moveOf(before, time)
      return one !== undefined && one.timeVersion === before.timeVersion && one.endsApproval === endsIt
    })
    if (!isAsShown || visible.length !== shown.size) refuse('postponing_outdated', {})

    let movedCount = 0
    for (const { before, time } of moves) {
      if (isSameTime(time, before)) continue
      await writeMove(context, before, time, right, { eventId: event.id })
      if (known.has(before.id)) movedCount += 1
    }
    const version = event.version + 1
    await tx
      .update(agendaEvents)
      .set({ ...columns, version })
      .where(eq(agendaEvents.id, event.id))
    await record({
      room: 'agenda',
      subjectId: event.id,
      action: 'agenda.postponed',
      version,
      before: { timeKind: event.timeKind, day: event.day, clock: event.clock },
      after: columns,
    })
    return { version, movedCount }
  },
})

/** What hangs on the event and may still move, locked in the order of ids. */
function lockHanging(tx: Tx, eventId: string): Promise<PublicationRow[]> {
  return tx
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.agendaEventId, eventId),
        isNull(publications.handedOverAt),
        inArray(publications.state, [...changeableStates]),
      ),
    )
    .orderBy(asc(publications.id))
    .for('update')
}

async function knownAmong(
  tx: Tx,
  rows: readonly PublicationRow[],
  person: { id: string },
  moment: string,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const found = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        inArray(
          publications.id,
          rows.map((row) => row.id),
        ),
        visibleTo(person, moment),
      ),
    )
  return new Set(found.map((row) => row.id))
}
