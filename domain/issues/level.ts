import { type Reading, type UptakePart, uptakeOf, uptakeParts } from './uptake.ts'

/** Lowest first. Source: Selaras rules, Issue level. */
export const levels = ['issue', 'opinion_leader', 'public_interest'] as const
export type Level = (typeof levels)[number]

/** The agency's. */
export type Thresholds = {
  /** From this publicUptake on: `public_interest`. */
  uptake: number
  /** From so many opinion leaders on: `opinion_leader`. */
  opinionLeaders: number
  /** From this issueCount on: `opinion_leader`; null: the count is only shown. */
  issueCount: number | null
}

export const defaultThresholds: Thresholds = { uptake: 60, opinionLeaders: 3, issueCount: null }

/** What made a level hold, with the numbers it was judged by. */
export type LevelReason =
  | { because: 'harm' }
  | { because: 'uptake'; value: number; threshold: number; parts: UptakePart[] }
  | { because: 'opinion_leaders'; value: number; threshold: number }
  | { because: 'issue_count'; value: number; threshold: number }
  | { because: 'below_thresholds'; uptake: number; opinionLeaders: number }

export type LevelReading = { level: Level; reasons: LevelReason[] }

/** Below 0 where `one` is lower than `other`, 0 where they are the same. */
export function compareLevels(one: Level, other: Level): number {
  return levels.indexOf(one) - levels.indexOf(other)
}

function higherLevel(one: Level, other: Level): Level {
  return compareLevels(one, other) >= 0 ? one : other
}

/**
 * The level that the newest reading gives, with every reason that carries it: the highest that holds wins, whatever the
 * lower counts say. Harm to people is a mark of the issue and needs no reading (null: nobody has read yet).
 */
export function levelOf(
  reading: Reading | null,
  isHarmful: boolean,
  thresholds: Thresholds = defaultThresholds,
): LevelReading {
  const uptake = reading === null ? 0 : uptakeOf(reading)
  const highest: LevelReason[] = isHarmful ? [{ because: 'harm' }] : []
  if (reading !== null && uptake >= thresholds.uptake) {
    const parts = uptakeParts(reading)
    highest.push({ because: 'uptake', value: uptake, threshold: thresholds.uptake, parts })
  }
  if (highest.length > 0) return { level: 'public_interest', reasons: highest }
  const middle = reading === null ? [] : opinionReasons(reading, thresholds)
  if (middle.length > 0) return { level: 'opinion_leader', reasons: middle }
  const opinionLeaders = reading?.opinionLeaderCount ?? 0
  return { level: 'issue', reasons: [{ because: 'below_thresholds', uptake, opinionLeaders }] }
}

/**
 * The level after a reading: it rises at once and never falls by itself.
 * Source: Selaras rules, Issue level.
 */
export function levelAfterReading(present: Level, given: Level): Level {
  return higherLevel(present, given)
}

function opinionReasons(reading: Reading, thresholds: Thresholds): LevelReason[] {
  const reasons: LevelReason[] = []
  if (reading.opinionLeaderCount >= thresholds.opinionLeaders) {
    const value = reading.opinionLeaderCount
    reasons.push({ because: 'opinion_leaders', value, threshold: thresholds.opinionLeaders })
  }
  if (thresholds.issueCount !== null && reading.issueCount >= thresholds.issueCount) {
    reasons.push({ because: 'issue_count', value: reading.issueCount, threshold: thresholds.issueCount })
  }
  return reasons
}
