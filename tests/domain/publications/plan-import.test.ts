import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay, parseTime } from '../../../domain/publications/plan-dates.ts'
import { guessColumns, planFields } from '../../../domain/publications/plan-headings.ts'
import { type PlanContext, parsePlanRow } from '../../../domain/publications/plan-import.ts'
import {
  accountNames,
  accountOf,
  objectiveOf,
  subjectClassOf,
} from '../../../domain/publications/plan-words.ts'

const heading = [
  'Judul',
  'Tanggal',
  'Jam',
  'Kanal',
  'Tujuan',
  'Jenis pesan',
  'Kampanye',
  'Target Audiens',
  'Caption',
  'Tautan',
  'Status',
  'PIC',
  'Catatan',
  'ID Selaras',
]
const columns = guessColumns(heading)
const context: PlanContext = {
  zone: 'Asia/Jakarta',
  accounts: [
    { id: 'ig', platform: 'instagram', handle: '@kemencontoh', displayName: 'Kementerian Contoh' },
    { id: 'x', platform: 'x', handle: '@kemencontoh', displayName: 'Kementerian Contoh' },
    { id: 'minister', platform: 'x', handle: '@mentericontoh', displayName: 'Menteri' },
    { id: 'fb', platform: 'facebook', handle: 'KementerianContohFB', displayName: 'Facebook Kementerian' },
  ],
  people: [
    { id: 'sekar', name: 'Sekar Larasati', email: 'sekar@kementerian.example' },
    { id: 'dimas', name: 'Dimas Pratama', email: null },
  ],
  publics: [
    { id: 'business', name: 'Pelaku usaha' },
    { id: 'staff', name: 'Pegawai' },
  ],
  objective: null,
}

function aRow(given: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    Judul: 'Pengingat: siapkan berkas',
    Tanggal: '11/12/2026',
    Jam: '09.00 WIB',
    Kanal: 'IG, Facebook',
    Tujuan: 'Promosi',
    'Jenis pesan': 'Informasi',
    Kampanye: 'Bantuan Renovasi Rumah',
    Caption: 'Siapkan berkas Anda.',
    Tautan: 'https://kementerian.example/berkas',
    Status: 'Draf',
    PIC: 'sekar larasati',
    Catatan: '',
    ...given,
  }
  return heading.map((name) => cells[name] ?? '')
}

const outcome = (given: Record<string, string>, inContext = context) =>
  parsePlanRow(aRow(given), columns, inContext)
const problems = (given: Record<string, string>) => {
  const found = outcome(given)
  return found.kind === 'refused' ? found.problems.map(({ field, code }) => `${field} ${code}`) : [found.kind]
}

describe('a public', () => {
  const publicIn = (cell: string) => {
    const found = outcome({ 'Target Audiens': cell })
    return found.kind === 'row' ? { ...found.row.public, notes: found.notes.map(({ code }) => code) } : null
  }

  it.each([
    ['pelaku  USAHA', { id: 'business', name: 'Pelaku usaha', notes: [] }],
    ['Pegawai', { id: 'staff', name: 'Pegawai', notes: [] }],
    ['Media', { id: null, name: 'Media', notes: ['public_unknown'] }],
    [' ', { notes: [] }],
  ])('%j', (cell, read) => {
    expect(publicIn(cell)).toEqual(read)
  })

  it.each(['Khalayak', 'Public', 'Audiens', 'Target audience', 'Audiens utama', 'Khalayak (sasaran)'])(
    'is looked for under %s',
    (name) => {
      expect(guessColumns(['Judul', name]).public).toBe(1)
    },
  )
})

