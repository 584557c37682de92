import { describe, expect, test } from 'vitest'
import { isSlipOf, mayBeMended, wordsToMatch } from '../../../domain/answers/mending.ts'

describe('a slip of the hand', () => {
  test.each([
    ['punguttan', 'pungutan', true],
    ['renovsai', 'renovasi', true],
    ['bayra', 'bayar', true],
    ['syarat', 'surat', false],
    ['tarif', 'aktif', false],
    ['pendaftrn', 'pendaftaran', true],
    ['renovasi', 'inovasi', false],
    ['subsidi', 'substansi', false],
    ['air', 'air', true],
  ])('%s for %s: %s', (typed, known, isOne) => expect(isSlipOf(typed, known)).toBe(isOne))
})

test('a common word, right as it is, is never read as another; nor one too short to tell', () => {
  for (const word of ['syarat', 'kapan', 'ktp']) expect(mayBeMended(word)).toBe(false)
  expect(mayBeMended('punguttan')).toBe(true)
})

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 3],
  [12, 6],
])('of %i words typed %i must match', (typed, needed) => expect(wordsToMatch(typed)).toBe(needed))
