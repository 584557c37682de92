import { addDays, type Day, type Instant, startOfDay } from '../time.ts'

export const pauseKinds = ['election_quiet', 'mourning', 'disaster', 'crisis'] as const
export type PauseKind = (typeof pauseKinds)[number]

export const pauseStops = ['promotional', 'everything'] as const
export type PauseStops = (typeof pauseStops)[number]

export const pauseScopes = ['agency', 'units', 'accounts'] as const
export type PauseScope = (typeof pauseScopes)[number]

/** A pause as it was entered: in days of the agency's zone, or in instants. */
export type Pause = {
  id: string
  kind: PauseKind
  name: string
  stops: PauseStops
  scope: PauseScope
  unitIds: readonly string[]
  accountIds: readonly string[]
  /** With `lastDay` (inclusive; null: until further notice) where it is given in days; else null. */
  firstDay: Day | null
  lastDay: Day | null
  /** With `endsAt` (exclusive; null: until further notice) where it is given in instants; else null. */
  startsAt: Instant | null
  endsAt: Instant | null
  /** Ended early by a person. */
  endedAt: Instant | null
}

/** A pause between two instants: made once for a list, compared as text for each row. */
export type PauseSpan = Omit<Pause, 'firstDay' | 'lastDay' | 'startsAt' | 'endsAt' | 'endedAt'> & {
  from: Instant
  /** Exclusive; null: until further notice. */
  until: Instant | null
}

export type PausedFacts = {
  objective: 'promote' | 'protect'
  unitId: string
  accounts: readonly { id: string; unitId: string }[]
  plannedAt: Instant | null
}

/**
 * The pause as a span. One given in days follows the agency's date in `zone`, so it begins and ends at its midnight.
 * Null where the pause has no beginning or was ended before it began. Source: Selaras rules, Readiness 5.
 */
export function pauseSpan(pause: Pause, zone: string): PauseSpan | null {
  const { firstDay, lastDay, startsAt, endsAt, endedAt, ...rest } = pause
  const from = firstDay === null ? startsAt : startOfDay(firstDay, zone)
  if (from === null) return null
  const planned = firstDay === null ? endsAt : lastDay === null ? null : startOfDay(addDays(lastDay, 1), zone)
  const until = planned === null || (endedAt !== null && endedAt < planned) ? endedAt : planned
  return until !== null && until <= from ? null : { ...rest, from, until }
}

/** Whether the instant lies in the span: its first moment does, its end does not. */
export function spanHolds(span: PauseSpan, at: Instant): boolean {
  return span.from <= at && (span.until === null || at < span.until)
}

/**
 * Whether the span stops this publication at its planned time, whatever exceptions stand: the time lies in it, the
 * objective is among what it stops, and the publication's unit, one of its accounts' units or one of its accounts is in
 * its scope. Without a planned time nothing is covered.
 */
export function pauseCovers(span: PauseSpan, facts: PausedFacts): boolean {
  if (facts.plannedAt === null || !spanHolds(span, facts.plannedAt)) return false
  if (span.stops === 'promotional' && facts.objective !== 'promote') return false
  return isInScope(span, facts)
}

function isInScope(span: PauseSpan, facts: PausedFacts): boolean {
  switch (span.scope) {
    case 'agency':
      return true
    case 'units':
      return (
        span.unitIds.includes(facts.unitId) ||
        facts.accounts.some((account) => span.unitIds.includes(account.unitId))
      )
    case 'accounts':
      return facts.accounts.some((account) => span.accountIds.includes(account.id))
  }
}