describe('headings', () => {
  it('are guessed in Indonesian', () => {
    expect(Object.values(columns)).toEqual(heading.map((_name, index) => index))
  })

  it('are guessed in English, in any order and writing', () => {
    const found = guessColumns([
      'OWNER',
      'Caption ',
      ' publish-date',
      'Publish Time',
      'title',
      'Channel(s)',
      'Objective',
      'Subject_Class',
      'CAMPAIGN',
      'URL',
      'State',
      'Notes',
      'Selaras ID',
      'Public',
    ])
    expect(planFields.map((field) => found[field])).toEqual([4, 2, 3, 5, 6, 7, 8, 13, 1, 9, 10, 0, 11, 12])
    expect(guessColumns(['Channels']).accounts).toBe(0)
  })

  it('the better name wins, the other column stays unused', () => {
    const found = guessColumns(['Konten', 'Judul', 'Isi', 'Nomor'])
    expect(found).toMatchObject({ title: 1, text: 2, day: null })
    expect(Object.values(found)).not.toContain(3)
  })

  it('never give one column to two fields', () => {
    const words = fc.constantFrom(
      'judul',
      'tanggal',
      'jam',
      'konten',
      'isi',
      'link',
      'media',
      'Status',
      'program',
      'lain',
      '',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (row) => {
        const used = Object.values(guessColumns(row)).filter((column) => column !== null)
        expect(new Set(used).size).toBe(used.length)
      }),
    )
  })
})

