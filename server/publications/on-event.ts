import { and, asc, eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { eventPageInput, HANGING_LIMIT } from '../../domain/agenda/input.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { read } from '../infrastructure/read.ts'
import { visibleTo } from './visible.ts'

/** What hangs on an event, of that which the reader may know of, in order of time. */
export const onEvent = read({
  name: 'publications.onEvent',
  right: 'institutional.read',
  input: eventPageInput,
  async run({ db, person, input, moment, agency }) {
    const rows = await db
      .select({ publication: publications, owner: people.name })
      .from(publications)
      .innerJoin(people, eq(people.id, publications.ownerId))
      .where(and(eq(publications.agendaEventId, input.id), visibleTo(person, moment)))
      .orderBy(asc(publications.plannedDay), asc(publications.plannedAt), asc(publications.id))
      .limit(HANGING_LIMIT)
    const { graceMinutes, confirmMinutes } = agency
    return {
      publications: rows.map(({ publication: row, owner }) => ({
        id: row.id,
        title: row.title,
        objective: row.objective,
        plannedAt: row.plannedAt,
        plannedDay: row.plannedDay,
        timeKind: row.timeKind,
        accountIds: row.accountIds,
        isExecutive: row.isExecutive,
        owner,
        status: statusOf({ ...row, isReady: false, graceMinutes, confirmMinutes }, moment),
      })),
    }
  },
})
