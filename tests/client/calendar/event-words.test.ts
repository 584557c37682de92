import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../../client/calendar/entry.ts'
import { eventName, obligationName, shortOf, timeWord } from '../../../client/calendar/event-words.ts'
import type { Language, Reader } from '../../../domain/language/format.ts'
import { formatters } from '../../../domain/language/formatters.ts'

const now = '2026-12-09T03:22:00.000Z'
const zone = 'Asia/Jakarta'
const readers: Record<Language, Reader> = {
  id: { language: 'id', zone, now },
  en: { language: 'en', zone, now },
}
const words = {} as Record<Language, TFunction<['calendar', 'ui']>>

beforeAll(async () => {
  for (const language of ['id', 'en'] as const) {
    const instance = i18next.createInstance()
    const { first } = await import(`../../../domain/language/${language}/first.ts`)
    await instance.init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: first },
      ns: ['calendar', 'ui'],
      defaultNS: 'calendar',
      interpolation: { escapeValue: false },
    })
    for (const [name, format] of Object.entries(formatters))
      instance.services.formatter?.add(name, (value: unknown) => format(value, readers[language]))
    words[language] = instance.getFixedT(language, ['calendar', 'ui']) as never
  }
})

function anEntry(given: Partial<Entry> = {}): Entry {
  return {
    id: 'p',
    title: 'Pengingat: siapkan berkas',
    objective: 'promote',
    unitId: 'u',
    owner: 'Sekar Larasati',
    campaign: null,
    accounts: [],
    platforms: ['instagram', 'x', 'facebook'],
    day: '2026-12-11',
    at: '2026-12-11T02:00:00.000Z',
    clock: '09:00',
    timeKind: 'exact',
    isExecutive: false,
    version: 1,
    timeVersion: 1,
    move: 'yes',
    moveEndsApproval: false,
    status: 'approved',
    blockers: 1,
    warnings: 0,
    only: 'alignment_not_signed',
    ...given,
  }
}

describe("an event's name, word for word", () => {
  it.each<[Language, Partial<Entry>, string]>([
    [
      'id',
      {},
      'Promosi. Pengingat: siapkan berkas. Jumat 11 Desember 09.00. Instagram, X, Facebook. Disetujui, kurang 1: bahan jawaban belum diselaraskan.',
    ],
    [
      'en',
      {},
      'Promote. Pengingat: siapkan berkas. Friday 11 December 09:00. Instagram, X, Facebook. Approved, 1 to go: briefing not aligned yet.',
    ],
    [
      'id',
      {
        objective: 'protect',
        isExecutive: true,
        platforms: ['x'],
        status: 'in_review',
        blockers: 2,
        only: null,
      },
      'Proteksi. Pengingat: siapkan berkas. Jumat 11 Desember 09.00. akun pimpinan, X. Ditinjau, kurang 2.',
    ],
    [
      'id',
      { timeKind: 'tentative', at: null, status: 'idea', platforms: [], blockers: 3, only: null },
      'Promosi. Pengingat: siapkan berkas. Jumat 11 Desember tentatif. belum ada akun. Ide, kurang 3.',
    ],
    [
      'id',
      { timeKind: 'open', at: null, status: 'draft', platforms: ['x'], blockers: 2, only: null },
      'Promosi. Pengingat: siapkan berkas. Jumat 11 Desember jam menyusul. X. Draf, kurang 2.',
    ],
    [
      'id',
      { status: 'published', platforms: ['x'], blockers: 0, only: null },
      'Promosi. Pengingat: siapkan berkas. Jumat 11 Desember 09.00. X. Tayang.',
    ],
    [
      'id',
      { status: 'ready', platforms: ['x'], blockers: 0, warnings: 2, only: null },
      'Promosi. Pengingat: siapkan berkas. Jumat 11 Desember 09.00. X. Siap, 2 peringatan.',
    ],
  ])('%s %j', (language, given, name) => {
    expect(eventName(anEntry(given), words[language], readers[language])).toBe(name)
  })

  it('says first that it is marked', () => {
    expect(eventName(anEntry(), words.id, readers.id, true)).toMatch(/^Ditandai\. Promosi\./)
  })

  it('of a deadline names what, of which issue and when', () => {
    const due = {
      id: 'o',
      issueId: 'i',
      issueTitle: 'Pungutan Rp50.000',
      kind: 'full_response',
      dueAt: '2026-12-10T02:10:00.000Z',
      isMissed: false,
      day: '2026-12-10',
    }
    expect(obligationName(due, words.id, readers.id)).toBe(
      'Tenggat isu. Tanggapan lengkap. Pungutan Rp50.000. Kamis 10 Desember 09.10.',
    )
  })
})

describe('what is missing, in short', () => {
  it.each<[Partial<Entry>, string | null]>([
    [{}, 'kurang bahan jawaban'],
    [{ only: 'approval_missing' }, 'kurang persetujuan'],
    [{ only: null, blockers: 4 }, 'kurang 4'],
    [{ only: null, blockers: 0, warnings: 1 }, '1 peringatan'],
    [{ only: null, blockers: 0 }, null],
  ])('%j', (given, short) => {
    expect(shortOf(anEntry(given), words.id)).toBe(short)
  })

  it('the time of day is written as the language writes it', () => {
    expect(timeWord(anEntry(), words.id, readers.id)).toBe('09.00')
    expect(timeWord(anEntry(), words.en, readers.en)).toBe('09:00')
  })
})
