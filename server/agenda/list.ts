import { and, asc, gte, isNull, sql } from 'drizzle-orm'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { listEventsInput } from '../../domain/agenda/input.ts'
import { read } from '../infrastructure/read.ts'

const AT_MOST = 200

/** Events that stand, the earliest first: what a publication may be hung on. */
export const list = read({
  name: 'agenda.list',
  right: 'institutional.read',
  input: listEventsInput,
  async run({ db, input }) {
    const words = input.words.split(/\s+/).filter(Boolean).slice(0, 10)
    return {
      events: await db
        .select({ id: agendaEvents.id, name: agendaEvents.name, day: agendaEvents.day })
        .from(agendaEvents)
        .where(
          and(
            isNull(agendaEvents.cancelledAt),
            input.from === null ? undefined : gte(agendaEvents.day, input.from),
            ...words.map((word) => sql`strpos(lower(${agendaEvents.name}), lower(${word})) > 0`),
          ),
        )
        .orderBy(asc(agendaEvents.day), asc(agendaEvents.id))
        .limit(AT_MOST),
    }
  },
})
