import { atClock, type Day, type Instant } from '../time.ts'

export const timeKinds = ['exact', 'tentative', 'open', 'none'] as const
export type TimeKind = (typeof timeKinds)[number]

/**
 * A planned time as a person gives it: a day and a clock time in the agency's zone, a tentative day with or without a
 * clock time, a day whose hour is still open, or none.
 */
export type GivenTime =
  | { kind: 'exact'; day: Day; clock: string }
  | { kind: 'tentative'; day: Day; clock: string | null }
  | { kind: 'open'; day: Day }
  | { kind: 'none' }

export type PlannedTime = { timeKind: TimeKind; plannedDay: Day | null; plannedAt: Instant | null }

/**
 * The time to store, or null where the clock shows no such time on that day in `zone` (a gap at a clock change): it is
 * never moved. Source: Selaras invariants, time.
 */
export function plannedTime(given: GivenTime, zone: string): PlannedTime | null {
  if (given.kind === 'none') return { timeKind: 'none', plannedDay: null, plannedAt: null }
  const clock = given.kind === 'open' ? null : given.clock
  if (clock === null) return { timeKind: given.kind, plannedDay: given.day, plannedAt: null }
  const plannedAt = atClock(given.day, clock, zone)
  return plannedAt === null ? null : { timeKind: given.kind, plannedDay: given.day, plannedAt }
}
