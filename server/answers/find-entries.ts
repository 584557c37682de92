import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Store } from '../../db/open.ts'
import { entries } from '../../db/schema/answers.ts'
import type { Instant } from '../../domain/time.ts'
import type { SoughtWord } from './find-words.ts'
import { entryVisibleTo } from './visible.ts'

const ENOUGH = 8
const MOST_RANKED = 60
/** How many of the rarest words are also looked for alone. */
const MOST_ALONE = 3

const dialect = new PgDialect()

/**
 * The ids of the entries that answer best, best first, at most `most`. In stages, so that no query ranks what it need not:
 * all words first, then without the commonest, down to the rarest, then each of the rarest alone; each time the question's
 * own words before the answer's. Its two statements stay prepared. It stops as soon as there is enough to show.
 */
export async function findEntries(
  store: Pick<Store, 'prepared'>,
  words: readonly SoughtWord[],
  person: { id: string },
  moment: Instant,
  most: number,
): Promise<string[]> {
  const found: string[] = []
  for (const stage of stagesOf(words)) {
    if (found.length >= ENOUGH) break
    const { sql: text, params } = dialect.sqlToQuery(candidates(stage, person, moment))
    const rows = await store.prepared(text, params)
    for (const row of rows) if (!found.includes(String(row.id))) found.push(String(row.id))
  }
  return found.slice(0, most)
}

type Stage = { column: 'question_terms' | 'answer_terms'; words: readonly SoughtWord[] }

function stagesOf(words: readonly SoughtWord[]): Stage[] {
  const lengths = [words.length, words.length - 1, Math.ceil(words.length / 2), 2, 1]
  const narrowing = [...new Set(lengths)]
    .filter((length) => length >= 1 && length <= words.length)
    .sort((one, other) => other - one)
    .map((length) => words.slice(0, length))
  const single = words.slice(1, 1 + MOST_ALONE).map((word) => [word])
  return [...narrowing, ...single].flatMap((chosen) =>
    (['question_terms', 'answer_terms'] as const).map((column) => ({ column, words: chosen })),
  )
}

function candidates({ column, words }: Stage, person: { id: string }, moment: Instant): SQL {
  const asked = words.map(({ word, isBeginning }) => (isBeginning ? `'${word}':*` : `'${word}'`)).join(' & ')
  const terms = sql`entries.${sql.identifier(column)}`
  return sql`
    with asked as (select to_tsquery('simple', ${asked}::text) || to_tsquery('indonesian', ${asked}::text) as query)
    select near.id from (
      select entries.id, ${terms} as terms, entries.ended_at, entries.valid_until
      from ${entries}, asked
      where ${terms} @@ asked.query and ${entryVisibleTo(person, moment)}
      limit ${sql.raw(String(MOST_RANKED * 5))}
    ) near, asked
    order by
      (near.ended_at is not null or coalesce(near.valid_until <= ${moment}::timestamptz, false)),
      ts_rank(near.terms, asked.query, 1) desc, near.id
    limit ${sql.raw(String(MOST_RANKED))}`
}
