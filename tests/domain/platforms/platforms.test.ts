import { describe, expect, it } from 'vitest'
import { allPlatforms } from '../../../domain/platforms/all.ts'
import { platformFacts } from '../../../domain/platforms/facts.ts'
import {
  type FindingCode,
  type PlatformId,
  type PlatformImage,
  type PlatformVariant,
  platformIds,
} from '../../../domain/platforms/platform.ts'
import { loadPlatform } from '../../../domain/platforms/registry.ts'

const anImage = (over: Partial<PlatformImage> = {}): PlatformImage => ({
  kind: 'image',
  widthPx: 1080,
  heightPx: 1350,
  sizeBytes: 400_000,
  mimeType: 'image/jpeg',
  alternativeText: 'Rumah sebelum dan sesudah renovasi.',
  ...over,
})

const aVariant = (over: Partial<PlatformVariant> = {}): PlatformVariant => ({
  headline: null,
  text: 'Pendaftaran dibuka Senin.',
  link: null,
  media: [],
  ...over,
})

const complete: Record<PlatformId, PlatformVariant> = {
  x: aVariant(),
  instagram: aVariant({ media: [anImage()] }),
  facebook: aVariant(),
  tiktok: aVariant({ media: [anImage()] }),
  youtube: aVariant(),
  linkedin: aVariant(),
  threads: aVariant(),
  whatsapp: aVariant(),
  telegram: aVariant(),
  website: aVariant({ headline: 'Pendaftaran dibuka' }),
  press_release: aVariant({ headline: 'Pendaftaran dibuka' }),
  other: aVariant(),
}

const images = (count: number) => Array.from({ length: count }, () => anImage())
const codes = (id: PlatformId, variant: Partial<PlatformVariant>, own = {}) =>
  allPlatforms[id].check({ ...complete[id], ...variant }, own).map((one) => `${one.severity} ${one.code}`)

