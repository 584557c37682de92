import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalContent,
  type WrittenContent,
  type WrittenVariant,
} from '../../../domain/publications/content.ts'
import { contentHash } from '../../../domain/publications/content-hash.ts'
import { contentDifference } from '../../../domain/publications/difference.ts'

function aVariant(given: Partial<WrittenVariant> = {}): WrittenVariant {
  return {
    accountId: 'account-1',
    headline: null,
    ownText: null,
    ownLink: null,
    ownMedia: null,
    ownLanguage: null,
    ...given,
  }
}

function aPublication(given: Partial<WrittenContent> = {}): WrittenContent {
  return {
    objective: 'promote',
    subjectClass: 'information',
    plannedAt: '2026-12-11T02:00:00.000Z',
    isTimeBound: false,
    mainText: 'Pendaftaran dibuka Jumat.',
    mainLink: 'https://kementerian.example/bantuan',
    mainMedia: [{ sha256: 'a'.repeat(64), alternativeText: 'Poster' }],
    language: 'id',
    variants: [aVariant(), aVariant({ accountId: 'account-2' })],
    ...given,
  }
}

const hash = (publication: WrittenContent) => contentHash(canonicalContent(publication))

describe('the content hash', () => {
  it('is SHA-256 over the canonical form, and stays what it was on the first day', () => {
    expect(hash(aPublication())).toBe('86b07a1abebc03a18dc29c2adb57cbdc2f6a004bb645663316369e5c8e76802b')
  })

  const changes: [string, WrittenContent][] = [
    ['the objective', aPublication({ objective: 'protect' })],
    ['the subject class', aPublication({ subjectClass: 'event' })],
    ['one letter of the text', aPublication({ mainText: 'Pendaftaran dibuka Jumat!' })],
    ['a space at the end', aPublication({ mainText: 'Pendaftaran dibuka Jumat. ' })],
    ['the link', aPublication({ mainLink: null })],
    ['the language', aPublication({ language: 'en' })],
    [
      'a language of its own',
      aPublication({ variants: [aVariant({ ownLanguage: 'en' }), aVariant({ accountId: 'account-2' })] }),
    ],
    [
      'a headline',
      aPublication({ variants: [aVariant({ headline: 'Baru' }), aVariant({ accountId: 'account-2' })] }),
    ],
    [
      'a text of its own',
      aPublication({ variants: [aVariant({ ownText: '' }), aVariant({ accountId: 'account-2' })] }),
    ],
    ['the media', aPublication({ mainMedia: [] })],
    ['the file', aPublication({ mainMedia: [{ sha256: 'b'.repeat(64), alternativeText: 'Poster' }] })],
    [
      'the alternative text',
      aPublication({ mainMedia: [{ sha256: 'a'.repeat(64), alternativeText: 'Poster biru' }] }),
    ],
    [
      'the captions',
      aPublication({
        mainMedia: [{ sha256: 'a'.repeat(64), alternativeText: 'Poster', captionsSha256: 'c'.repeat(64) }],
      }),
    ],
    [
      'the transcript',
      aPublication({
        mainMedia: [{ sha256: 'a'.repeat(64), alternativeText: 'Poster', transcript: 'Halo.' }],
      }),
    ],
    [
      'an account more',
      aPublication({
        variants: [aVariant(), aVariant({ accountId: 'account-2' }), aVariant({ accountId: 'account-3' })],
      }),
    ],
    ['an account less', aPublication({ variants: [aVariant()] })],
    ['another account', aPublication({ variants: [aVariant(), aVariant({ accountId: 'account-9' })] })],
    ['that the time is bound', aPublication({ isTimeBound: true })],
  ]

  it.each(changes)('changes with %s, and the difference names it', (_name, changed) => {
    expect(hash(changed)).not.toBe(hash(aPublication()))
    expect(contentDifference(canonicalContent(aPublication()), canonicalContent(changed))).not.toEqual([])
  })

  it('the order of media counts', () => {
    const media = [
      { sha256: 'a'.repeat(64), alternativeText: '1' },
      { sha256: 'b'.repeat(64), alternativeText: '2' },
    ]
    expect(hash(aPublication({ mainMedia: media }))).not.toBe(
      hash(aPublication({ mainMedia: media.toReversed() })),
    )
  })

  it('a move changes it only where the time is bound', () => {
    const later = '2026-12-12T02:00:00.000Z'
    expect(hash(aPublication({ plannedAt: later }))).toBe(hash(aPublication()))
    expect(hash(aPublication({ plannedAt: later, isTimeBound: true }))).not.toBe(
      hash(aPublication({ isTimeBound: true })),
    )
  })

  it.each([
    ['the order of variants', aPublication({ variants: [aVariant({ accountId: 'account-2' }), aVariant()] })],
    ['the form of an accent', aPublication({ mainText: 'Pendaftaran dibuka Jumat.'.normalize('NFD') })],
    [
      'an empty headline',
      aPublication({ variants: [aVariant({ headline: '' }), aVariant({ accountId: 'account-2' })] }),
    ],
    [
      'an empty transcript, as every content from before there were videos',
      aPublication({ mainMedia: [{ sha256: 'a'.repeat(64), alternativeText: 'Poster', transcript: '' }] }),
    ],
    [
      'saying of its own what the main text says',
      aPublication({
        variants: [aVariant({ ownText: 'Pendaftaran dibuka Jumat.' }), aVariant({ accountId: 'account-2' })],
      }),
    ],
  ])('does not change with %s', (_name, same) => {
    expect(hash(same)).toBe(hash(aPublication()))
  })

  it('does not change with the form of an accent or the kind of line end', () => {
    expect(hash(aPublication({ mainText: 'caf\u00e9\nJumat' }))).toBe(
      hash(aPublication({ mainText: 'cafe\u0301\r\nJumat' })),
    )
  })

  it('captions, cover and transcript are things apart, and none of them is the alternative text', () => {
    const medium = { sha256: 'a'.repeat(64), alternativeText: '' }
    const hashes = [
      medium,
      { ...medium, alternativeText: 'Halo.' },
      { ...medium, transcript: 'Halo.' },
      { ...medium, captionsSha256: 'c'.repeat(64) },
      { ...medium, captionsSha256: 'c'.repeat(64), transcript: 'Halo.' },
      { ...medium, posterSha256: 'c'.repeat(64) },
      { ...medium, captionsSha256: 'c'.repeat(64), posterSha256: 'c'.repeat(64) },
    ].map((one) => hash(aPublication({ mainMedia: [one] })))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('editing back to the byte gives the earlier hash', () => {
    const edited = aPublication({ mainText: 'Lain' })
    expect(hash({ ...edited, mainText: aPublication().mainText })).toBe(hash(aPublication()))
  })
})

const text = fc.oneof(fc.constantFrom('', 'a', 'b', 'é', 'a '), fc.string({ unit: 'grapheme', maxLength: 6 }))
const maybe = fc.option(text, { nil: null })
const media = fc.array(
  fc.record(
    {
      sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      alternativeText: text,
      captionsSha256: fc.constantFrom('c'.repeat(64), 'd'.repeat(64)),
      transcript: text,
    },
    { requiredKeys: ['sha256', 'alternativeText'] },
  ),
  { maxLength: 2 },
)
const variants = fc.uniqueArray(
  fc.record({
    accountId: fc.constantFrom('1', '2', '3'),
    headline: maybe,
    ownText: maybe,
    ownLink: maybe,
    ownMedia: fc.option(media, { nil: null }),
    ownLanguage: fc.constantFrom(null, 'id', 'en'),
  }),
  { selector: (variant) => variant.accountId, maxLength: 3 },
)
const publication: fc.Arbitrary<WrittenContent> = fc.record({
  objective: fc.constantFrom('promote', 'protect'),
  subjectClass: fc.constantFrom(null, 'event', 'greeting'),
  plannedAt: fc.constantFrom(null, '2026-12-11T02:00:00.000Z'),
  isTimeBound: fc.boolean(),
  mainText: text,
  mainLink: maybe,
  mainMedia: media,
  language: fc.constantFrom('id', 'en'),
  variants,
})

describe('the difference of two contents', () => {
  it('is empty exactly where the hashes are equal', () => {
    fc.assert(
      fc.property(publication, publication, (one, other) => {
        const [before, after] = [canonicalContent(one), canonicalContent(other)]
        const isSame = contentHash(before) === contentHash(after)
        expect(contentDifference(before, after).length === 0).toBe(isSame)
      }),
      { numRuns: 500 },
    )
  })

  it('the other way round says the same with before and after exchanged', () => {
    fc.assert(
      fc.property(publication, publication, (one, other) => {
        const [before, after] = [canonicalContent(one), canonicalContent(other)]
        const back = contentDifference(after, before).map((change) => ({
          ...change,
          before: change.after,
          after: change.before,
        }))
        expect(back).toEqual(contentDifference(before, after))
      }),
    )
  })

  it('names the account, the field and both texts', () => {
    const after = aPublication({
      variants: [aVariant({ ownText: 'Lain' }), aVariant({ accountId: 'account-3' })],
    })
    const changes = contentDifference(canonicalContent(aPublication()), canonicalContent(after))
    expect(changes.map(({ accountId, field }) => `${accountId} ${field}`)).toEqual([
      'account-1 text',
      'account-2 variant',
      'account-3 variant',
    ])
    expect(changes[0]).toEqual({
      accountId: 'account-1',
      field: 'text',
      before: 'Pendaftaran dibuka Jumat.',
      after: 'Lain',
    })
    expect(changes[1]?.after).toBeNull()
    expect(changes[2]?.before).toBeNull()
  })
})
