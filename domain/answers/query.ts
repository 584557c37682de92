import { stopWords } from './stop-words.ts'

/** More words than a question needs; the rest is not looked for. */
export const QUERY_WORDS = 12
const LONGEST_WORD = 40

export type SearchQuery = {
  /** The words that matter, in the order typed, each once, lower case, letters and digits only. */
  words: string[]
  /** For `to_tsquery`: every word, the last one as a beginning, since it may still be typed. Empty without words. */
  all: string
  /** For `to_tsquery`: any of the words, the last one as a beginning. Empty without words. */
  any: string
}

/**
 * Text as the search knows it: lower case, NFC, letters and digits in runs parted by one space. What is indexed and
 * what is asked pass through it alike, so that `Rp50.000`, `gara-gara` and an address mean the same on both sides.
 */
export function searchableText(text: string): string {
  return wordsIn(text).join(' ')
}

/** Splits a text into its lower-case words; a point or comma within a number does not part it. */
export function wordsIn(text: string): string[] {
  const joined = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, '')
  return joined.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/**
 * What was typed as parts of a tsquery. Stop words are left out unless nothing else was typed; at most 12 words of
 * 40 characters. No character that `to_tsquery` gives a meaning can come through.
 */
export function searchQuery(typed: string): SearchQuery {
  const all = [...new Set(wordsIn(typed).map((word) => [...word].slice(0, LONGEST_WORD).join('')))]
  const telling = all.filter((word) => !stopWords.has(word))
  const words = (telling.length > 0 ? telling : all).slice(0, QUERY_WORDS)
  const terms = words.map((word, index) => (index === words.length - 1 ? `'${word}':*` : `'${word}'`))
  return { words, all: terms.join(' & '), any: terms.join(' | ') }
}
