import type { Instant } from '../time.ts'

export type Shift = { startsAt: Instant; endsAt: Instant }

/**
 * The spans within [from, until) that no shift covers, in order. Empty where the roster has no gap. Source: Selaras
 * rules, Approval, urgent: a gap in the duty roster is a warning seven days ahead.
 */
export function gapsIn(shifts: readonly Shift[], from: Instant, until: Instant): Shift[] {
  const gaps: Shift[] = []
  let covered = from
  for (const shift of [...shifts].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))) {
    if (shift.endsAt <= covered) continue
    if (shift.startsAt >= until) break
    if (shift.startsAt > covered) gaps.push({ startsAt: covered, endsAt: shift.startsAt })
    covered = shift.endsAt
  }
  if (covered < until) gaps.push({ startsAt: covered, endsAt: until })
  return gaps
}
