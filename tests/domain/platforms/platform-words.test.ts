import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { platforms as en } from '../../../domain/language/en/platforms.ts'
import { formatters } from '../../../domain/language/formatters.ts'
import { platforms as id } from '../../../domain/language/id/platforms.ts'
import { allPlatforms } from '../../../domain/platforms/all.ts'
import { findingWords } from '../../../domain/platforms/finding-words.ts'
import { type PlatformId, type PlatformVariant, platformIds } from '../../../domain/platforms/platform.ts'

const i18n = i18next.createInstance()
// The words as data: this room's keys are asked for by name here, before the page's own setting knows them.
const say = (key: string, options: Record<string, unknown>) => String(i18n.t(key as never, options as never))

beforeAll(async () => {
  await i18n.init({
    lng: 'id',
    resources: { id: { platforms: id }, en: { platforms: en } },
    ns: ['platforms'],
    defaultNS: 'platforms' as never,
    interpolation: { escapeValue: false },
  })
  for (const [name, format] of Object.entries(formatters)) {
    i18n.services.formatter?.add(name, (value, lng) =>
      format(value, {
        language: lng === 'en' ? 'en' : 'id',
        zone: 'Asia/Jakarta',
        now: '2026-11-24T03:22:00.000Z',
      }),
    )
  }
})

function sentences(platform: PlatformId, variant: Partial<PlatformVariant>, lng: 'id' | 'en'): string[] {
  const whole: PlatformVariant = { headline: null, text: 'Teks', link: null, media: [], ...variant }
  return allPlatforms[platform].check(whole).map((finding) => {
    const { key, values } = findingWords(finding)
    const subject = say(`subject.${platform}`, { lng })
    return say(`finding.${key}`, { lng, platform: subject, ...values })
  })
}

const image = {
  kind: 'image' as const,
  widthPx: 900,
  heightPx: 1200,
  sizeBytes: 1000,
  mimeType: 'image/png',
  alternativeText: 'a',
}

describe('a finding says what to do', () => {
  it('X with a link names the length of a link', () => {
    const text = `${'a'.repeat(258)} https://kemensos.go.id/bantuan`
    expect(sentences('x', { text }, 'id')).toEqual([
      'Hapus 2 karakter. X menghitung 282 dari 280; tautan selalu dihitung 23.',
    ])
  })

  it('X with an address under .example does not', () => {
    const text = `${'a'.repeat(263)} contoh.example/brr`
    expect(sentences('x', { text }, 'id')).toEqual(['Hapus 2 karakter. X menghitung 282 dari 280.'])
    expect(sentences('x', { text }, 'en')).toEqual(['Remove 2 characters. X counts 282 of 280.'])
    expect(sentences('x', { text: text.slice(1) }, 'en')).toEqual([
      'Remove 1 character. X counts 281 of 280.',
    ])
  })

  it('numbers and sizes read as the language writes them', () => {
    expect(
      sentences('instagram', { text: 'a'.repeat(3400), media: [{ ...image, mimeType: 'image/jpeg' }] }, 'id'),
    ).toEqual(['Hapus 1.200 karakter. Instagram menghitung 3.400 dari 2.200.'])
    expect(sentences('x', { media: [{ ...image, sizeBytes: 7_440_000 }] }, 'id')).toEqual([
      'Perkecil gambar 1. Ukurannya 7,4 MB; X menerima hingga 5 MB.',
    ])
    expect(sentences('tiktok', { media: [image] }, 'id')).toEqual([
      'Ganti gambar 1. TikTok menyebut JPEG dan WebP sebagai jenis yang diterima, bukan PNG.',
    ])
  })

  it('no sentence of either language is left with a blank', () => {
    const worst: Partial<PlatformVariant> = {
      headline: '<'.repeat(200),
      text: `${'#tagar '.repeat(70)}${'<a> '.repeat(20_000)}`,
      link: 'javascript:1',
      media: Array.from({ length: 40 }, () => ({
        ...image,
        mimeType: 'image/svg+xml',
        sizeBytes: 3e7,
        heightPx: 9000,
        alternativeText: 'a'.repeat(2000),
      })),
    }
    const empty: Partial<PlatformVariant> = {
      text: '',
      link: 'https://a.id',
      media: [{ ...image, alternativeText: '' }],
    }
    for (const platform of platformIds) {
      for (const variant of [worst, empty, { text: '' }]) {
        for (const lng of ['id', 'en'] as const) {
          for (const sentence of sentences(platform, variant, lng)) {
            expect(sentence).not.toMatch(/\{\{|undefined|^finding\.|NaN/)
          }
        }
      }
    }
  })
})
