import { expect, test } from 'vitest'
import { mentionAt, stillMentioned, withMention } from '../../../client/publications/mentions.ts'

test.each([
  ['@', { at: 0, words: '' }],
  ['halo @sek', { at: 5, words: 'sek' }],
  ['halo (@sekar lar', { at: 6, words: 'sekar lar' }],
  ['surel@contoh', null],
  ['@Sekar Larasati ', null],
  ['@Sekar tolong periksa', null],
])('what is being mentioned in "%s"', (text, expected) => {
  expect(mentionAt(text, text.length)).toEqual(expected)
})

test('the name takes the place of what was typed of it, inside a sentence too', () => {
  expect(withMention('halo @sek apa kabar', 9, 'Sekar Larasati')).toEqual({
    text: 'halo @Sekar Larasati apa kabar',
    caret: 21,
  })
})

test('who was taken out of the text again is not mentioned', () => {
  const chosen = [
    { id: '1', name: 'Sekar' },
    { id: '2', name: 'Dimas' },
    { id: '1', name: 'Sekar' },
  ]
  expect(stillMentioned('@Sekar tolong', chosen)).toEqual(['1'])
})
