import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesBetween } from '../../../domain/time.ts'
import { neighbourhood, type Place } from '../../../server/reading/places.ts'

const accounts = new Map(
  [0, 30, 90].map((minimumMinutes) => {
    const id = `account ${minimumMinutes}`
    return [id, { id, unitId: 'unit 1', minimumMinutes }]
  }),
)
const begins = Date.parse('2026-12-09T15:00:00.000Z')

const place = fc.record({
  unitId: fc.constantFrom('unit 1', 'unit 2', 'unit 3'),
  publicId: fc.constantFrom(null, 'businesses', 'staff'),
  minute: fc.option(fc.integer({ min: 0, max: 240 })),
  accountIds: fc.subarray([...accounts.keys()], { minLength: 1 }),
})
const places = fc.array(place, { maxLength: 14 }).map((found) =>
  found.map(({ unitId, publicId, minute, accountIds }, index): Place => {
    const plannedAt = minute === null ? null : new Date(begins + minute * 60_000).toISOString()
    return {
      id: `publication ${index}`,
      unitId,
      publicId,
      plannedDay: minute !== null && minute >= 120 ? '2026-12-10' : '2026-12-09',
      plannedAt,
      accountIds,
    }
  }),
)

describe('who is near whom', () => {
  it('is everybody on one of its accounts within that account’s distance, and other units that day for the same public', () => {
    fc.assert(
      fc.property(places, (all) => {
        const near = neighbourhood(all, accounts)
        for (const own of all) {
          const answer = near(own)
          const others = all.filter(
            (other) =>
              other.plannedDay === own.plannedDay &&
              other.unitId !== own.unitId &&
              other.publicId === own.publicId,
          )
          expect(answer.othersThatDay).toBe(others.length)
          expect(new Set(answer.near)).toEqual(new Set(plainly(own, all)))
        }
      }),
    )
  })
})

/** The rule as it is said, each with each. */
function plainly(own: Place, all: readonly Place[]) {
  return own.accountIds.flatMap((accountId) => {
    const minimumMinutes = accounts.get(accountId)?.minimumMinutes ?? 0
    return all.flatMap((other) => {
      if (own.plannedAt === null || other.plannedAt === null) return []
      if (other.id === own.id || !other.accountIds.includes(accountId)) return []
      const minutesApart = minutesBetween(own.plannedAt, other.plannedAt)
      if (Math.abs(minutesApart) >= minimumMinutes) return []
      return [{ publicationId: other.id, accountId, minutesApart, minimumMinutes }]
    })
  })
}
