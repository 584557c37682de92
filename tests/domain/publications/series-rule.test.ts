import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { plannedTime } from '../../../domain/publications/planned-time.ts'
import {
  onWeekday,
  type Rhythm,
  SERIES_LIMIT,
  type SeriesEnd,
  seriesDays,
  weeklyFrom,
  weekOfMonth,
  weeksOfMonth,
} from '../../../domain/publications/series-rule.ts'
import { inScope } from '../../../domain/publications/series-scope.ts'
import { addDays, clockOf, type Day, dayOf, daysBetween, weekdayOf } from '../../../domain/time.ts'
import '../../support/properties.ts'

const days = fc.integer({ min: 0, max: 36_000 }).map((count): Day => addDays('2000-01-01', count))
const weekdays = fc.integer({ min: 1, max: 7 })
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({
    kind: fc.constant('weeks' as const),
    interval: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.uniqueArray(weekdays, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ kind: fc.constant('month_day' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('month_weekday' as const),
    week: fc.constantFrom(...weeksOfMonth),
    weekday: weekdays,
  }),
)
const ends: fc.Arbitrary<SeriesEnd> = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('day' as const), day: days }),
)
const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Australia/Sydney')

describe('the days of a series', () => {
  test('begin with the first, rise, keep the end and the bound', () => {
    fc.assert(
      fc.property(rhythms, ends, days, (rhythm, end, first) => {
        const found = seriesDays({ rhythm, end }, first)
        expect(found[0]).toBe(first)
        expect(found).toEqual([...new Set(found)].sort())
        expect(found.length).toBeLessThanOrEqual(SERIES_LIMIT + 1)
        if (end.kind === 'count') expect(found.length).toBeLessThanOrEqual(end.count)
        else expect(found.slice(1).every((day) => day <= end.day)).toBe(true)
      }),
    )
  })

  test('fit the rhythm, every one after the first', () => {
    fc.assert(
      fc.property(rhythms, ends, days, (rhythm, end, first) => {
        const monday = onWeekday(first, 1)
        for (const day of seriesDays({ rhythm, end }, first).slice(1)) {
          const { day: number } = Temporal.PlainDate.from(day)
          if (rhythm.kind === 'month_day') expect(number).toBe(rhythm.day)
          if (rhythm.kind === 'month_weekday') {
            expect(weekdayOf(day)).toBe(rhythm.weekday)
            if (rhythm.week === 'last') expect(addDays(day, 7).slice(0, 7)).not.toBe(day.slice(0, 7))
            else expect(Math.ceil(number / 7)).toBe(Number(rhythm.week))
          }
          if (rhythm.kind === 'weeks') {
            expect(rhythm.weekdays).toContain(weekdayOf(day))
            expect((daysBetween(monday, onWeekday(day, 1)) / 7) % rhythm.interval).toBe(0)
          }
        }
      }),
    )
  })

  test('leave out no day that fits', () => {
    fc.assert(
      fc.property(rhythms, days, fc.integer({ min: 0, max: 120 }), (rhythm, first, span) => {
        const last = addDays(first, span)
        const found = seriesDays({ rhythm, end: { kind: 'day', day: last } }, first)
        fc.pre(found.length <= SERIES_LIMIT)
        const fits = (day: Day) => {
          const { day: number, daysInMonth } = Temporal.PlainDate.from(day)
          if (rhythm.kind === 'month_day') return number === rhythm.day
          if (rhythm.kind === 'month_weekday')
            return (
              weekdayOf(day) === rhythm.weekday &&
              (rhythm.week === 'last'
                ? number + 7 > daysInMonth
                : Math.ceil(number / 7) === Number(rhythm.week))
            )
          const weeks = daysBetween(onWeekday(first, 1), onWeekday(day, 1)) / 7
          return rhythm.weekdays.includes(weekdayOf(day)) && weeks % rhythm.interval === 0
        }
        const all = Array.from({ length: span }, (_, index) => addDays(first, index + 1)).filter(fits)
        expect(found.slice(1)).toEqual(all)
      }),
    )
  })

  test('keep their clock in every zone, whatever it does in between', () => {
    fc.assert(
      fc.property(rhythms, ends, days, zones, (rhythm, end, first, zone) => {
        for (const day of seriesDays({ rhythm, end }, first)) {
          const time = plannedTime({ kind: 'exact', day, clock: '09:00' }, zone)
          expect(time?.plannedAt).not.toBeNull()
          expect(clockOf(time?.plannedAt ?? '', zone)).toBe('09:00')
          expect(dayOf(time?.plannedAt ?? '', zone)).toBe(day)
        }
      }),
    )
  })

  const until = (day: Day): SeriesEnd => ({ kind: 'day', day })
  const times = (count: number): SeriesEnd => ({ kind: 'count', count })

  test.each([
    {
      name: 'every Monday over the year',
      first: '2026-12-14',
      rhythm: weeklyFrom('2026-12-14'),
      end: until('2027-01-04'),
      expected: ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04'],
    },
    {
      name: 'Monday and Thursday of every second week, begun on a Thursday',
      first: '2026-12-17',
      rhythm: { kind: 'weeks', interval: 2, weekdays: [4, 1] },
      end: times(4),
      expected: ['2026-12-17', '2026-12-28', '2026-12-31', '2027-01-11'],
    },
    {
      name: 'the 31st: months without one have none',
      first: '2026-12-31',
      rhythm: { kind: 'month_day', day: 31 },
      end: times(4),
      expected: ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31'],
    },
    {
      name: 'the 29th over a leap year',
      first: '2028-01-29',
      rhythm: { kind: 'month_day', day: 29 },
      end: times(3),
      expected: ['2028-01-29', '2028-02-29', '2028-03-29'],
    },
    {
      name: 'the last Friday',
      first: '2026-12-25',
      rhythm: { kind: 'month_weekday', week: 'last', weekday: 5 },
      end: times(3),
      expected: ['2026-12-25', '2027-01-29', '2027-02-26'],
    },
    {
      name: 'the second Tuesday, begun on another day',
      first: '2026-12-01',
      rhythm: { kind: 'month_weekday', week: '2', weekday: 2 },
      end: times(3),
      expected: ['2026-12-01', '2026-12-08', '2027-01-12'],
    },
    {
      name: 'until before its first: the first alone',
      first: '2026-12-14',
      rhythm: weeklyFrom('2026-12-14'),
      end: until('2026-12-01'),
      expected: ['2026-12-14'],
    },
  ] as { name: string; first: Day; rhythm: Rhythm; end: SeriesEnd; expected: Day[] }[])(
    '$name',
    ({ first, rhythm, end, expected }) => {
      expect(seriesDays({ rhythm, end }, first)).toEqual(expected)
    },
  )

  test.each([
    ['2026-12-07', '1'],
    ['2026-12-08', '2'],
    ['2026-12-24', '4'],
    ['2026-12-25', 'last'],
    ['2027-02-22', 'last'],
  ] as const)('%s is the weekday number %s of its month', (day, week) => {
    expect(weekOfMonth(day)).toBe(week)
  })

  test('on Sydney, 02.30 of the day that has none does not exist and is not moved', () => {
    const found = seriesDays({ rhythm: weeklyFrom('2027-09-26'), end: times(3) }, '2027-09-26')
    const at = found.map(
      (day) => plannedTime({ kind: 'exact', day, clock: '02:30' }, 'Australia/Sydney')?.plannedAt,
    )
    expect(at).toEqual(['2027-09-25T16:30:00.000Z', undefined, '2027-10-09T15:30:00.000Z'])
  })
})

describe('how far a change goes', () => {
  const members = [
    { id: 'posted', isOpen: false },
    { id: 'second', isOpen: true },
    { id: 'third', isOpen: true },
    { id: 'handed over', isOpen: false },
    { id: 'last', isOpen: true },
  ]
  test.each([
    ['third', 'this', ['third']],
    ['third', 'this_and_later', ['third', 'last']],
    ['third', 'all_unposted', ['second', 'third', 'last']],
    ['posted', 'this', []],
    ['posted', 'this_and_later', ['second', 'third', 'last']],
    ['unknown', 'this_and_later', []],
  ] as const)('from %s, %s', (id, scope, expected) => {
    expect(inScope(members, id, scope).map((member) => member.id)).toEqual(expected)
  })
})
