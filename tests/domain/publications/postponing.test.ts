import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EventTime, shiftBetween } from '../../../domain/agenda/shift.ts'
import { type PlannedTime, plannedTime } from '../../../domain/publications/planned-time.ts'
import { postponed } from '../../../domain/publications/postponing.ts'
import { addDays, clockOf, dayOf, daysBetween } from '../../../domain/time.ts'

const JAKARTA = 'Asia/Jakarta'

function exact(day: string, clock: string, zone = JAKARTA): PlannedTime {
  const time = plannedTime({ kind: 'exact', day, clock }, zone)
  if (time === null) throw new Error(`${day} ${clock} does not exist in ${zone}`)
  return time
}

describe('how far an event moves', () => {
  it.each<[string, EventTime, EventTime, { days: number; minutes: number }]>([
    [
      'days, the hour kept',
      { kind: 'exact', day: '2026-12-14', clock: '09:00' },
      { kind: 'exact', day: '2026-12-17', clock: '09:00' },
      { days: 3, minutes: 0 },
    ],
    [
      'the hour alone',
      { kind: 'exact', day: '2026-12-14', clock: '09:00' },
      { kind: 'exact', day: '2026-12-14', clock: '13:30' },
      { days: 0, minutes: 270 },
    ],
    [
      'over the end of a year, to an earlier hour',
      { kind: 'exact', day: '2026-12-31', clock: '09:00' },
      { kind: 'exact', day: '2027-01-02', clock: '08:00' },
      { days: 2, minutes: -60 },
    ],
    [
      'from an open hour to an exact one: days only',
      { kind: 'open', day: '2026-12-14' },
      { kind: 'exact', day: '2026-12-15', clock: '13:30' },
      { days: 1, minutes: 0 },
    ],
    [
      'from an exact hour to a tentative one: days only',
      { kind: 'exact', day: '2026-12-14', clock: '09:00' },
      { kind: 'tentative', day: '2026-12-13', clock: '10:00' },
      { days: -1, minutes: 0 },
    ],
  ])('%s', (_name, from, to, shift) => {
    expect(shiftBetween(from, to)).toEqual(shift)
  })
})

describe('what hangs on it', () => {
  it.each<[string, PlannedTime, { days: number; minutes: number }, string, PlannedTime, boolean]>([
    [
      'goes with it by days over the end of a month',
      exact('2027-01-31', '09:00'),
      { days: 1, minutes: 0 },
      JAKARTA,
      exact('2027-02-01', '09:00'),
      false,
    ],
    [
      'past midnight falls on the day after',
      exact('2026-12-31', '23:00'),
      { days: 0, minutes: 90 },
      JAKARTA,
      exact('2027-01-01', '00:30'),
      false,
    ],
    [
      'back over midnight falls on the day before',
      exact('2027-03-01', '00:15'),
      { days: 0, minutes: -30 },
      JAKARTA,
      exact('2027-02-28', '23:45'),
      false,
    ],
    [
      'with its hour open keeps it open',
      { timeKind: 'open', plannedDay: '2026-12-14', plannedAt: null },
      { days: 2, minutes: 90 },
      JAKARTA,
      { timeKind: 'open', plannedDay: '2026-12-16', plannedAt: null },
      false,
    ],
    [
      'without a day stays without',
      { timeKind: 'none', plannedDay: null, plannedAt: null },
      { days: 2, minutes: 0 },
      JAKARTA,
      { timeKind: 'none', plannedDay: null, plannedAt: null },
      false,
    ],
    [
      'keeps the hour on the wall when clocks go forward',
      exact('2026-03-07', '09:00', 'America/New_York'),
      { days: 1, minutes: 0 },
      'America/New_York',
      exact('2026-03-08', '09:00', 'America/New_York'),
      false,
    ],
    [
      'loses an hour that the clock does not show that day',
      exact('2026-03-28', '02:30', 'Europe/Amsterdam'),
      { days: 1, minutes: 0 },
      'Europe/Amsterdam',
      { timeKind: 'open', plannedDay: '2026-03-29', plannedAt: null },
      true,
    ],
    [
      'at an hour that comes twice takes its first coming',
      exact('2026-10-24', '02:30', 'Europe/Amsterdam'),
      { days: 1, minutes: 0 },
      'Europe/Amsterdam',
      { timeKind: 'exact', plannedDay: '2026-10-25', plannedAt: '2026-10-25T00:30:00.000Z' },
      false,
    ],
  ])('%s', (_name, time, shift, zone, expected, isGap) => {
    expect(postponed(time, shift, zone)).toEqual({ time: expected, isGap })
  })
})

const zones = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'America/New_York',
  'Europe/Amsterdam',
)
const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2026-01-01', count))
const clocks = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const shifts = fc.record({
  days: fc.integer({ min: -400, max: 400 }),
  minutes: fc.integer({ min: -1439, max: 1439 }),
})

describe('in any zone', () => {
  it('by days alone moves by exactly so many days and keeps the hour, or loses it to a gap', () => {
    fc.assert(
      fc.property(zones, days, clocks, fc.integer({ min: -400, max: 400 }), (zone, day, clock, count) => {
        const time = plannedTime({ kind: 'exact', day, clock }, zone)
        fc.pre(time !== null)
        const { time: after, isGap } = postponed(time, { days: count, minutes: 0 }, zone)
        expect(daysBetween(day, after.plannedDay ?? '')).toBe(count)
        if (isGap) expect(after).toMatchObject({ timeKind: 'open', plannedAt: null })
        else expect(clockOf(after.plannedAt ?? '', zone)).toBe(clock)
      }),
    )
  })

  it('there and back is where it was, unless an hour was lost; the day is always that of the moment', () => {
    fc.assert(
      fc.property(zones, days, clocks, shifts, (zone, day, clock, shift) => {
        const time = plannedTime({ kind: 'exact', day, clock }, zone)
        fc.pre(time !== null)
        const there = postponed(time, shift, zone)
        if (there.time.plannedAt !== null)
          expect(dayOf(there.time.plannedAt, zone)).toBe(there.time.plannedDay)
        fc.pre(!there.isGap)
        const back = postponed(there.time, { days: -shift.days, minutes: -shift.minutes }, zone)
        expect(back).toEqual({ time, isGap: false })
      }),
    )
  })

  it('keeps the order and the distance by the wall of all that moves with it', () => {
    fc.assert(
      fc.property(zones, days, clocks, clocks, shifts, (zone, day, one, other, shift) => {
        const [first, second] = [one, other].map((clock) =>
          plannedTime({ kind: 'tentative', day, clock }, zone),
        )
        fc.pre(first != null && second != null)
        const [a, b] = [postponed(first, shift, zone), postponed(second, shift, zone)]
        fc.pre(!a.isGap && !b.isGap)
        const wall = (time: PlannedTime) => `${time.plannedDay} ${clockOf(time.plannedAt ?? '', zone)}`
        expect(wall(a.time) < wall(b.time)).toBe(one < other)
      }),
    )
  })
})