describe.each(platformIds)('%s', (id) => {
  const platform = allPlatforms[id]

  it('has nothing against a complete variant', () => {
    expect(platform.check(complete[id])).toEqual([])
  })

  it('states a source and a day for each limit, known or not', () => {
    for (const limit of Object.values(platform.limits)) {
      expect(limit.source.length).toBeGreaterThan(20)
      expect(limit.asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })

  it('is the same platform whether loaded late or at once', async () => {
    expect(await loadPlatform(id)).toBe(platform)
    expect(platform).toMatchObject(platformFacts[id])
    expect(platform.id).toBe(id)
  })

  it('refuses a variant with neither words nor image, and one of blanks', () => {
    for (const text of ['', ' \n ']) {
      const found = platform.check({ headline: null, text, link: null, media: [] })
      expect(found.some((one) => one.severity === 'blocker')).toBe(true)
    }
  })

  it('holds an image without alternative text where the platform shows one', () => {
    const isShown = id !== 'whatsapp' && id !== 'telegram'
    const media = [anImage(), anImage({ alternativeText: ' ' })]
    const missing = {
      code: 'alternative_text_missing',
      severity: 'blocker',
      field: 'media',
      data: { position: 2 },
    }
    expect(platform.check({ ...complete[id], media })).toEqual(isShown ? [missing] : [])
    expect(platform.check({ ...complete[id], media }, { requiresAlternativeText: true })).toEqual([missing])
  })

  it.each([
    'javascript:alert(1)',
    'https:/a.id',
    '//a.id',
    'a.id',
    'https://u:p@a.id',
    'https://a.id/x y',
    'ftp://a.id',
  ])('refuses %s as a link', (link) => {
    expect(codes(id, { link })).toContain('blocker link_invalid')
  })

  it('takes an https link, or says that readers cannot open it', () => {
    const expected = platformFacts[id].linksAreClickable ? [] : ['warning link_not_clickable']
    expect(codes(id, { link: 'https://contoh.example/brr' })).toEqual(expected)
  })

  it('lets an account have limits of its own', () => {
    const text = 'Empat belas ab'
    expect(codes(id, { text }, { maxCharacters: 14, maxMedia: 3 })).toEqual([])
    expect(codes(id, { text: `${text}c` }, { maxCharacters: 14 })).toEqual(['blocker text_too_long'])
    expect(codes(id, { media: images(2) }, { maxMedia: 1 })).toEqual(['blocker media_too_many'])
    expect(codes(id, { media: [] }, { requiresMedia: true })).toContain('blocker media_missing')
  })
})

const cases: [PlatformId, string, Partial<PlatformVariant>, `${'blocker' | 'warning'} ${FindingCode}`[]][] = [
  ['x', 'four images', { media: images(4) }, []],
  ['x', 'five images', { media: images(5) }, ['blocker media_too_many']],
  ['x', 'an image alone', { text: '', media: images(1) }, []],
  ['x', 'an image above 5 MB', { media: [anImage({ sizeBytes: 5_000_001 })] }, ['blocker media_too_large']],
  ['x', 'a TIFF', { media: [anImage({ mimeType: 'image/tiff' })] }, ['blocker media_kind']],
  [
    'x',
    'alternative text of 1,001',
    { media: [anImage({ alternativeText: 'a'.repeat(1001) })] },
    ['blocker alternative_text_too_long'],
  ],
  ['x', 'a headline', { headline: 'Judul' }, ['warning headline_not_shown']],
  ['instagram', 'no image', { media: [] }, ['blocker media_missing']],
  ['instagram', 'no image and no words', { media: [], text: '' }, ['blocker media_missing']],
  ['instagram', 'no words', { text: '' }, []],
  ['instagram', '20 images', { media: images(20) }, []],
  ['instagram', '21 images', { media: images(21) }, ['blocker media_too_many']],
  ['instagram', '2,200 characters', { text: 'a'.repeat(2200) }, []],
  ['instagram', '2,201 characters', { text: 'a'.repeat(2201) }, ['blocker text_too_long']],
  ['instagram', 'five hashtags', { text: '#a #b #c #d #e #2026 https://a.id/#f' }, []],
  ['instagram', 'six hashtags', { text: '#a #b #c #d #e #f' }, ['blocker hashtags_too_many']],
  ['instagram', 'a PNG', { media: [anImage({ mimeType: 'image/png' })] }, ['warning media_kind']],
  ['instagram', '3:4', { media: [anImage({ heightPx: 1440 })] }, []],
  ['instagram', '1.91:1', { media: [anImage({ heightPx: 565 })] }, []],
  ['instagram', '9:16', { media: [anImage({ heightPx: 1920 })] }, ['warning media_shape']],
  ['instagram', 'a wide strip', { media: [anImage({ heightPx: 200 })] }, ['warning media_shape']],
  ['facebook', '63,207 characters', { text: 'a'.repeat(63_207) }, ['warning text_too_long']],
  [
    'facebook',
    'an image above 10 MB',
    { media: [anImage({ sizeBytes: 10_000_001 })] },
    ['blocker media_too_large'],
  ],
  ['tiktok', 'no image', { media: [] }, ['blocker media_missing']],
  ['tiktok', '35 images', { media: images(35) }, []],
  ['tiktok', '36 images', { media: images(36) }, ['blocker media_too_many']],
  ['tiktok', '4,001 characters', { text: 'a'.repeat(4001) }, ['blocker text_too_long']],
  ['tiktok', 'a headline of 91', { headline: 'a'.repeat(91) }, ['blocker headline_too_long']],
  ['tiktok', 'six hashtags', { text: '#a #b #c #d #e #f' }, ['warning hashtags_too_many']],
  ['youtube', 'a long post', { text: 'a'.repeat(6000) }, []],
  ['youtube', 'ten images in a post', { media: images(10) }, []],
  ['youtube', 'eleven images in a post', { media: images(11) }, ['blocker media_too_many']],
  ['youtube', 'words of a video', { headline: 'a'.repeat(100), text: 'é'.repeat(2500) }, []],
  ['youtube', 'a title of 101', { headline: 'a'.repeat(101) }, ['blocker headline_too_long']],
  [
    'youtube',
    'a description of 5,001 bytes',
    { headline: 'Judul', text: `a${'é'.repeat(2500)}` },
    ['blocker text_too_long'],
  ],
  ['youtube', 'an angle bracket in a title', { headline: 'A < B' }, ['blocker characters_refused']],
  ['youtube', 'an angle bracket in a post', { text: 'A < B' }, []],
  [
    'youtube',
    'a strip of 1:3',
    { media: [anImage({ widthPx: 300, heightPx: 900 })] },
    ['blocker media_shape'],
  ],
  ['linkedin', '3,000 characters', { text: 'a'.repeat(3000) }, []],
  ['linkedin', '3,001 characters', { text: 'a'.repeat(3001) }, ['blocker text_too_long']],
  ['linkedin', '20 images', { media: images(20) }, []],
  ['linkedin', '21 images', { media: images(21) }, ['blocker media_too_many']],
  ['linkedin', 'a WebP', { media: [anImage({ mimeType: 'image/webp' })] }, ['warning media_kind']],
  ['linkedin', 'a pasted name', { text: 'Bersama @Kemensos-RI.' }, ['warning mention_to_pick']],
  ['threads', '500 characters', { text: 'a'.repeat(500) }, []],
  ['threads', '501 characters', { text: 'a'.repeat(501) }, ['blocker text_too_long']],
  ['threads', 'an emoji of four bytes', { text: `${'a'.repeat(496)}😀` }, []],
  ['threads', 'one letter more', { text: `${'a'.repeat(497)}😀` }, ['blocker text_too_long']],
  ['threads', 'an accented letter, which is one', { text: `${'a'.repeat(499)}é` }, []],
  ['threads', '20 images', { media: images(20) }, []],
  ['threads', '21 images', { media: images(21) }, ['blocker media_too_many']],
  [
    'threads',
    'an image above 8 MB',
    { media: [anImage({ sizeBytes: 8_000_001 })] },
    ['warning media_too_large'],
  ],
  ['threads', 'a strip of 11:1', { media: [anImage({ heightPx: 98 })] }, ['warning media_shape']],
  ['threads', 'two topics', { text: '#a #b' }, ['warning hashtags_too_many']],
  [
    'threads',
    'five different links, one of them twice',
    { text: 'https://a.id/1 https://a.id/1, www.a.id (https://a.id/3) https://a.id/4. https://a.id/5' },
    [],
  ],
  [
    'threads',
    'six different links',
    { text: 'https://a.id/1 https://a.id/2 www.a.id https://a.id/4 https://a.id/5', link: 'https://a.id/6' },
    ['blocker links_too_many'],
  ],
  ['whatsapp', 'a long text', { text: 'a'.repeat(20_000) }, []],
  ['whatsapp', 'many images', { media: images(40) }, []],
  ['telegram', '4,096 characters', { text: 'a'.repeat(4096) }, []],
  ['telegram', '4,097 characters', { text: 'a'.repeat(4097) }, ['blocker text_too_long']],
  ['telegram', '4,096 emoji, each one code point', { text: '😀'.repeat(4096) }, []],
  ['telegram', '1,024 beside an image', { text: 'a'.repeat(1024), media: images(1) }, []],
  [
    'telegram',
    '1,025 beside an image',
    { text: 'a'.repeat(1025), media: images(1) },
    ['blocker text_too_long'],
  ],
  ['telegram', 'an album of ten', { media: images(10) }, []],
  ['telegram', 'an album of eleven', { media: images(11) }, ['blocker media_too_many']],
  [
    'telegram',
    'a photo of 10 MB and a byte',
    { media: [anImage({ sizeBytes: 10_000_001 })] },
    ['warning media_too_large'],
  ],
  ['instagram', '20 mentions', { text: '@a '.repeat(20) }, []],
  ['instagram', '21 mentions', { text: '@a '.repeat(21) }, ['blocker mentions_too_many']],
  ['website', 'no headline', { headline: ' ' }, ['blocker headline_missing']],
  ['website', 'an image without words', { text: '', media: images(1) }, ['blocker text_empty']],
  ['press_release', 'no headline', { headline: null }, ['blocker headline_missing']],
  ['press_release', 'no words', { text: '' }, ['blocker text_empty']],
]

describe('each limit from both sides', () => {
  it.each(cases)('%s: %s', (id, _, variant, expected) => {
    expect(codes(id, variant)).toEqual(expected)
  })
})

describe('limits of one’s own', () => {
  it.each<[PlatformId, string, (size: number) => Partial<PlatformVariant>, number, FindingCode]>([
    ['x', 'maxCharacters', (size) => ({ text: 'a'.repeat(size) }), 25_000, 'text_too_long'],
    ['x', 'maxCharacters', (size) => ({ text: 'a'.repeat(size) }), 140, 'text_too_long'],
    ['telegram', 'maxCharacters', (size) => ({ text: 'a'.repeat(size) }), 8192, 'text_too_long'],
    [
      'telegram',
      'maxCaptionCharacters',
      (size) => ({ text: 'a'.repeat(size), media: images(1) }),
      2048,
      'text_too_long',
    ],
    ['instagram', 'maxMedia', (size) => ({ media: images(size) }), 30, 'media_too_many'],
    [
      'instagram',
      'maxHashtags',
      (size) => ({ text: Array.from({ length: size }, (_, n) => `#a${n}`).join(' ') }),
      30,
      'hashtags_too_many',
    ],
    [
      'x',
      'maxMentions',
      (size) => ({ text: Array.from({ length: size }, (_, n) => `@a${n}`).join(' ') }),
      3,
      'mentions_too_many',
    ],
    [
      'facebook',
      'maxLinks',
      (size) => ({ text: Array.from({ length: size }, (_, n) => `https://a.id/${n}`).join(' ') }),
      2,
      'links_too_many',
    ],
    [
      'x',
      'maxImageBytes',
      (size) => ({ media: [anImage({ sizeBytes: size })] }),
      15_000_000,
      'media_too_large',
    ],
    [
      'linkedin',
      'maxAlternativeTextCharacters',
      (size) => ({ media: [anImage({ alternativeText: 'a'.repeat(size) })] }),
      120,
      'alternative_text_too_long',
    ],
    ['tiktok', 'maxHeadlineCharacters', (size) => ({ headline: 'a'.repeat(size) }), 150, 'headline_too_long'],
  ])('%s: %s stands in place of the platform’s', (id, own, variant, limit, code) => {
    expect(codes(id, variant(limit), { [own]: limit })).toEqual([])
    expect(codes(id, variant(limit + 1), { [own]: limit })).toEqual([`blocker ${code}`])
  })

  it('an own limit blocks also where the platform’s would only warn', () => {
    const six = { text: '#a #b #c #d #e #f' }
    expect(codes('tiktok', six)).toEqual(['warning hashtags_too_many'])
    expect(codes('tiktok', six, { maxHashtags: 5 })).toEqual(['blocker hashtags_too_many'])
    expect(codes('tiktok', six, { maxHashtags: 6 })).toEqual([])
  })

  it('a limit of none at all is a limit', () => {
    expect(codes('x', { media: images(1) }, { maxMedia: 0 })).toEqual(['blocker media_too_many'])
  })

  it('only another platform may go without alternative text', () => {
    const bare = { media: [anImage({ alternativeText: '' })] }
    expect(codes('other', bare, { requiresAlternativeText: false })).toEqual([])
    expect(codes('x', bare, { requiresAlternativeText: false })).toEqual(['blocker alternative_text_missing'])
  })

  it('another platform counts characters as people see them', () => {
    expect(codes('other', { text: '👨‍👩‍👧‍👦'.repeat(5) }, { maxCharacters: 5 })).toEqual([])
    expect(codes('other', { headline: 'Judul' }, { maxHeadlineCharacters: 4 })).toEqual([
      'blocker headline_too_long',
    ])
  })
})

describe('what is pasted', () => {
  const link = 'https://kemensos.go.id/bantuan'

  it('the link follows the text where it has no field, and counts there', () => {
    const variant = aVariant({ text: 'a'.repeat(257), link })
    expect(allPlatforms.x.textToPaste(variant)).toBe(`${'a'.repeat(257)}\n${link}`)
    expect(allPlatforms.x.countText(variant)).toMatchObject({ counted: 281, limit: 280, linkCount: 1 })
    expect(codes('x', variant)).toEqual(['blocker text_too_long'])
  })

  it('a link that stands in the text is not said twice', () => {
    const variant = aVariant({ text: `Daftar: ${link}`, link })
    expect(allPlatforms.facebook.textToPaste(variant)).toBe(variant.text)
  })

  it('a link with a field of its own stays out of the text', () => {
    expect(allPlatforms.website.textToPaste(aVariant({ link }))).toBe('Pendaftaran dibuka Senin.')
  })
})
