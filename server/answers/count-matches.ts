import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import type { SoughtWord } from './find-words.ts'

/** How many of the words each of these entries holds, in its question, its phrasings or its answer. */
export async function countMatches(
  db: Db,
  ids: readonly string[],
  words: readonly SoughtWord[],
): Promise<Map<string, number>> {
  if (ids.length === 0 || words.length === 0) return new Map()
  const rows = await db
    .select({ id: entries.id, matches: sql<number>`${sql.join(words.map(holdsWord), sql` + `)}` })
    .from(entries)
    .where(inArray(entries.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.matches]))
}

function holdsWord({ word, isBeginning }: SoughtWord): SQL {
  const asked = isBeginning ? `'${word}':*` : `'${word}'`
  const query = sql`(to_tsquery('simple', ${asked}) || to_tsquery('indonesian', ${asked}))`
  return sql`(${entries.questionTerms} @@ ${query} or ${entries.answerTerms} @@ ${query})::int`
}
