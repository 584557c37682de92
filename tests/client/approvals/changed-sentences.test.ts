import { expect, test } from 'vitest'
import { sentenceChange } from '../../../client/approvals/changed-sentences.ts'

test.each([
  ['Satu. Dua.', 'Satu. Dua. Tiga.', { kind: 'newSentences', count: 1 }],
  ['Satu. Dua.', 'Satu.', { kind: 'removedSentences', count: 1 }],
  ['Satu. Dua.', 'Satu. Dua puluh.', { kind: 'changedSentences', count: 1 }],
  ['Satu. Satu.', 'Satu. Satu. Satu.', { kind: 'newSentences', count: 1 }],
  ['Satu.\nDua.', 'Satu. Dua.', null],
  ['', 'Satu! Dua?', { kind: 'newSentences', count: 2 }],
])('from %j to %j is told as %j', (before, after, told) => {
  expect(sentenceChange(before, after)).toEqual(told)
})
