import type { PublicationPhase, PublicationState } from '../publications/states.ts'
import { phaseAfter } from '../publications/transitions.ts'
import type { Instant } from '../time.ts'
import type { Blocker } from './blockers.ts'
import { isReady } from './readiness.ts'
import type { PublishingRefusal } from './refusals.ts'

export type HandOverFacts = {
  phase: PublicationPhase
  plannedAt: Instant | null
  /** From `readiness` at the same moment, read under the publication's lock. */
  blockers: readonly Blocker[]
  /** When the last thing that had blocked it was lifted: a decision, a signature, an exception, a hold, an edit of limits. */
  readySince: Instant | null
}

/**
 * Why the publication is not handed over now; empty means it goes. The clock hands over only what was ready at its
 * time; its owner also what became ready within the grace. The end of the grace is the blocker `time_past`.
 * Refusals: not_to_hand_over, not_due_yet, not_ready, ready_too_late. Source: Selaras rules, Publication, hand-over; Readiness 7.
 */
export function reasonsAgainstHandingOver(
  facts: HandOverFacts,
  by: 'clock' | 'owner',
  moment: Instant,
): PublishingRefusal[] {
  if (phaseAfter(facts.phase, 'hand_over') === null) {
    return [{ code: 'not_to_hand_over', data: { phase: facts.phase } }]
  }
  const reasons: PublishingRefusal[] = []
  if (!isReady(facts.blockers)) {
    const blockers = facts.blockers.filter((found) => found.severity === 'blocker')
    reasons.push({ code: 'not_ready', data: { blockers } })
  }
  if (facts.plannedAt === null) return reasons
  if (moment < facts.plannedAt) reasons.push({ code: 'not_due_yet', data: { plannedAt: facts.plannedAt } })
  if (by === 'clock' && facts.readySince !== null && facts.readySince > facts.plannedAt) {
    const data = { plannedAt: facts.plannedAt, readySince: facts.readySince }
    reasons.push({ code: 'ready_too_late', data })
  }
  return reasons
}

/** The states in which a hand-over may stand: what it gave out is confirmed variant by variant. */
export const handedOverStates = ['approved', 'published'] as const satisfies PublicationState[]
