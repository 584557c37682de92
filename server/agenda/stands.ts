import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

/** Proves that a publication may hang on the event. Waits for nobody. Refusals: not_found, event_cancelled. */
export async function proveEventStands(tx: Tx, id: string): Promise<void> {
  const [event] = await tx
    .select({ name: agendaEvents.name, cancelledAt: agendaEvents.cancelledAt })
    .from(agendaEvents)
    .where(eq(agendaEvents.id, id))
  if (!event) return refuseMissing()
  if (event.cancelledAt !== null) refuse('event_cancelled', { name: event.name })
}
