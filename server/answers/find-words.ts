import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { entries, vocabulary } from '../../db/schema/answers.ts'
import { isSlipOf, mayBeMended } from '../../domain/answers/mending.ts'
import { searchQuery } from '../../domain/answers/query.ts'

export type SoughtWord = {
  /** As typed, or as mended. */
  word: string
  /** What was typed where it was mended, else null. */
  mendedFrom: string | null
  /** How often the library uses it; 0 where it only begins a known word, or is unknown. */
  uses: number
  /** Also the beginning of longer words: still being typed, or known only so. */
  isBeginning: boolean
}

/** Shorter words are not kept in the vocabulary, so nothing can be said about them. */
const SHORTEST_KEPT = 3
/** How many of the likest words are looked at for a slip of the hand. */
const NEAR = 5

/**
 * The words to look for, rarest first: stop words are gone, and a word that nobody wrote, neither as the beginning
 * of one nor in its stem, is mended where it is a slip for a known one (trigrams over words, never over entries), unless it
 * is a common word that is right as it is. What the library does not know at all is left out: it would only make every search for all words empty.
 */
export async function soughtWords(db: Db, typed: string): Promise<SoughtWord[]> {
  const { words } = searchQuery(typed)
  if (words.length === 0) return []
  const known = await db.select().from(vocabulary).where(inArray(vocabulary.word, words))
  const sought = await Promise.all(
    words.map(async (word, at): Promise<SoughtWord | null> => {
      const isBeginning = at === words.length - 1
      const found = known.find((row) => row.word === word)
      if (found) return { word, mendedFrom: null, uses: found.uses, isBeginning }
      if (word.length < SHORTEST_KEPT) return { word, mendedFrom: null, uses: 0, isBeginning: false }
      return nearestWord(db, word)
    }),
  )
  return sought.filter((one) => one !== null).sort((one, other) => one.uses - other.uses)
}

async function nearestWord(db: Db, word: string): Promise<SoughtWord | null> {
  const [begun] = await db
    .select({ word: vocabulary.word })
    .from(vocabulary)
    .where(sql`${vocabulary.word} like ${`${word}%`}`)
    .limit(1)
  if (begun) return { word, mendedFrom: null, uses: 0, isBeginning: true }
  const stem = sql`to_tsquery('indonesian', ${`'${word}'`})`
  const [stemmed] = await db
    .select({ id: entries.id })
    .from(entries)
    .where(sql`${entries.questionTerms} @@ ${stem} or ${entries.answerTerms} @@ ${stem}`)
    .limit(1)
  if (stemmed) return { word, mendedFrom: null, uses: 0, isBeginning: false }
  if (!mayBeMended(word)) return null
  const near = await db
    .select({ word: vocabulary.word, uses: vocabulary.uses })
    .from(vocabulary)
    .where(sql`${vocabulary.word} % ${word}`)
    .orderBy(sql`similarity(${vocabulary.word}, ${word}) desc`, sql`${vocabulary.uses} desc`)
    .limit(NEAR)
  const meant = near.find((known) => isSlipOf(word, known.word))
  return meant ? { word: meant.word, mendedFrom: word, uses: meant.uses, isBeginning: false } : null
}
