import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import type { Instant } from '../../domain/time.ts'
import type { SoughtWord } from './find-words.ts'
import { entryVisibleTo } from './visible.ts'

const ENOUGH = 8
const MOST_RANKED = 60

/**
 * The ids of the entries that answer best, best first, at most `most`. In stages, so that no query ranks what it need not:
 * the question's own words before the answer's; all words first, then without the commonest, down to the rarest; then
 * any single word. It stops as soon as there is enough to show.
 */
export async function findEntries(
  db: Db,
  words: readonly SoughtWord[],
  person: { id: string },
  moment: Instant,
  most: number,
): Promise<string[]> {
  const found: string[] = []
  for (const stage of stagesOf(words.map((sought) => sought.word))) {
    if (found.length >= ENOUGH) break
    const rows = await db.execute<{ id: string }>(candidates(stage, person, moment))
    for (const { id } of rows) if (!found.includes(id)) found.push(id)
  }
  return found.slice(0, most)
}

type Stage = { column: 'question_terms' | 'answer_terms'; words: readonly string[] }

function stagesOf(words: readonly string[]): Stage[] {
  const narrowing = words.map((_, dropped) => words.slice(0, words.length - dropped))
  const single = words.slice(1).map((word) => [word])
  return (['question_terms', 'answer_terms'] as const).flatMap((column) =>
    [...narrowing, ...single].map((chosen) => ({ column, words: chosen })),
  )
}

function candidates({ column, words }: Stage, person: { id: string }, moment: Instant): SQL {
  const asked = words.map((word) => `'${word}':*`).join(' & ')
  const terms = sql`entries.${sql.identifier(column)}`
  return sql`
    with asked as (select to_tsquery('simple', ${asked}) || to_tsquery('indonesian', ${asked}) as query)
    select near.id from (
      select entries.id, ${terms} as terms, entries.ended_at, entries.valid_until
      from ${entries}, asked
      where ${terms} @@ asked.query and ${entryVisibleTo(person, moment)}
      limit ${MOST_RANKED * 5}
    ) near, asked
    order by
      (near.ended_at is not null or coalesce(near.valid_until <= ${moment}::timestamptz, false)),
      ts_rank(near.terms, asked.query, 1) desc, near.id
    limit ${MOST_RANKED}`
}
