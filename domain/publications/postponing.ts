import { minutesOf, type Shift } from '../agenda/shift.ts'
import { addDays, atClock, clockOf } from '../time.ts'
import { type PlannedTime, plannedTime } from './planned-time.ts'

const DAY_MINUTES = 24 * 60

/**
 * A publication's time after the event it hangs on moved: as many days later, and its hour by as much as the event's. The
 * hour is the one on the wall: 09.00 stays 09.00 across a clock change. Where the clock shows no such hour on the new
 * day, the hour becomes open (`isGap`); it is never another one. What has no day stays without.
 * Source: Selaras decision 7.
 */
export function postponed(
  time: PlannedTime,
  shift: Shift,
  zone: string,
): { time: PlannedTime; isGap: boolean } {
  const { timeKind, plannedDay, plannedAt } = time
  if (plannedDay === null || (shift.days === 0 && shift.minutes === 0)) return { time, isGap: false }
  if (plannedAt === null) {
    return { time: { timeKind, plannedDay: addDays(plannedDay, shift.days), plannedAt }, isGap: false }
  }
  const minutes = minutesOf(clockOf(plannedAt, zone)) + shift.minutes
  const day = addDays(plannedDay, shift.days + Math.floor(minutes / DAY_MINUTES))
  const clock = clockText(((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES)
  const at = atClock(day, clock, zone)
  if (at !== null) return { time: { timeKind, plannedDay: day, plannedAt: at }, isGap: false }
  const open = plannedTime({ kind: 'open', day }, zone)
  if (open === null) throw new Error(`no day ${day}`)
  return { time: open, isGap: true }
}

function clockText(minutes: number): string {
  const text = (part: number) => String(part).padStart(2, '0')
  return `${text(Math.floor(minutes / 60))}:${text(minutes % 60)}`
}
