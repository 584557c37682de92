import fc from 'fast-check'
import extractHashtags from 'twitter-text/dist/extractHashtags.js'
import extractMentions from 'twitter-text/dist/extractMentions.js'
import { describe, expect, it } from 'vitest'
import { allPlatforms } from '../../../domain/platforms/all.ts'
import { type PlatformId, platformIds } from '../../../domain/platforms/platform.ts'

const variant = (text: string) => ({ headline: null, text, link: null, media: [] })
const counted = (id: PlatformId, text: string) => {
  const { hashtags, mentions } = allPlatforms[id].countText(variant(text))
  return [hashtags.counted, mentions.counted]
}
const said = (id: PlatformId, text: string) =>
  allPlatforms[id]
    .check(variant(text))
    .filter(({ code }) => /^(hashtag|mention)_/.test(code))
    .map(({ code, data }) => [code, ...Object.values(data)].join(' '))

const hashtags: [text: string, counts: Partial<Record<PlatformId, number>>][] = [
  [
    '#bansos',
    { x: 1, instagram: 1, facebook: 1, tiktok: 1, youtube: 1, linkedin: 1, threads: 1, telegram: 1 },
  ],
  ['#bansos #bansos', { x: 2, instagram: 2, telegram: 2 }],
  ['#2026', { x: 0, instagram: 0, telegram: 0 }],
  ['#2026bansos #bansos_2026', { x: 2, instagram: 2, telegram: 2 }],
  ['#_', { x: 0, instagram: 0, telegram: 0 }],
  ['kata#tagar', { x: 0, instagram: 0, telegram: 0 }],
  ['https://a.id/#bagian', { x: 0, instagram: 0 }],
  ['(#bansos), "#sembako".', { x: 2, instagram: 2, telegram: 2 }],
  ['＃バンソス', { x: 1, instagram: 1 }],
  ['#बांग्लादेश', { x: 1, instagram: 1 }],
  ['#a#b', { x: 0, instagram: 1, telegram: 0 }],
  ['# bansos', { x: 0, instagram: 0, telegram: 0 }],
]

describe('hashtags as each platform reads them', () => {
  it.each(hashtags)('%s', (text, counts) => {
    for (const id of platformIds) {
      if (counts[id] !== undefined) expect([id, counted(id, text)[0]]).toEqual([id, counts[id]])
    }
  })

  it('says where a sign in the middle ends one', () => {
    for (const id of [
      'x',
      'instagram',
      'facebook',
      'tiktok',
      'youtube',
      'linkedin',
      'threads',
      'telegram',
    ] as const) {
      expect([id, said(id, 'Cek #dana-desa.')]).toEqual([id, ['hashtag_cut #dana-desa #dana']])
      expect([id, said(id, 'Cek #dana_desa, #desa.')]).toEqual([id, []])
    }
    expect(said('website', 'Cek #dana-desa.')).toEqual([])
    expect(said('whatsapp', 'Cek #dana-desa.')).toEqual([])
  })

  it('says that a year is none where the platform publishes it, and leaves "#1" alone', () => {
    expect(said('x', '#2026 #1')).toEqual(['hashtag_ignored #2026'])
    expect(said('telegram', '#2026 #1')).toEqual(['hashtag_ignored #2026'])
    expect(said('instagram', '#2026 #1')).toEqual([])
  })

  it('says each misread tag once, and of many the first five', () => {
    expect(said('x', '#a-b '.repeat(9))).toHaveLength(1)
    expect(said('x', Array.from({ length: 9 }, (_, n) => `#a-${n}`).join(' '))).toHaveLength(5)
  })
})

