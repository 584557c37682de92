import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type EventRow = typeof agendaEvents.$inferSelect

/**
 * Locks an event's row until the transaction ends. It comes before the locks of publications; hanging one on the event
 * takes no lock that waits for this one. Refusals: not_found, event_cancelled.
 */
export async function lockEvent(tx: Tx, id: string): Promise<EventRow> {
  const [event] = await tx.select().from(agendaEvents).where(eq(agendaEvents.id, id)).for('no key update')
  if (!event) return refuseMissing()
  if (event.cancelledAt !== null) return refuse('event_cancelled', { name: event.name })
  return event
}
