import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GivenTime, plannedTime } from '../../../domain/publications/planned-time.ts'
import { shiftedTime } from '../../../domain/publications/shifted-time.ts'
import { addDays, clockOf, type Day, dayOf } from '../../../domain/time.ts'
import '../../support/properties.ts'

const steadyZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
const zones = fc.constantFrom(...steadyZones, 'Australia/Sydney', 'America/New_York')
const days = fc.integer({ min: 0, max: 36_500 }).map((days): Day => addDays('2000-01-01', days))
const clocks = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map(
    (minutes) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  )
const shifts = fc.oneof(fc.integer({ min: -3660, max: 3660 }), fc.constantFrom(-31, -1, 1, 7, 28, 365))
const given: fc.Arbitrary<GivenTime> = fc.oneof(
  fc.record({ kind: fc.constant('exact' as const), day: days, clock: clocks }),
  fc.record({ kind: fc.constant('tentative' as const), day: days, clock: fc.option(clocks) }),
  fc.record({ kind: fc.constant('open' as const), day: days }),
)

describe('a time shifted by days', () => {
  test('keeps its clock and how certain it is, over the edges of months and years, in every zone', () => {
    fc.assert(
      fc.property(given, shifts, zones, (wanted, shift, zone) => {
        const before = plannedTime(wanted, zone)
        fc.pre(before?.plannedDay != null)
        const after = shiftedTime(before, shift, zone)
        expect(after).toEqual({ ...wanted, day: addDays(before.plannedDay, shift) })
        const stored = after && plannedTime(after, zone)
        if (!stored?.plannedAt || !before.plannedAt) return
        expect(clockOf(stored.plannedAt, zone)).toBe(clockOf(before.plannedAt, zone))
        expect(dayOf(stored.plannedAt, zone)).toBe(addDays(before.plannedDay, shift))
      }),
    )
  })

  test('and back again is the time it was', () => {
    fc.assert(
      fc.property(given, shifts, zones, (wanted, shift, zone) => {
        const before = plannedTime(wanted, zone)
        fc.pre(before !== null)
        const there = shiftedTime(before, shift, zone)
        const stored = there && plannedTime(there, zone)
        fc.pre(stored !== null)
        const back = shiftedTime(stored, -shift, zone)
        expect(back && plannedTime(back, zone)).toEqual(before)
      }),
    )
  })

  test('always exists where clocks never change', () => {
    fc.assert(
      fc.property(given, shifts, fc.constantFrom(...steadyZones), (wanted, shift, zone) => {
        const before = plannedTime(wanted, zone)
        const after = before && shiftedTime(before, shift, zone)
        expect(after && plannedTime(after, zone)).not.toBeNull()
      }),
    )
  })

  test.each([
    { zone: 'Asia/Jakarta', from: '2026-12-31', days: 1, to: '2027-01-01T02:30:00.000Z', clock: '09:30' },
    { zone: 'Asia/Makassar', from: '2028-02-28', days: 1, to: '2028-02-28T16:30:00.000Z', clock: '00:30' },
    { zone: 'Asia/Jayapura', from: '2026-03-01', days: -1, to: '2026-02-28T14:59:00.000Z', clock: '23:59' },
    { zone: 'Australia/Sydney', from: '2026-04-04', days: 1, to: '2026-04-04T23:00:00.000Z', clock: '09:00' },
  ])('$from by $days in $zone is $to', ({ zone, from, days, to, clock }) => {
    const before = plannedTime({ kind: 'exact', day: from, clock }, zone)
    const after = before && shiftedTime(before, days, zone)
    expect(after && plannedTime(after, zone)?.plannedAt).toBe(to)
  })

  test('that falls into a gap of the clock does not exist; it is not moved', () => {
    const before = plannedTime({ kind: 'exact', day: '2026-10-03', clock: '02:30' }, 'Australia/Sydney')
    const after = before && shiftedTime(before, 1, 'Australia/Sydney')
    expect(after).toEqual({ kind: 'exact', day: '2026-10-04', clock: '02:30' })
    expect(after && plannedTime(after, 'Australia/Sydney')).toBeNull()
  })

  test('needs a day', () => {
    expect(shiftedTime({ timeKind: 'none', plannedDay: null, plannedAt: null }, 1, 'Asia/Jakarta')).toBeNull()
  })
})
