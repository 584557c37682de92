import { describe, expect, it } from 'vitest'
import { addMonths, daysOf, eachDay, monthOf, stepFrom, weekOf } from '../../../client/calendar/days.ts'
import { filterCount, filterOf } from '../../../client/calendar/filter.ts'
import { calendarSearch } from '../../../client/calendar/search.ts'

describe('what a view shows', () => {
  it.each([
    ['2026-12-09', '2026-11-30', '2027-01-03', 35],
    ['2026-02-14', '2026-01-26', '2026-03-01', 35],
    ['2027-02-14', '2027-02-01', '2027-02-28', 28],
    ['2026-08-31', '2026-07-27', '2026-09-06', 42],
  ])('the month of %s as whole weeks', (day, from, to, count) => {
    expect(daysOf('month', day)).toEqual({ from, to })
    expect(eachDay(daysOf('month', day))).toHaveLength(count)
  })

  it('a month and a week', () => {
    expect(monthOf('2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(weekOf('2026-12-13')).toEqual({ from: '2026-12-07', to: '2026-12-13' })
    expect(daysOf('list', '2026-12-09')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })

  it('never more than the server answers', () => {
    for (let year = 2000; year <= 2100; year++)
      for (let month = 1; month <= 12; month++) {
        const day = `${year}-${String(month).padStart(2, '0')}-15`
        expect(eachDay(daysOf('month', day)).length).toBeLessThanOrEqual(42)
      }
  })

  it('a day and a year, and how far a step goes in each view', () => {
    expect(daysOf('day', '2026-12-09')).toEqual({ from: '2026-12-09', to: '2026-12-09' })
    expect(daysOf('year', '2026-12-09')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(stepFrom('day', '2026-12-31', 1)).toBe('2027-01-01')
    expect(stepFrom('week', '2026-12-31', -1)).toBe('2026-12-24')
    expect(stepFrom('list', '2026-12-31', -1)).toBe('2026-11-30')
    expect(stepFrom('year', '2028-02-29', 1)).toBe('2029-02-28')
  })

  it('the same day of another month, or its last', () => {
    expect(addMonths('2026-12-09', 1)).toBe('2027-01-09')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })
})

describe('filters in the address', () => {
  it('are read leniently: what is none is left out', () => {
    const search = calendarSearch({
      account: '7f8b1c9a-8f3c-4d52-9f8f-0c8f6d9b1a11,nonsense',
      objective: 'both',
      platform: 'myspace,instagram',
      kind: 'event,disruption,poem',
      status: 'ready,approved,finished',
      q: '  siapkan  ',
      date: '2026-02-30',
      view: 'decade',
      ready: 'no',
    })
    expect(filterOf(search)).toEqual({
      accountIds: ['7f8b1c9a-8f3c-4d52-9f8f-0c8f6d9b1a11'],
      unitIds: [],
      campaignIds: [],
      publics: [],
      ownerIds: [],
      platforms: ['instagram'],
      subjectClasses: ['disruption', 'event'],
      objective: null,
      statuses: ['approved', 'ready'],
      isNotReady: true,
      words: 'siapkan',
    })
    expect(search.date).toBeUndefined()
    expect(search.view).toBeUndefined()
    expect(filterCount(search)).toBe(6)
  })

  it('narrow nothing where the address names none', () => {
    expect(filterCount(calendarSearch({}))).toBe(0)
  })
})