describe('days', () => {
  it.each([
    ['2026-12-11', '2026-12-11'],
    ['2026/12/11', '2026-12-11'],
    ['11/12/2026', '2026-12-11'],
    ['11-12-26', '2026-12-11'],
    ['11.12.2026', '2026-12-11'],
    ['1/2/2026', '2026-02-01'],
    ['11 Desember 2026', '2026-12-11'],
    ['Jumat, 11 Des 2026', '2026-12-11'],
    ["Jum'at 11 Desember 2026", '2026-12-11'],
    ['Minggu, 13 Desember 2026', '2026-12-13'],
    ['Fri, 11 December 2026', '2026-12-11'],
    ['December 11, 2026', '2026-12-11'],
    ['11th of December 2026', null],
    ['1st Dec 2026', '2026-12-01'],
    ['11-Agu-26', '2026-08-11'],
    ['17 Agustus 2026', '2026-08-17'],
    ['29 Februari 2028', '2028-02-29'],
    ['  11   Nopember   2026 ', '2026-11-11'],
    ['12/25/2026', null],
    ['Desember 2026', null],
    ['besok', null],
    ['46367', '2026-12-11'],
    ['4636', null],
    ['0/12/2026', null],
    ['11/0/2026', null],
    ['11 Foo 2026', null],
  ])('%s: %s', (cell, day) => {
    expect(parseDay(cell)).toMatchObject(day === null ? { code: 'day_unreadable', data: {} } : { day })
  })

  it.each([
    ['30 Februari 2027', { day: 30, month: 2, year: 2027, lastDay: 28 }],
    ['30/02/2027', { day: 30, month: 2, year: 2027, lastDay: 28 }],
    ['2027-02-29', { day: 29, month: 2, year: 2027, lastDay: 28 }],
    ['31 April 2026', { day: 31, month: 4, year: 2026, lastDay: 30 }],
    ['30 Feb 28', { day: 30, month: 2, year: 2028, lastDay: 29 }],
  ])('%s does not exist and is not moved', (cell, data) => {
    expect(parseDay(cell)).toEqual({ code: 'day_not_in_month', data })
  })

  it('outside 2000 to 2100 it is refused', () => {
    expect(parseDay('11/12/1999')).toEqual({ code: 'day_out_of_range', data: { year: 1999 } })
    expect(parseDay('2101-01-01')).toEqual({ code: 'day_out_of_range', data: { year: 2101 } })
  })

  it('every day reads back from each way of writing it', () => {
    const days = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-')
        const long = (locale: string) =>
          new Intl.DateTimeFormat(locale, {
            timeZone: 'UTC',
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            year: 'numeric',
          }).format(date)
        for (const cell of [
          day,
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}-${month}-${year}`,
          long('id'),
          long('en-GB'),
          long('en-US'),
        ]) {
          expect(parseDay(cell), cell).toMatchObject({ day })
        }
      }),
    )
  })

  it('anything at all gives a day or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (cell) => {
        expect('day' in parseDay(cell) || 'code' in parseDay(cell)).toBe(true)
        expect('clock' in parseTime(cell) || 'code' in parseTime(cell)).toBe(true)
      }),
    )
  })
})

describe('times', () => {
  it.each([
    ['09.00', '09:00', null],
    ['9:00', '09:00', null],
    ['09.00 WIB', '09:00', 'Asia/Jakarta'],
    ['9.30 wita', '09:30', 'Asia/Makassar'],
    ['09:00WIT', '09:00', 'Asia/Jayapura'],
    ['09:00:00', '09:00', null],
    ['pukul 9', '09:00', null],
    ['Jam 16.05', '16:05', null],
    ['9 am', '09:00', null],
    ['12:30 am', '00:30', null],
    ['12 pm', '12:00', null],
    ['9:15 PM', '21:15', null],
    ['00.00', '00:00', null],
    ['23.59', '23:59', null],
    ['', null, null],
    ['-', null, null],
    ['Menyusul', null, null],
    ['TBA', null, null],
  ])('%s: %s', (cell, clock, zone) => {
    expect(parseTime(cell)).toEqual({ clock, zone })
  })

  it.each([
    ['24.00', 'time_not_in_day'],
    ['09.60', 'time_not_in_day'],
    ['13 pm', 'time_not_in_day'],
    ['0 am', 'time_not_in_day'],
    ['pagi', 'time_unreadable'],
    ['09.00-10.00', 'time_unreadable'],
    ['9.5', 'time_unreadable'],
  ])('%s: %s', (cell, code) => {
    expect(parseTime(cell)).toMatchObject({ code })
  })
})

describe('names and words', () => {
  it.each([
    ['Instagram', { accountId: 'ig' }],
    ['ig', { accountId: 'ig' }],
    ['@mentericontoh', { accountId: 'minister' }],
    ['MenteriContoh', { accountId: 'minister' }],
    ['X @kemencontoh', { accountId: 'x' }],
    ['@kemencontoh (Instagram)', { accountId: 'ig' }],
    ['Facebook Kementerian', { accountId: 'fb' }],
    [
      'Twitter',
      { code: 'account_ambiguous', data: { name: 'Twitter', handles: ['@kemencontoh', '@mentericontoh'] } },
    ],
    [
      '@kemencontoh',
      {
        code: 'account_ambiguous',
        data: { name: '@kemencontoh', handles: ['@kemencontoh', '@kemencontoh'] },
      },
    ],
    ['TikTok', { code: 'account_unknown', data: { name: 'TikTok' } }],
  ])('the account %s', (name, expected) => {
    expect(accountOf(name, context.accounts)).toEqual(expected)
  })

  it('a platform means the account of the least rank, a name still means the one it names', () => {
    const ranked = context.accounts.map((account) => ({
      ...account,
      rank: account.id === 'minister' ? 1 : 0,
    }))
    expect(accountOf('Twitter', ranked)).toEqual({ accountId: 'x' })
    expect(accountOf('@mentericontoh', ranked)).toEqual({ accountId: 'minister' })
  })

  it('an accounts cell is parted by what people part with', () => {
    expect(accountNames('IG, FB; X + YouTube & TikTok\nWeb dan Siaran pers / Threads')).toEqual([
      'IG',
      'FB',
      'X',
      'YouTube',
      'TikTok',
      'Web',
      'Siaran pers',
      'Threads',
    ])
    expect(accountNames('IG/FB')).toEqual(['IG', 'FB'])
    expect(accountNames('Medan')).toEqual(['Medan'])
    expect(accountNames(' - ')).toEqual([])
  })

  it.each([
    ['Promosi', 'promote'],
    ['PROTECT', 'protect'],
    ['lain', null],
    ['', null],
  ])('the objective %s: %s', (cell, expected) => {
    expect(objectiveOf(cell)).toBe(expected)
  })

  it.each([
    ['Perubahan layanan', 'service_change'],
    ['service_change', 'service_change'],
    ['Gangguan', 'disruption'],
    ['Klarifikasi', 'clarification'],
    ['acara', 'event'],
    ['Info', 'information'],
    ['Ucapan', 'greeting'],
    ['reels', null],
  ])('the subject class %s: %s', (cell, expected) => {
    expect(subjectClassOf(cell)).toBe(expected)
  })
})

describe('a row', () => {
  it('becomes a publication to make', () => {
    expect(outcome({})).toEqual({
      kind: 'row',
      notes: [],
      row: {
        title: 'Pengingat: siapkan berkas',
        objective: 'promote',
        subjectClass: 'information',
        plannedDay: '2026-12-11',
        plannedAt: '2026-12-11T02:00:00.000Z',
        timeKind: 'exact',
        isYearAssumed: false,
        accountIds: ['ig', 'fb'],
        campaign: 'Bantuan Renovasi Rumah',
        public: null,
        text: 'Siapkan berkas Anda.',
        link: 'https://kementerian.example/berkas',
        ownerId: 'sekar',
        notes: '',
      },
    })
  })

  it.each<[string, Record<string, string>, object]>([
    [
      'a day alone leaves the hour open',
      { Jam: '' },
      { plannedDay: '2026-12-11', plannedAt: null, timeKind: 'open' },
    ],
    ['no day is an idea', { Tanggal: '', Jam: '' }, { plannedDay: null, plannedAt: null, timeKind: 'none' }],
    [
      'a tentative day',
      { Tanggal: '11 Des 2026 (tentatif)', Jam: '' },
      { plannedDay: '2026-12-11', timeKind: 'tentative' },
    ],
    [
      'a tentative time',
      { Jam: '09.00 tentatif' },
      { plannedAt: '2026-12-11T02:00:00.000Z', timeKind: 'tentative' },
    ],
    [
      'day and time in one cell',
      { Tanggal: '2026-12-11 09:00', Jam: '' },
      { plannedAt: '2026-12-11T02:00:00.000Z' },
    ],
    [
      'day and time in one cell, Indonesian',
      { Tanggal: 'Jumat, 11 Desember 2026, 09.00 WIB', Jam: '' },
      { plannedAt: '2026-12-11T02:00:00.000Z' },
    ],
    [
      'a time of another zone keeps its instant',
      { Jam: '09.00 WIT' },
      { plannedAt: '2026-12-11T00:00:00.000Z', plannedDay: '2026-12-11' },
    ],
    [
      'and lies on the agency’s day',
      { Jam: '00.30 WIT' },
      { plannedAt: '2026-12-10T15:30:00.000Z', plannedDay: '2026-12-10' },
    ],
    ['no account is an idea', { Kanal: '' }, { accountIds: [] }],
    ['the same account twice is one', { Kanal: 'IG, Instagram' }, { accountIds: ['ig'] }],
    ['no class stays unchosen', { 'Jenis pesan': '' }, { subjectClass: null }],
    ['no owner: whoever brings it in', { PIC: '' }, { ownerId: null }],
    ['an owner by e-mail', { PIC: 'SEKAR@kementerian.example' }, { ownerId: 'sekar' }],
    ['a title over two lines is one', { Judul: ' Pengingat:\r\nsiapkan ' }, { title: 'Pengingat: siapkan' }],
    ['a text keeps its lines, in NFC', { Caption: ' cafe\u0301\r\nbaru ' }, { text: ' caf\u00e9\nbaru ' }],
  ])('%s', (_name, given, expected) => {
    expect(outcome(given)).toMatchObject({ kind: 'row', row: expected })
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['no title', { Judul: ' ' }, ['title title_missing']],
    ['30 February', { Tanggal: '30 Februari 2027' }, ['day day_not_in_month']],
    ['a day nobody can read', { Tanggal: 'pekan depan' }, ['day day_unreadable']],
    ['a time nobody can read', { Jam: 'pagi' }, ['time time_unreadable']],
    ['both', { Tanggal: 'pekan depan', Jam: '25.00' }, ['time time_not_in_day', 'day day_unreadable']],
    ['a time without a day', { Tanggal: '' }, ['time day_missing']],
    ['an unknown account', { Kanal: 'IG, Threads' }, ['accounts account_unknown']],
    ['an account that could be two', { Kanal: 'X' }, ['accounts account_ambiguous']],
    ['no objective', { Tujuan: '' }, ['objective objective_missing']],
    ['an unknown objective', { Tujuan: 'viral' }, ['objective objective_unknown']],
    ['an unknown class', { 'Jenis pesan': 'reels' }, ['subjectClass subject_class_unknown']],
    ['a script as link', { Tautan: 'javascript:alert(1)' }, ['link link_not_web']],
    ['a NUL', { Caption: 'a\u0000b' }, ['text text_unreadable']],
    ['a lone surrogate', { Judul: 'a\ud800' }, ['title text_unreadable']],
    ['a title too long', { Judul: 'a'.repeat(201) }, ['title text_too_long']],
    [
      'a link too long',
      { Tautan: `https://kementerian.example/${'a'.repeat(2000)}` },
      ['link text_too_long'],
    ],
    ['a day that is a novel', { Tanggal: '1 '.repeat(100_000) }, ['day text_too_long']],
    ['a text too long', { Caption: 'a'.repeat(100_001) }, ['text text_too_long']],
  ])('is refused for %s', (_name, given, expected) => {
    expect(problems(given)).toEqual(expected)
  })

  it('tells everything that is wrong at once, each with its cell', () => {
    const found = outcome({ Judul: '', Tanggal: '30 Februari 2027', Tautan: 'ftp://x', Kanal: 'Threads' })
    expect(found.kind === 'refused' && found.problems).toMatchObject([
      { field: 'title', code: 'title_missing', cell: '' },
      { field: 'day', code: 'day_not_in_month', cell: '30 Februari 2027', data: { lastDay: 28 } },
      { field: 'accounts', code: 'account_unknown', cell: 'Threads' },
      { field: 'link', code: 'link_not_web', cell: 'ftp://x' },
    ])
  })

  it.each(['=HYPERLINK("http://x")', '+62 811', '-1+1', '@SUM(A1)', '\t=1'])(
    '%s is kept as text and noted',
    (cell) => {
      const found = outcome({ Caption: cell })
      expect(found).toMatchObject({
        kind: 'row',
        row: { text: cell },
        notes: [{ field: 'text', code: 'formula_kept' }],
      })
    },
  )

  it('a handle is no formula', () => {
    expect(outcome({ Kanal: '@mentericontoh' })).toMatchObject({ kind: 'row', notes: [] })
  })

  it('an owner nobody knows is noted, and the row comes in', () => {
    expect(outcome({ PIC: 'Bu Tini' })).toMatchObject({
      kind: 'row',
      notes: [{ code: 'owner_unknown', cell: 'Bu Tini' }],
    })
  })

  it('takes the objective chosen for the whole plan where it names none', () => {
    expect(outcome({ Tujuan: '' }, { ...context, objective: 'protect' })).toMatchObject({
      row: { objective: 'protect' },
    })
    expect(outcome({ Tujuan: 'viral' }, { ...context, objective: 'protect' })).toMatchObject({
      kind: 'refused',
    })
  })

  it('an hour that a clock change swallows is refused', () => {
    const found = outcome({ Tanggal: '2026-03-29', Jam: '02.30' }, { ...context, zone: 'Europe/Amsterdam' })
    expect(found).toMatchObject({ kind: 'refused', problems: [{ field: 'time', code: 'time_in_gap' }] })
  })

  it('an empty line is passed over, a short one is read as far as it goes', () => {
    expect(parsePlanRow([], columns, context)).toEqual({ kind: 'empty' })
    expect(parsePlanRow(['', ' ', ''], columns, context)).toEqual({ kind: 'empty' })
    expect(parsePlanRow(['Judul saja'], columns, { ...context, objective: 'promote' })).toMatchObject({
      kind: 'row',
      row: { title: 'Judul saja', timeKind: 'none', accountIds: [] },
    })
  })

  it('whatever stands in the cells, gives an outcome and cells that can be stored', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', 'IG', '11/12/2026', '09.00', '='),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 14 }), (cells) => {
        const found = parsePlanRow(cells, columns, context)
        expect(['empty', 'row', 'refused']).toContain(found.kind)
        if (found.kind === 'refused') {
          expect(found.problems.length).toBeGreaterThan(0)
          for (const problem of found.problems) expect(problem.cell.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
