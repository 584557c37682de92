import { addDays, clockOf } from '../time.ts'
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
