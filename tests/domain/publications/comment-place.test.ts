import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote, textAt } from '../../../domain/publications/comment-place.ts'

describe('where the words of a comment stand now', () => {
  const cases: [string, string | null, { quote: string; offset: number }, number | null][] = [
    ['where they stood', 'siapkan KTP dan KK', { quote: 'KTP', offset: 8 }, 8],
    ['further on, once words came before them', 'warga, siapkan KTP', { quote: 'KTP', offset: 8 }, 15],
    ['the nearest of several, after', 'KTP dan lagi KTP', { quote: 'KTP', offset: 10 }, 13],
    ['the nearest of several, before', 'KTP dan lagi KTP', { quote: 'KTP', offset: 4 }, 0],
    ['nowhere, once they were rewritten', 'siapkan kartu', { quote: 'KTP', offset: 8 }, null],
    ['nowhere, where the text is gone', null, { quote: 'KTP', offset: 0 }, null],
    ['nowhere, where nothing is quoted', 'siapkan KTP', { quote: '', offset: 0 }, null],
  ]
  test.each(cases)('%s', (_name, text, place, expected) => {
    expect(findQuote(text, place)).toBe(expected)
  })

  test('what is found is the quote, and no other of its places is nearer', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 40 })
    const quotes = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(short, quotes, fc.nat(50), (text, quote, offset) => {
        const found = findQuote(text, { quote, offset })
        const all = [...text].flatMap((_, at) => (text.startsWith(quote, at) ? [at] : []))
        expect(found === null).toBe(all.length === 0)
        if (found === null) return
        expect(text.slice(found, found + quote.length)).toBe(quote)
        expect(Math.abs(found - offset)).toBe(Math.min(...all.map((at) => Math.abs(at - offset))))
      }),
    )
  })
})

test('a place names the main text, or a text a variant has of its own', () => {
  const texts = { mainText: 'utama', variants: [{ id: 'v', ownText: null, headline: 'kepala' }] }
  expect(textAt(texts, { variantId: null, field: 'mainText' })).toBe('utama')
  expect(textAt(texts, { variantId: 'v', field: 'headline' })).toBe('kepala')
  expect(textAt(texts, { variantId: 'v', field: 'ownText' })).toBeNull()
  expect(textAt(texts, { variantId: 'gone', field: 'headline' })).toBeNull()
  expect(textAt(texts, { variantId: null, field: 'headline' })).toBeNull()
})
