import { and, asc, eq, ne, or } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { holds } from '../../domain/permissions.ts'
import { onePublicationInput } from '../../domain/publications/input.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { reasonsAgainstTransition } from '../../domain/publications/transitions.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from './visible.ts'

/**
 * The series in which a publication stands, of those members that the reader may know of and that were not cancelled, in
 * order of time, with what a change of several compares and the versions it starts from. Null where it stands in none, and
 * where the reader knows of no other: that there are more is told to nobody outside a circle.
 */
export const inSeries = read({
  name: 'publications.inSeries',
  right: 'institutional.read',
  input: onePublicationInput,
  async run({ db, person, input, moment, agency }) {
    const [own] = await db
      .select()
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!own) return refuseMissing()
    if (own.seriesId === null) return null
    const rows = await db
      .select()
      .from(publications)
      .where(
        and(
          eq(publications.seriesId, own.seriesId),
          or(ne(publications.state, 'cancelled'), eq(publications.id, own.id)),
          visibleTo(person, moment),
        ),
      )
      .orderBy(asc(publications.plannedDay), asc(publications.plannedAt), asc(publications.id))
    if (rows.length < 2) return null
    const { graceMinutes, confirmMinutes } = agency
    return {
      place: rows.findIndex((row) => row.id === own.id) + 1,
      members: rows.map((row) => ({
        id: row.id,
        title: row.title,
        objective: row.objective,
        subjectClass: row.subjectClass,
        campaignId: row.campaignId,
        mainText: row.mainText,
        mainLink: row.mainLink,
        ownerId: row.ownerId,
        accountIds: row.accountIds,
        plannedAt: row.plannedAt,
        plannedDay: row.plannedDay,
        timeKind: row.timeKind,
        status: statusOf({ ...row, isReady: false, graceMinutes, confirmMinutes }, moment),
        /** Neither handed over nor posted nor cancelled, and the reader's to plan. */
        isOpen:
          reasonsAgainstTransition(phaseOf(row), 'edit_details').length === 0 &&
          holds(person.grants, 'publication.plan', row.unitId),
        version: row.version,
        timeVersion: row.timeVersion,
      })),
    }
  },
})
