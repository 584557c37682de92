export type Named = { id: string; name: string }

const begun = /(?:^|[\s(])@([^\s@]*(?: [^\s@]+)?)$/

/** The mention being typed before the caret: where its @ stands and the words after it; null where there is none. */
export function mentionAt(text: string, caret: number): { at: number; words: string } | null {
  const words = begun.exec(text.slice(0, caret))?.[1]
  return words === undefined ? null : { at: caret - words.length - 1, words }
}

/** The text with the whole name in place of what was typed of it, and where the caret goes then. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const from = mentionAt(text, caret)?.at ?? caret
  const head = `${text.slice(0, from)}@${name} `
  return { text: head + text.slice(caret).replace(/^ /, ''), caret: head.length }
}

/** Of those who were chosen, the ones whose name still stands in the text. */
export function stillMentioned(text: string, chosen: readonly Named[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
}
