import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_MINIMUM_MINUTES } from '../../../domain/accounts/input.ts'
import { addDays, addMinutes, dayOf } from '../../../domain/time.ts'
import type { CalendarRow } from '../../../server/reading/calendar-rows.ts'
import { dayByDay } from '../../../server/reading/day-by-day.ts'
import type { FactsOnce } from '../../../server/reading/facts-once.ts'
import { type Neighbours, neighbourhood, takesPlace } from '../../../server/reading/places.ts'

const first = '2026-12-07'
const last = '2026-12-11'
const accounts = new Map(
  [0, 90, MOST_MINIMUM_MINUTES].map((minimumMinutes) => {
    const id = `account ${minimumMinutes}`
    return [id, { id, unitId: 'unit 1', minimumMinutes }]
  }),
)
const once = { accounts } as unknown as FactsOnce

const row = fc.record({
  minute: fc.integer({ min: -1440, max: 6 * 1440 - 1 }),
  unitId: fc.constantFrom('unit 1', 'unit 2'),
  publicId: fc.constantFrom(null, 'staff'),
  state: fc.constantFrom('idea', 'draft', 'published'),
  accountIds: fc.subarray([...accounts.keys()], { minLength: 1 }),
})
const rows = fc.array(row, { maxLength: 30 }).map((found) =>
  found
    .toSorted((one, other) => one.minute - other.minute)
    .map(({ minute, ...facts }, index) => {
      const plannedAt = addMinutes(`${first}T00:00:00.000Z`, minute)
      const plannedDay = dayOf(plannedAt, 'UTC')
      return { ...facts, id: `publication ${index}`, plannedAt, plannedDay } as CalendarRow
    }),
)

it('gives each row the neighbours it has among all of them, whenever the facts come', () => {
  fc.assert(
    fc.property(rows, fc.nat({ max: 30 }), (all, knownAfter) => {
      const inside = all.filter(({ plannedDay }) => first <= String(plannedDay) && String(plannedDay) <= last)
      const placed = all.filter(({ state }) => takesPlace(state))
      const on = (day: string) => placed.filter(({ plannedDay }) => plannedDay === day)
      const given: { id: string; neighbours: Neighbours }[] = []
      const days = dayByDay(({ id }, neighbours) => given.push({ id, neighbours }))
      inside.forEach((one, index) => {
        if (index === knownAfter) days.know(once, on(addDays(first, -1)))
        days.take(one)
      })
      if (knownAfter >= inside.length) days.know(once, on(addDays(first, -1)))
      days.end(on(addDays(last, 1)))

      const near = neighbourhood(placed, accounts)
      expect(given.map(({ id }) => id)).toEqual(inside.map(({ id }) => id))
      for (const [index, { neighbours }] of given.entries()) {
        const plainly = near(inside[index] as CalendarRow)
        expect(neighbours.othersThatDay).toBe(plainly.othersThatDay)
        expect(new Set(neighbours.near)).toEqual(new Set(plainly.near))
      }
    }),
  )
})

it('most of the days are given before the last row came', () => {
  const given: string[] = []
  const days = dayByDay(({ id }) => given.push(id))
  days.know(once, [])
  for (const plannedDay of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10']) {
    const plannedAt = `${plannedDay}T03:00:00.000Z`
    days.take({
      id: plannedDay,
      plannedDay,
      plannedAt,
      state: 'draft',
      accountIds: [],
    } as unknown as CalendarRow)
  }
  expect(given).toEqual(['2026-12-07', '2026-12-08'])
})
