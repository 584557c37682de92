import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBefore,
  workingMinutesOfDay,
} from '../../../domain/marks/working-time.ts'
import { clockOf, dayOf } from '../../../domain/time.ts'

// December 2026: the 11th is a Friday; the 24th joint leave, the 25th a holiday, both of that week.
function aCalendar(given: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    zone: 'Asia/Jakarta',
    holidays: new Set(['2026-12-24', '2026-12-25']),
    yearsKnown: new Set([2026]),
    opensAt: '08:00',
    closesAt: '16:00',
    ...given,
  }
}

const wib = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()

describe('working days', () => {
  it.each([
    ['2026-12-11', true],
    ['2026-12-12', false],
    ['2026-12-13', false],
    ['2026-12-14', true],
    ['2026-12-24', false],
    ['2026-12-25', false],
  ])('%s: %s', (day, expected) => {
    expect(isWorkingDay(day, aCalendar())).toBe(expected)
  })
})

describe('one working day later', () => {
  it.each([
    ['within the day, to the same time tomorrow', '2026-12-10 09:00', '2026-12-11 09:00'],
    ['over the weekend', '2026-12-11 15:00', '2026-12-14 15:00'],
    ['from Saturday to the close of Monday', '2026-12-12 10:00', '2026-12-14 16:00'],
    ['from before opening', '2026-12-11 06:00', '2026-12-11 16:00'],
    ['from after closing', '2026-12-11 20:00', '2026-12-14 16:00'],
    ['from opening to closing', '2026-12-11 08:00', '2026-12-11 16:00'],
    ['from closing', '2026-12-11 16:00', '2026-12-14 16:00'],
    ['over joint leave, a holiday and the weekend', '2026-12-23 10:00', '2026-12-28 10:00'],
  ])('%s', (_name, start, end) => {
    expect(addWorkingDays(wib(start), 1, aCalendar())).toEqual({ at: wib(end), yearsUnknown: [] })
  })

  it('counts in the agency’s zone', () => {
    const jayapura = aCalendar({ zone: 'Asia/Jayapura' })
    expect(addWorkingDays(wib('2026-12-11 13:00'), 1, jayapura).at).toBe(wib('2026-12-14 13:00'))
    expect(addWorkingDays(wib('2026-12-11 15:00'), 1, jayapura).at).toBe(wib('2026-12-14 14:00'))
  })

  it('a year without a decree is told', () => {
    expect(addWorkingDays(wib('2026-12-31 15:00'), 1, aCalendar()).yearsUnknown).toEqual([2027])
    expect(addWorkingDays(wib('2027-01-04 09:00'), 1, aCalendar()).yearsUnknown).toEqual([2027])
  })

  it('a clock change in the night neither adds nor takes working time', () => {
    const amsterdam = aCalendar({ zone: 'Europe/Amsterdam', holidays: new Set() })
    expect(addWorkingMinutes('2026-03-27T14:00:00.000Z', 120, amsterdam).at).toBe('2026-03-30T07:00:00.000Z')
  })
})

describe('working minutes', () => {
  it('none from within working hours is now, from outside the next opening', () => {
    expect(addWorkingMinutes(wib('2026-12-11 09:00'), 0, aCalendar()).at).toBe(wib('2026-12-11 09:00'))
    expect(addWorkingMinutes(wib('2026-12-12 09:00'), 0, aCalendar()).at).toBe(wib('2026-12-14 08:00'))
  })

  it('a negative time, and a calendar without working time, are faults', () => {
    expect(() => addWorkingMinutes(wib('2026-12-11 09:00'), -1, aCalendar())).toThrow(RangeError)
    expect(() => addWorkingMinutes(wib('2026-12-11 09:00'), Number.NaN, aCalendar())).toThrow(RangeError)
    expect(() => addWorkingMinutes(wib('2026-12-11 09:00'), 1, aCalendar({ closesAt: '08:00' }))).toThrow(
      RangeError,
    )
  })

  const starts = fc
    .date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-20T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString())
  const minutes = fc.integer({ min: 1, max: 5000 })

  it('the end lies in working hours, and in two parts it is the same', () => {
    fc.assert(
      fc.property(starts, minutes, minutes, (start, one, other) => {
        const calendar = aCalendar()
        const whole = addWorkingMinutes(start, one + other, calendar).at
        const parts = addWorkingMinutes(addWorkingMinutes(start, one, calendar).at, other, calendar).at
        expect(parts).toBe(whole)
        expect(isWorkingDay(dayOf(whole, calendar.zone), calendar)).toBe(true)
        expect(clockOf(whole, calendar.zone) >= '08:00' && clockOf(whole, calendar.zone) <= '16:00').toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('an earlier start never ends later', () => {
    fc.assert(
      fc.property(starts, starts, minutes, (one, other, count) => {
        const [early, late] = [one, other].sort() as [string, string]
        const calendar = aCalendar()
        expect(
          addWorkingMinutes(early, count, calendar).at <= addWorkingMinutes(late, count, calendar).at,
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a day has as many as lie between opening and closing', () => {
    expect(workingMinutesOfDay(aCalendar())).toBe(480)
    expect(workingMinutesOfDay(aCalendar({ opensAt: '07:30' }))).toBe(510)
  })
})

describe('one working day before', () => {
  it.each([
    ['a Monday', '2026-12-14 09:00', '2026-12-11 09:00'],
    ['a Friday', '2026-12-11 09:00', '2026-12-10 09:00'],
    ['a Sunday', '2026-12-13 10:00', '2026-12-11 10:00'],
    ['the day after the holidays', '2026-12-28 10:00', '2026-12-23 10:00'],
    ['an evening, at closing', '2026-12-11 19:00', '2026-12-10 16:00'],
    ['an early morning, at opening', '2026-12-11 05:00', '2026-12-10 08:00'],
  ])('%s', (_name, at, expected) => {
    expect(workingDaysBefore(wib(at), 1, aCalendar()).at).toBe(wib(expected))
  })

  it('several days, and none', () => {
    expect(workingDaysBefore(wib('2026-12-28 10:00'), 3, aCalendar()).at).toBe(wib('2026-12-21 10:00'))
    expect(workingDaysBefore(wib('2026-12-12 10:00'), 0, aCalendar()).at).toBe(wib('2026-12-12 10:00'))
    expect(workingDaysBefore(wib('2026-01-01 10:00'), 1, aCalendar()).yearsUnknown).toEqual([2025])
  })
})
