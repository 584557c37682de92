import type { PauseSpan } from '../../domain/marks/pauses.ts'
import { addMilliseconds, type Day, dayOf } from '../../domain/time.ts'

/** The days a pause touches in the agency's zone; without `lastDay` it goes on until further notice. */
export function daysOfSpan(
  span: Pick<PauseSpan, 'from' | 'until'>,
  zone: string,
): { firstDay: Day; lastDay: Day | null } {
  return {
    firstDay: dayOf(span.from, zone),
    lastDay: span.until === null ? null : dayOf(addMilliseconds(span.until, -1), zone),
  }
}
