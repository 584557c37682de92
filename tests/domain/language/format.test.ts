import { describe, expect, test } from 'vitest'
import * as format from '../../../domain/language/format.ts'

const now = '2026-12-09T03:22:00.000Z'
const id: format.Reader = { language: 'id', zone: 'Asia/Jakarta', now }
const en: format.Reader = { language: 'en', zone: 'Asia/Jakarta', now }
const friday = '2026-12-11T02:00:00.000Z'

describe('a moment is told in the language and zone of who reads', () => {
  test('a clock time has a full stop in Indonesian and a colon in English', () => {
    expect(format.clock(friday, id)).toBe('09.00')
    expect(format.clock(friday, en)).toBe('09:00')
  })

  test('midnight is 00.00, never 24.00', () => {
    expect(format.clock('2026-12-10T17:00:00.000Z', id)).toBe('00.00')
  })

  test('the same moment is an hour later in Makassar and two in Jayapura', () => {
    expect(format.clockWithZone(friday, { language: 'id', zone: 'Asia/Makassar' })).toBe('10.00 WITA')
    expect(format.clockWithZone(friday, { language: 'en', zone: 'Asia/Jayapura' })).toBe('11:00 WIT')
  })

  test.each([
    ['2026-12-08T10:00:00.000Z', 'kemarin', 'yesterday'],
    ['2026-12-09T16:59:00.000Z', 'hari ini', 'today'],
    ['2026-12-09T17:00:00.000Z', 'besok', 'tomorrow'],
    [friday, 'Jumat 11 Desember', 'Friday 11 December'],
    ['2027-01-31T02:00:00.000Z', 'Minggu 31 Januari 2027', 'Sunday 31 January 2027'],
  ])('%s is "%s" and "%s"', (at, indonesian, english) => {
    expect(format.day(at, id)).toBe(indonesian)
    expect(format.day(at, en)).toBe(english)
  })

  test('a day without a clock is never moved by the zone', () => {
    expect(format.date('2026-12-25', { ...id, zone: 'America/Los_Angeles' })).toBe('Jumat 25 Desember')
    expect(format.dateWithYear('2026-12-25', { language: 'id', zone: 'Pacific/Kiritimati' })).toBe(
      '25 Desember 2026',
    )
  })

  test('the full form names weekday, date, year, clock and zone', () => {
    expect(format.full(friday, id)).toBe('Jumat, 11 Desember 2026, 09.00 WIB')
    expect(format.full(friday, en)).toBe('Friday, 11 December 2026, 09:00 WIB')
  })

  test('within the week the weekday is enough', () => {
    expect(format.soonTime(friday, id)).toBe('Jumat 09.00')
    expect(format.soonTime('2026-12-18T02:00:00.000Z', id)).toBe('Jumat 18 Desember 09.00')
    expect(format.soonTime('2026-12-09T09:00:00.000Z', id)).toBe('hari ini 16.00')
  })

  test('the zone is named in full where two could be meant', () => {
    expect(format.zoneFullName(friday, id)).toBe('Waktu Indonesia Barat (WIB)')
  })
})

describe('time left is told in words', () => {
  test.each([
    [82_080_000, '22 jam 48 menit', '22 hours 48 minutes'],
    [3_600_000, '1 jam', '1 hour'],
    [61_000, '1 menit', '1 minute'],
    [59_000, 'kurang dari 1 menit', 'less than a minute'],
    [-9_480_000, '2 jam 38 menit', '2 hours 38 minutes'],
    [5 * 86_400_000 + 3 * 3_600_000, '5 hari 3 jam', '5 days 3 hours'],
    [12 * 86_400_000 + 3 * 3_600_000, '12 hari', '12 days'],
  ])('%i milliseconds are "%s" and "%s"', (milliseconds, indonesian, english) => {
    expect(format.duration(milliseconds, 'id')).toBe(indonesian)
    expect(format.duration(milliseconds, 'en')).toBe(english)
  })
})

describe('numbers follow the language', () => {
  test('thousands, money, shares and file sizes', () => {
    expect(format.number(1840, 'id')).toBe('1.840')
    expect(format.number(1840, 'en')).toBe('1,840')
    expect(format.rupiah(50_000, 'id')).toBe('Rp50.000')
    expect(format.percent(0.46)).toBe('46%')
    expect(format.fileSize(412_000, 'id')).toBe('412 kB')
    expect(format.fileSize(1_240_000, 'id')).toBe('1,2 MB')
  })

  test('a list ends in "dan" or "and"', () => {
    expect(format.list(['Sekar', 'Dimas', 'Nur'], 'id')).toBe('Sekar, Dimas, dan Nur')
    expect(format.list(['Sekar', 'Dimas'], 'en')).toBe('Sekar and Dimas')
  })
})
