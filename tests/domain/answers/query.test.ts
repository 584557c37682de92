import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUERY_WORDS, searchableText, searchQuery, wordsIn } from '../../../domain/answers/query.ts'
import { stopWords } from '../../../domain/answers/stop-words.ts'

describe('what was typed', () => {
  it.each([
    ['biaya pendaftaran bantuan', "'biaya' & 'pendaftaran' & 'bantuan':*"],
    ['Berapa biaya untuk pendaftaran?', "'biaya' & 'pendaftaran':*"],
    ['How much is the FEE', "'much' & 'fee':*"],
    ['Rp50.000', "'rp50000':*"],
    ['Rp1.500.000,00', "'rp1500000' & '00':*"],
    ['jam 09.00', "'jam' & '09' & '00':*"],
    ['gara-gara', "'gara':*"],
    ['tidak gratis', "'tidak' & 'gratis':*"],
    ['apa itu', "'apa' & 'itu':*"],
    ["x' | !y & (z):* <-> \\", "'x' & 'y' & 'z':*"],
    ['   ', ''],
    ['???', ''],
    ['', ''],
  ])('%s', (typed, all) => {
    expect(searchQuery(typed).all).toBe(all)
    expect(searchQuery(typed).any).toBe(all.replaceAll(' & ', ' | '))
  })

  it('whatever it is, gives at most twelve quoted words and no operator of its own', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem({ maxCount: 40 })),
        (typed) => {
          const { words, all, any } = searchQuery(typed)
          expect(words.length).toBeLessThanOrEqual(QUERY_WORDS)
          expect(new Set(words).size).toBe(words.length)
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]{1,80}$/u)
          const term = "'[\\p{L}\\p{N}\\p{M}]+'"
          expect(all).toMatch(new RegExp(`^(${term} & )*${term}:\\*$|^$`, 'u'))
          expect(any).toMatch(new RegExp(`^(${term} \\| )*${term}:\\*$|^$`, 'u'))
          expect(all === '').toBe(words.length === 0)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a word typed twice, or in other letters, is looked for once', () => {
    expect(searchQuery('Biaya biaya BIAYA').words).toEqual(['biaya'])
    expect(searchQuery('caf\u00e9 cafe\u0301').words).toEqual(['caf\u00e9'])
  })

  it('a huge text stays small and quick', () => {
    const { words } = searchQuery('kata9 '.repeat(200_000) + 'x'.repeat(100_000))
    expect(words).toHaveLength(2)
    expect(words[1]).toHaveLength(40)
  })
})

describe('searchable text', () => {
  it('is the same for what is stored and what is asked, however it is written', () => {
    expect(searchableText('Pungutan Rp50.000, gara-gara apa?')).toBe('pungutan rp50000 gara gara apa')
  })

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchableText(searchableText(text))).toBe(searchableText(text))
      }),
      { numRuns: 500 },
    )
  })

  it('stop words are words as the search knows them', () => {
    for (const word of stopWords) expect(wordsIn(word)).toEqual([word])
  })

  it.each(['tidak', 'bukan', 'belum', 'gratis', 'biaya', 'syarat', 'malam', 'admin', 'not', 'no', 'free'])(
    '%s changes the matter and is no stop word',
    (word) => {
      expect(stopWords.has(word)).toBe(false)
    },
  )
})
