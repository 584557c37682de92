import { describe, expect, it } from 'vitest'
import { en } from '../../domain/language/en/all.ts'
import { id } from '../../domain/language/id/all.ts'
import { transportCodes } from '../../server/infrastructure/transport.ts'

type Words = Record<string, { refusals?: Record<string, unknown> }>
const languages: [string, Words][] = [
  ['Indonesian', id as Words],
  ['English', en as Words],
]

/** The rooms that have a sentence for a refusal, by itself, by number or by context. */
function roomsSaying(words: Words, code: string): string[] {
  return Object.keys(words).filter((room) =>
    [code, `${code}_other`].some((key) => typeof words[room]?.refusals?.[key] === 'string'),
  )
}

describe('a refusal', () => {
  it.each(Object.keys(transportCodes))('%s has one sentence in each language', (code) => {
    for (const [language, words] of languages) {
      expect(roomsSaying(words, code), `${code} in ${language}`).toHaveLength(1)
    }
  })

  it('that has a sentence exists', () => {
    const codes = Object.keys(transportCodes)
    for (const [, words] of languages) {
      const said = Object.values(words).flatMap((room) => Object.keys(room.refusals ?? {}))
      // A code may be told in several ways: by number (`_one`, `_other`) and by what its data say (`code_draft`).
      expect(said.filter((key) => !codes.some((code) => key === code || key.startsWith(`${code}_`)))).toEqual(
        [],
      )
    }
  })
})
