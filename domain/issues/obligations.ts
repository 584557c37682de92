import { addWorkingMinutes, type WorkingCalendar, workingMinutesOfDay } from '../marks/working-time.ts'
import { addMinutes, type Instant, minutesBetween } from '../time.ts'
import { type Level, levels } from './level.ts'

export const obligationKinds = [
  'library_checked',
  'holding_answer',
  'holding_statement',
  'full_response',
] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** Whole hours, begun ones counted, of working time or by the wall clock; `dueAt` is exact. */
export type ObligationClock = { clock: 'working' | 'wall'; hours: number }

/** What each level brings; one working day is the agency's own number of hours. Source: Selaras rules, Issue level. */
const brought: Record<Level, { kind: ObligationKind; clock: 'working' | 'wall'; hours: number | 'day' }[]> = {
  issue: [{ kind: 'library_checked', clock: 'working', hours: 'day' }],
  opinion_leader: [{ kind: 'holding_answer', clock: 'wall', hours: 4 }],
  public_interest: [
    { kind: 'holding_statement', clock: 'wall', hours: 1 },
    { kind: 'full_response', clock: 'wall', hours: 24 },
  ],
}

export type NewObligation = ObligationClock & {
  kind: ObligationKind
  beganAt: Instant
  dueAt: Instant
  /** Years the working clock passed through without a decree. */
  yearsUnknown: number[]
}

/**
 * The obligations that begin when an issue comes to `level` at `moment`: those of this level and of every lower one that
 * have not begun before. What has begun keeps its deadline, so none ever moves later, and a fall takes none away.
 */
export function obligationsAt(
  level: Level,
  begun: readonly ObligationKind[],
  moment: Instant,
  calendar: WorkingCalendar,
): NewObligation[] {
  return levels
    .slice(0, levels.indexOf(level) + 1)
    .flatMap((reached) => brought[reached])
    .filter((obligation) => !begun.includes(obligation.kind))
    .map((obligation) => {
      const minutes = obligation.hours === 'day' ? workingMinutesOfDay(calendar) : obligation.hours * 60
      const due =
        obligation.clock === 'wall'
          ? { at: addMinutes(moment, minutes), yearsUnknown: [] }
          : addWorkingMinutes(moment, minutes, calendar)
      return {
        kind: obligation.kind,
        clock: obligation.clock,
        hours: Math.ceil(minutes / 60),
        beganAt: moment,
        dueAt: due.at,
        yearsUnknown: due.yearsUnknown,
      }
    })
}

export type ObligationFacts = { dueAt: Instant; metAt: Instant | null; missedAt: Instant | null }

export type ObligationReading = {
  state: 'running' | 'met' | 'met_late' | 'missed'
  /** Minutes left by the wall clock, negative once past; null when met. */
  minutesLeft: number | null
}

/**
 * How an obligation stands at `moment`. One not met at its due time is missed, written down or not yet; met later it is
 * `met_late` and stays so on the record.
 */
export function obligationAt(obligation: ObligationFacts, moment: Instant): ObligationReading {
  const { dueAt, metAt, missedAt } = obligation
  if (metAt !== null && metAt <= moment) {
    const isLate = metAt > dueAt || (missedAt !== null && missedAt < metAt)
    return { state: isLate ? 'met_late' : 'met', minutesLeft: null }
  }
  const minutesLeft = minutesBetween(moment, dueAt)
  return { state: minutesLeft < 0 ? 'missed' : 'running', minutesLeft }
}

/**
 * What a response settles: a posted holding statement the first answers, a posted full response all but the check of the
 * library, a decision not to respond what the two lower levels ask for. A protect publication goes out with a signed briefing
 * only, so its post shows that the desk has its holding answer.
 */
export const metByResponse = {
  holding: ['holding_answer', 'holding_statement'],
  full: ['holding_answer', 'holding_statement', 'full_response'],
  none: ['library_checked', 'holding_answer'],
} as const satisfies Record<'holding' | 'full' | 'none', readonly ObligationKind[]>
