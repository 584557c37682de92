import type { EventTime } from '../../domain/agenda/shift.ts'
import { atClock } from '../../domain/time.ts'
import { refuse } from '../infrastructure/refuse.ts'

/** A given time as the row keeps it. Refuses `time_does_not_exist` where the clock shows no such time on that day. */
export function eventColumns(time: EventTime, zone: string) {
  const clock = time.kind === 'open' ? null : time.clock
  if (clock !== null && atClock(time.day, clock, zone) === null) {
    return refuse('time_does_not_exist', { day: time.day, clock, zone })
  }
  return { timeKind: time.kind, day: time.day, clock }
}
