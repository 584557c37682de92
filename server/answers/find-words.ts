import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { vocabulary } from '../../db/schema/answers.ts'
import { searchQuery } from '../../domain/answers/query.ts'

export type SoughtWord = {
  /** As typed, or as mended. */
  word: string
  /** What was typed where it was mended, else null. */
  mendedFrom: string | null
  /** How often the library uses it; 0 where it only begins a known word, or is unknown. */
  uses: number
}

/**
 * The words to look for, rarest first: stop words are gone, and a word that nobody wrote, nor is the beginning of one, is
 * mended to the nearest known word (trigrams over words, never over entries).
 */
export async function soughtWords(db: Db, typed: string): Promise<SoughtWord[]> {
  const { words } = searchQuery(typed)
  if (words.length === 0) return []
  const known = await db.select().from(vocabulary).where(inArray(vocabulary.word, words))
  const sought = await Promise.all(
    words.map(async (word): Promise<SoughtWord> => {
      const found = known.find((row) => row.word === word)
      if (found) return { word, mendedFrom: null, uses: found.uses }
      const near = await nearestWord(db, word)
      return near ?? { word, mendedFrom: null, uses: 0 }
    }),
  )
  return sought.sort((one, other) => one.uses - other.uses)
}

async function nearestWord(db: Db, word: string): Promise<SoughtWord | null> {
  if (word.length < 4) return null
  const [begun] = await db
    .select({ word: vocabulary.word })
    .from(vocabulary)
    .where(sql`${vocabulary.word} like ${`${word}%`}`)
    .limit(1)
  if (begun) return { word, mendedFrom: null, uses: 0 }
  const [near] = await db
    .select({ word: vocabulary.word, uses: vocabulary.uses })
    .from(vocabulary)
    .where(sql`${vocabulary.word} % ${word}`)
    .orderBy(sql`similarity(${vocabulary.word}, ${word}) desc`, sql`${vocabulary.uses} desc`)
    .limit(1)
  return near ? { word: near.word, mendedFrom: word, uses: near.uses } : null
}
