import type { PublicationPhase, VariantOutcome } from '../publications/states.ts'
import type { Instant } from '../time.ts'
import type { Blocker } from './blockers.ts'

/** The refusals of this room: code -> data. */
export type PublishingRefusals = {
  not_to_hand_over: { phase: PublicationPhase }
  not_due_yet: { plannedAt: Instant }
  not_ready: { blockers: Blocker[] }
  ready_too_late: { plannedAt: Instant; readySince: Instant }
  not_handed_over: { phase: PublicationPhase }
  outcome_not_next: { from: VariantOutcome; to: VariantOutcome }
}

export type PublishingRefusal = {
  [Code in keyof PublishingRefusals]: { code: Code; data: PublishingRefusals[Code] }
}[keyof PublishingRefusals]
