import { and, desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { entries } from '../../db/schema/answers.ts'
import type { LibraryFilter } from '../../domain/answers/choices.ts'
import { libraryInput } from '../../domain/answers/input.ts'
import { searchQuery } from '../../domain/answers/query.ts'
import { isHumanText } from '../../domain/text.ts'
import type { Instant } from '../../domain/time.ts'
import { cursorOf, momentAndId, placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { waitsForPost } from './lock-entry.ts'
import { shownEntries } from './shown-entries.ts'
import { entryVisibleTo } from './visible.ts'

const PAGE = 50

/** The library, newest change first, 50 at a time. */
export const library = read({
  name: 'answers.library',
  right: 'answers.search',
  input: libraryInput,
  async run({ db, person, input, moment, agency }) {
    const { words } = searchQuery(isHumanText(input.words) ? input.words : '')
    const rows = await db
      .select({ id: entries.id, changedAt: entries.changedAt })
      .from(entries)
      .where(
        and(
          entryVisibleTo(person, moment),
          conditionOf(input.filter, moment),
          ...words.map(holdsWord),
          afterCursor(input.cursor),
        ),
      )
      .orderBy(desc(entries.changedAt), desc(entries.id))
      .limit(PAGE + 1)
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    return {
      entries: await shownEntries(
        db,
        page.map((row) => row.id),
        person,
        moment,
        agency.zone,
      ),
      cursor: rows.length > PAGE && last ? cursorOf([last.changedAt, last.id]) : null,
    }
  },
})

function conditionOf(filter: LibraryFilter, moment: Instant): SQL | undefined {
  const isPast = sql`coalesce(${entries.validUntil} <= ${moment}::timestamptz, false)`
  const isApproved = sql`${entries.approvedHash} is not distinct from ${entries.wordingHash}`
  const isBegun = sql`coalesce(${entries.validFrom} <= ${moment}::timestamptz, true) and not ${waitsForPost}`
  switch (filter) {
    case 'approved':
      return and(isNull(entries.endedAt), sql`not ${isPast}`, isApproved, isBegun)
    case 'unverified':
      return and(isNull(entries.endedAt), sql`not ${isPast}`, sql`not (${isApproved})`)
    case 'expired':
      return and(isNull(entries.endedAt), isPast)
    case 'withdrawn':
      return isNotNull(entries.endedAt)
    case 'all':
      return undefined
  }
}

/** Each word stands in the question or in the answer, or begins one that does. */
function holdsWord(word: string): SQL {
  const term = sql`to_tsquery('simple', ${`'${word}':*`})`
  return sql`(${entries.questionTerms} @@ ${term} or ${entries.answerTerms} @@ ${term})`
}

function afterCursor(cursor: string | null): SQL | undefined {
  const place = placeIn(cursor, momentAndId)
  if (place === null) return undefined
  return sql`(${entries.changedAt}, ${entries.id}) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
}
