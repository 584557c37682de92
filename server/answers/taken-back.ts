import { and, desc, eq, inArray, isNull, lte, max } from 'drizzle-orm'
import { copies, entries } from '../../db/schema/answers.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'
import { shownEntries } from './shown-entries.ts'
import { entryVisibleTo } from './visible.ts'

const MOST = 10

/**
 * What the person copied and must no longer say: answers withdrawn since, newest first, each with what is said instead
 * where that is approved. Each stands on top of the desk until they have confirmed it. Source: Selaras, Pages.
 */
export const takenBack = read({
  name: 'answers.takenBack',
  right: 'answers.search',
  input: nothingInput,
  async run({ db, person, moment, agency }) {
    const rows = await db
      .select({ id: entries.id, question: entries.question, at: entries.endedAt, copiedAt: max(copies.at) })
      .from(copies)
      .innerJoin(entries, eq(entries.id, copies.entryId))
      .where(
        and(
          eq(copies.personId, person.id),
          isNull(copies.heardAt),
          inArray(entries.endedWhy, ['withdrawn', 'post_withdrawn']),
          lte(entries.endedAt, moment),
          entryVisibleTo(person, moment),
        ),
      )
      .groupBy(entries.id)
      .orderBy(desc(entries.endedAt), entries.id)
      .limit(MOST)
    if (rows.length === 0) return { entries: [] }
    const successors = await db
      .select({ id: entries.id, replacesId: entries.replacesId })
      .from(entries)
      .where(
        and(
          inArray(
            entries.replacesId,
            rows.map((row) => row.id),
          ),
          isNull(entries.endedAt),
        ),
      )
      .limit(MOST * 5)
    const shown = await shownEntries(
      db,
      successors.map((row) => row.id),
      person,
      moment,
      agency.zone,
    )
    const instead = (id: string) => {
      const ids = successors.filter((row) => row.replacesId === id).map((row) => row.id)
      return shown.find((entry) => ids.includes(entry.id) && entry.validity === 'approved')?.answer ?? null
    }
    return {
      entries: rows.map((row) => ({
        id: row.id,
        question: row.question,
        at: row.at ?? moment,
        copiedAt: row.copiedAt ?? moment,
        instead: instead(row.id),
      })),
    }
  },
})
