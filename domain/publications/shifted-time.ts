import { addDays, clockOf, weekdayOf } from '../time.ts'
import type { GivenTime, PlannedTime } from './planned-time.ts'

/**
 * The time so many days later, or earlier where `days` is negative: the clock in the agency's zone stays, and so does how
 * certain the time is. Null where there is no day to shift. Whether the clock exists on the new day is `plannedTime`'s to
 * say: a gap is refused there, never moved. Source: Selaras rules, Publication.
 */
export function shiftedTime(time: PlannedTime, days: number, zone: string): GivenTime | null {
  if (time.timeKind === 'none' || time.plannedDay === null) return null
  const day = addDays(time.plannedDay, days)
  const clock = time.plannedAt === null ? null : clockOf(time.plannedAt, zone)
  if (time.timeKind === 'tentative') return { kind: 'tentative', day, clock }
  return clock === null ? { kind: 'open', day } : { kind: 'exact', day, clock }
}

/**
 * The same time on another weekday of its own week, Monday to Sunday, or at another clock, or both; a day whose hour was
 * open gets the hour. Null where there is no day.
 */
export function timeAlike(
  time: PlannedTime,
  { weekday, clock: wanted }: { weekday?: number | undefined; clock?: string | undefined },
  zone: string,
): GivenTime | null {
  const days = weekday === undefined || time.plannedDay === null ? 0 : weekday - weekdayOf(time.plannedDay)
  const given = shiftedTime(time, days, zone)
  if (given === null || given.kind === 'none' || wanted === undefined) return given
  return { kind: given.kind === 'tentative' ? 'tentative' : 'exact', day: given.day, clock: wanted }
}
