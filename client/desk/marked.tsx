import { wordsIn } from '../../domain/answers/query.ts'

const SHORTEST_INSIDE = 4

/** A text with the words that were looked for underlined; also within a longer word, `daftar` in `mendaftar`. */
export function Marked({ text, sought }: { text: string; sought: readonly string[] }) {
  if (sought.length === 0) return text
  const parts = text.split(/([\p{L}\p{N}\p{M}]+(?:[.,]\d{3})*)/u)
  let at = 0
  return parts.map((part) => {
    const key = at
    at += part.length
    return isSought(part, sought) ? <u key={key}>{part}</u> : part
  })
}

function isSought(part: string, sought: readonly string[]): boolean {
  const [word] = wordsIn(part)
  if (word === undefined) return false
  const isLong = word.length >= SHORTEST_INSIDE || /^\d+$/.test(word)
  return sought.some((one) =>
    one.length < SHORTEST_INSIDE ? word === one : word.includes(one) || (isLong && one.startsWith(word)),
  )
}
