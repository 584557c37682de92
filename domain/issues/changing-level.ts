import { compareLevels, type Level } from './level.ts'
import type { IssueRefusal } from './refusals.ts'

export type LevelChangeFacts = {
  isClosed: boolean
  present: Level
  /** What the newest readings and the mark of harm give. */
  given: Level
}

/** A person wants the issue at another level. `reason` is what they wrote. */
export type WantedLevel = { to: Level; reason: string }

/**
 * Why a person cannot set this level; empty means they can, though a fall from `public_interest` then still waits for a
 * second person (`needsSecondPerson`). Refusals: issue_closed, same_level, level_reason_missing, below_readings.
 * Source: Selaras rules, Issue level.
 */
export function reasonsAgainstChangingLevel(facts: LevelChangeFacts, wanted: WantedLevel): IssueRefusal[] {
  if (facts.isClosed) return [{ code: 'issue_closed', data: {} }]
  if (wanted.to === facts.present) return [{ code: 'same_level', data: { level: wanted.to } }]
  const reasons: IssueRefusal[] = []
  if (wanted.reason.trim() === '') reasons.push({ code: 'level_reason_missing', data: {} })
  if (compareLevels(wanted.to, facts.present) < 0 && compareLevels(wanted.to, facts.given) < 0) {
    reasons.push({ code: 'below_readings', data: { wanted: wanted.to, given: facts.given } })
  }
  return reasons
}

/** Lowering from `public_interest` happens only once a second person on duty has confirmed it. */
export function needsSecondPerson(from: Level, to: Level): boolean {
  return from === 'public_interest' && compareLevels(to, from) < 0
}

export type ConfirmingFacts = LevelChangeFacts & {
  pending: { askedById: string; from: Level; to: Level; isPending: boolean }
  /** Everybody on duty at the moment; all active holders of the roles while the roster is empty. */
  onDutyIds: readonly string[]
}

/**
 * Why this person cannot confirm a lowering that another asked for; the readings are judged again, since they may have
 * risen meanwhile. Refusals: nothing_to_confirm, same_person, not_on_duty, issue_closed, below_readings.
 */
export function reasonsAgainstConfirming(facts: ConfirmingFacts, personId: string): IssueRefusal[] {
  const { pending } = facts
  if (!pending.isPending || pending.from !== facts.present) return [{ code: 'nothing_to_confirm', data: {} }]
  if (facts.isClosed) return [{ code: 'issue_closed', data: {} }]
  const reasons: IssueRefusal[] = []
  if (pending.askedById === personId) reasons.push({ code: 'same_person', data: {} })
  else if (!facts.onDutyIds.includes(personId)) reasons.push({ code: 'not_on_duty', data: {} })
  if (compareLevels(pending.to, facts.given) < 0) {
    reasons.push({ code: 'below_readings', data: { wanted: pending.to, given: facts.given } })
  }
  return reasons
}
