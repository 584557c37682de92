export type SentenceChange = { kind: 'newSentences' | 'changedSentences' | 'removedSentences'; count: number }

const ends = /(?<=[.!?…])\s+|\n+/u

function sentencesOf(text: string): string[] {
  return text
    .split(ends)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/**
 * How many sentences of a text are new, changed or gone, in the one word that says most: only new ones, only removed
 * ones, else changed. Null where the sentences are the same.
 */
export function sentenceChange(before: string, after: string): SentenceChange | null {
  const earlier = sentencesOf(before)
  const later = sentencesOf(after)
  const added = withoutAll(later, earlier)
  const removed = withoutAll(earlier, later)
  if (added.length === 0 && removed.length === 0) return null
  if (removed.length === 0) return { kind: 'newSentences', count: added.length }
  if (added.length === 0) return { kind: 'removedSentences', count: removed.length }
  return { kind: 'changedSentences', count: Math.max(added.length, removed.length) }
}

/** The items of `list` left over once each of `known` has taken one away. */
function withoutAll(list: readonly string[], known: readonly string[]): string[] {
  const left = [...known]
  return list.filter((item) => {
    const at = left.indexOf(item)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}