const mentions: [text: string, counts: Partial<Record<PlatformId, number>>][] = [
  [
    '@kemensos',
    { x: 1, instagram: 1, threads: 1, tiktok: 1, youtube: 1, telegram: 1, linkedin: 0, website: 0 },
  ],
  [
    'humas@kemensos.go.id',
    { x: 0, instagram: 0, threads: 0, tiktok: 0, youtube: 0, telegram: 0, linkedin: 0 },
  ],
  ['(@kemensos), @kemensos.', { x: 2, instagram: 2, threads: 2, telegram: 2 }],
  ['@dinas.sosial', { x: 1, instagram: 1, threads: 1, tiktok: 1, youtube: 1 }],
  ['@lima_belas_huru', { x: 1 }],
  ['@lima_belas_huruf', { x: 0, instagram: 1 }],
  ['.@abc -@abc', { x: 2, instagram: 0 }],
  ['@abc', { x: 1, telegram: 0 }],
  ['@abcd', { telegram: 1 }],
  ['@1abcd', { telegram: 0, instagram: 1 }],
  [`@${'a'.repeat(30)}`, { instagram: 1, telegram: 1 }],
  [`@${'a'.repeat(31)}`, { instagram: 0, telegram: 1 }],
  [`@${'a'.repeat(33)}`, { telegram: 0 }],
  ['@ kemensos', { x: 0, instagram: 0, telegram: 0 }],
]

describe('mentions as each platform reads them', () => {
  it.each(mentions)('%s', (text, counts) => {
    for (const id of platformIds) {
      if (counts[id] !== undefined) expect([id, counted(id, text)[1]]).toEqual([id, counts[id]])
    }
  })

  it('says where a platform reads another account', () => {
    expect(said('x', 'Bersama @dinas.sosial')).toEqual(['mention_cut @dinas.sosial @dinas'])
    expect(said('instagram', 'Bersama @dinas.sosial')).toEqual([])
    expect(said('instagram', 'Bersama @dinas-sosial')).toEqual(['mention_cut @dinas-sosial @dinas'])
    expect(said('youtube', 'Bersama @dinas-sosial')).toEqual([])
  })

  it('says what is nobody’s name there', () => {
    expect(said('x', '@kementeriancontoh')).toEqual(['mention_ignored @kementeriancontoh'])
    expect(said('telegram', '@abc')).toEqual(['mention_ignored @abc'])
    expect(said('linkedin', '@kemensos')).toEqual(['mention_to_pick @kemensos'])
  })
})

describe('whatever is written', () => {
  const text = fc.array(
    fc.constantFrom(
      '#',
      '@',
      'a',
      'B',
      'é',
      '9',
      '_',
      '-',
      '.',
      ' ',
      '\n',
      'न',
      '़',
      '#tagar',
      '@nama',
      '😀',
      '’',
      '_9',
      'あ',
    ),
    { maxLength: 40 },
  )

  it('X finds the hashtags and mentions that its own library finds', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.join('').normalize('NFC')
        // Names above 15 the library takes up to 20; an address within a word hides what follows it.
        fc.pre(!/[a-z9B]\.[a-zé]|@\w{16}|(?<![\p{L}\p{M}])\p{M}/iu.test(written))
        expect(counted('x', written)).toEqual([
          extractHashtags(written).length,
          extractMentions(written).length,
        ])
      }),
      { numRuns: 2000 },
    )
  })

  it('no platform finds more tags than signs, and what it says is written there', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...platformIds), (parts, id) => {
        const written = parts.join('')
        const [tags = 0, names = 0] = counted(id, written)
        expect(tags).toBeLessThanOrEqual(written.split('#').length - 1)
        expect(names).toBeLessThanOrEqual(written.split('@').length - 1)
        for (const finding of allPlatforms[id].check(variant(written))) {
          if ('written' in finding.data) expect(written).toContain(finding.data.written)
          if ('read' in finding.data) expect(finding.data.written.startsWith(finding.data.read)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a text of nothing but signs is read in time that grows with its length', () => {
    const long = `${'#1'.repeat(20_000)} ${'@a.'.repeat(20_000)} ${'#'.repeat(20_000)}${'9'.repeat(20_000)}`
    for (const id of platformIds) {
      const before = performance.now()
      counted(id, long)
      expect([id, performance.now() - before < 5000]).toEqual([id, true])
    }
  })
})
