import fc from 'fast-check'
import parseTweet from 'twitter-text/dist/parseTweet.js'
import { describe, expect, it } from 'vitest'
import { weightedLength, x } from '../../../domain/platforms/x.ts'

const emoji: [what: string, text: string][] = [
  ['one face', '😀'],
  ['a red heart', '❤️'],
  ['a skin tone', '👍🏽'],
  ['a skin tone after a variation selector', '☝️🏽'],
  ['a family of four', '👨‍👩‍👧‍👦'],
  ['two people with two skin tones', '🧑🏻‍🤝‍🧑🏿'],
  ['a health worker with a skin tone', '👩🏾‍⚕️'],
  ['the flag of Indonesia', '🇮🇩'],
  ['a rainbow flag', '🏳️‍🌈'],
  ['a transgender flag', '🏳️‍⚧️'],
  ['the flag of Scotland, by tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a keycap', '1️⃣'],
  ['a keycap without variation selector', '#⃣'],
  ['a heart on fire (Emoji 13.1)', '❤️‍🔥'],
  ['a rightward hand with a skin tone (Emoji 14)', '🫱🏿'],
  ['a shaking face (Emoji 15)', '🫨'],
  ['a pushing hand with a skin tone (Emoji 15)', '🫷🏽'],
  ['a black bird (Emoji 15)', '🐦‍⬛'],
  ['a phoenix (Emoji 15.1)', '🐦‍🔥'],
  ['a lime (Emoji 15.1)', '🍋‍🟩'],
  ['a head shaking sideways (Emoji 15.1)', '🙂‍↔️'],
  ['a broken chain (Emoji 15.1)', '⛓️‍💥'],
  ['a person walking to the right (Emoji 15.1)', '🚶🏽‍♀️‍➡️'],
  ['a family drawn anew (Emoji 15.1)', '🧑‍🧑‍🧒‍🧒'],
  ['a face with bags under its eyes (Emoji 16)', '\u{1FAE9}'],
  ['the flag of Sark (Emoji 16)', '🇨🇶'],
  ['a distorted face (Emoji 17)', '\u{1FAEA}'],
  ['a ballet dancer (Emoji 17)', '🧑‍\u{1FA70}'],
  ['wrestlers with a skin tone (Emoji 17)', '🤼🏽'],
  ['one of a year to come', '\u{1FAEF}‍\u{1FADE}'],
]

describe('X counts each emoji 2, however it is joined', () => {
  it.each(emoji)('%s', (_, text) => {
    expect(weightedLength(text)).toBe(2)
    expect(weightedLength(`a${text}${text}b`)).toBe(6)
  })

  it('counts what only looks joined as two', () => {
    expect(weightedLength('😀🏽')).toBe(4)
    expect(weightedLength('🇽🇽')).toBe(4)
    expect(weightedLength('🇮🇩🇲🇾')).toBe(4)
  })

  it('counts © as a letter until it is made a picture', () => {
    expect(weightedLength('©')).toBe(1)
    expect(weightedLength('©️')).toBe(2)
  })
})

describe('X counts signs by their weight', () => {
  it.each([
    ['', 0],
    ['Halo', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['“Bantuan” – rumah', 17],
    ['…', 2],
    ['日本語', 6],
    ['한국', 4],
    ['€', 2],
    ['Ω', 1],
    ['ꦱ', 2],
    ['\u1100', 2],
    ['\u10ff', 1],
    ['\u200d', 1],
    ['\ud800', 2],
    ['a\nb', 3],
  ])('%j is %i', (text, length) => {
    expect(weightedLength(text)).toBe(length)
  })
})

describe('X counts a link 23, whatever its own length', () => {
  it.each([
    ['http://x.co', 23, 1],
    ['https://www.kemensos.go.id/bantuan/renovasi?id=1&tab=syarat#daftar', 23, 1],
    [`https://t.co/${'a'.repeat(10)}`, 23, 1],
    ['kemensos.go.id', 23, 1],
    ['Daftar di https://a.id/x dan https://b.id/y.', 10 + 23 + 5 + 23 + 1, 2],
    ['(https://a.id)', 25, 1],
    ['日本https://a.id日本', 8 + 23, 1],
    ['https://contoh.example/brr', 26, 0],
    ['contoh.example/brr', 18, 0],
    ['sekar@kemensos.go.id', 20, 0],
    ['Pukul 09.00', 11, 0],
    ['1.840', 5, 0],
  ])('%s is %i', (text, length, linkCount) => {
    expect(weightedLength(text)).toBe(length)
    expect(x.countText({ headline: null, text, link: null, media: [] }).linkCount).toBe(linkCount)
  })
})

describe('what always holds', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,12}$/)

  it('a text of printable ASCII without a dot is as long as it is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ -~]*$/).map((text) => text.replaceAll('.', '')),
        (text) => {
          expect(weightedLength(text)).toBe(text.length)
        },
      ),
    )
  })

  it('no text has a negative length, and only the empty one has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(weightedLength(text) > 0).toBe(text !== '')
      }),
    )
  })

  it('words add up', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(weightedLength(`${a} ${b}`)).toBe(weightedLength(a) + 1 + weightedLength(b))
      }),
    )
  })

  it('the form in which accents are typed makes no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(weightedLength(text.normalize('NFD'))).toBe(weightedLength(text))
      }),
    )
  })

  it('without emoji it counts as twitter-text does', () => {
    const piece = fc.oneof(
      word,
      fc.constantFrom(' ', '\n', '.', ',', '/', '-', '(', ')', '#', '@', '日', 'é', '…', ':'),
      fc.constantFrom('https://a.id', 'b.co/x?y=1', 'http://c.example', 'd.go.id', 'www.e.com/f_(g)'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        expect(weightedLength(text)).toBe(parseTweet(text).weightedLength)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['éd.go.id', ' éd.go.id', 'a éd.go.id', 'a\néd.go.id/é', ' 日d.go.id'])(
    'a link beside a letter with an accent counts as twitter-text counts it: %j',
    (text) => {
      expect(weightedLength(text)).toBe(parseTweet(text).weightedLength)
    },
  )

  it('a text made to be slow is counted all the same', () => {
    const startedAt = performance.now()
    for (const part of ['a.', '日.', 'a-.b/(', 'kata.com ', '.', '😀']) {
      weightedLength(part.repeat(100_000 / part.length))
    }
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})

describe('280 is the border', () => {
  const variant = (text: string) => ({ headline: null, text, link: null, media: [] })

  it('280 is accepted, 281 is one too many', () => {
    expect(x.check(variant('a'.repeat(280)))).toEqual([])
    expect(x.check(variant('a'.repeat(281)))).toEqual([
      {
        code: 'text_too_long',
        severity: 'blocker',
        field: 'text',
        data: { counted: 281, limit: 280, over: 1, linkCount: 0 },
      },
    ])
  })

  it('140 emoji fit and 257 characters with a link do not leave room for one more', () => {
    expect(x.check(variant('👨‍👩‍👧‍👦'.repeat(140)))).toEqual([])
    expect(x.check(variant(`${'a'.repeat(256)} https://a.id`))).toEqual([])
    expect(x.check(variant(`${'a'.repeat(257)} https://a.id`))[0]?.data).toEqual({
      counted: 281,
      limit: 280,
      over: 1,
      linkCount: 1,
    })
  })
})
