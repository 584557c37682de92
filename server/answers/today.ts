import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asked, entries } from '../../db/schema/answers.ts'
import { publications } from '../../db/schema/publications.ts'
import { dayOf } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { shownEntries } from './shown-entries.ts'
import { entryVisibleTo } from './visible.ts'

const MOST_EACH = 12

/** What the desk shows before anybody types: the answers of today's publications, then what was asked most today. */
export const today = read({
  name: 'answers.today',
  right: 'answers.search',
  input: z.object({}),
  async run({ db, person, moment, agency }) {
    const day = dayOf(moment, agency.zone)
    const ofToday = await db
      .select({ id: entries.id })
      .from(entries)
      .innerJoin(publications, eq(publications.id, entries.publicationId))
      .where(
        and(
          eq(publications.plannedDay, day),
          gt(publications.postedCount, 0),
          isNull(entries.endedAt),
          entryVisibleTo(person, moment),
        ),
      )
      .orderBy(desc(publications.plannedAt), entries.id)
      .limit(MOST_EACH)
    const mostAsked = await db
      .select({ id: asked.entryId })
      .from(asked)
      .innerJoin(entries, eq(entries.id, asked.entryId))
      .where(and(eq(asked.day, day), isNull(entries.endedAt), entryVisibleTo(person, moment)))
      .groupBy(asked.entryId)
      .orderBy(sql`count(*) desc`, asked.entryId)
      .limit(MOST_EACH)
    const ids = (rows: { id: string }[]) => rows.map((row) => row.id)
    const first = ids(ofToday)
    return {
      ofToday: await shownEntries(db, first, person, moment, agency.zone),
      mostAsked: await shownEntries(
        db,
        ids(mostAsked).filter((id) => !first.includes(id)),
        person,
        moment,
        agency.zone,
      ),
    }
  },
})
