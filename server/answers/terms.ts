import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { vocabulary } from '../../db/schema/answers.ts'
import { wordsIn } from '../../domain/answers/query.ts'
import { stopWords } from '../../domain/answers/stop-words.ts'

const telling = (text: string) => wordsIn(text).filter((word) => !stopWords.has(word))

/**
 * The search terms of a text as the tables keep them: each telling word as it is written and in its Indonesian stem. What
 * is asked passes through the same words, so both sides mean the same.
 */
export function termsOf(text: string): SQL<string> {
  const words = telling(text).join(' ')
  return sql`to_tsvector('simple', ${words}) || to_tsvector('indonesian', ${words})`
}

/** Makes the words of these texts known to the search, so that a mistyped one can be mended. In order, so that two writers do not wait for each other. */
export async function noteWords(tx: Tx, texts: readonly string[]): Promise<void> {
  const words = [...new Set(texts.flatMap(telling))]
    .filter((word) => word.length >= 3 && word.length <= 40)
    .sort()
  if (words.length === 0) return
  await tx
    .insert(vocabulary)
    .values(words.map((word) => ({ word, uses: 1 })))
    .onConflictDoUpdate({ target: vocabulary.word, set: { uses: sql`${vocabulary.uses} + 1` } })
}
