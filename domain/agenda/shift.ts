import { type Day, daysBetween } from '../time.ts'

/** When an event is: a day and a clock time in the agency's zone, a tentative one, or a day whose hour is still open. */
export type EventTime =
  | { kind: 'exact'; day: Day; clock: string }
  | { kind: 'tentative'; day: Day; clock: string | null }
  | { kind: 'open'; day: Day }

/** How far an event moves: whole days, and minutes by the clock on the wall. */
export type Shift = { days: number; minutes: number }

/** From one time of an event to another. The hour counts only where it is exact before and after. */
export function shiftBetween(from: EventTime, to: EventTime): Shift {
  const days = daysBetween(from.day, to.day)
  if (from.kind !== 'exact' || to.kind !== 'exact') return { days, minutes: 0 }
  return { days, minutes: minutesOf(to.clock) - minutesOf(from.clock) }
}

/** The minutes since midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** The columns of an event's row as its time. */
export function eventTime(row: { timeKind: EventTime['kind']; day: Day; clock: string | null }): EventTime {
  const { timeKind: kind, day, clock } = row
  if (kind === 'tentative') return { kind, day, clock }
  return kind === 'exact' && clock !== null ? { kind, day, clock } : { kind: 'open', day }
}
