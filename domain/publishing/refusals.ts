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
  /** `context` picks the sentence: what stands already. */
  outcome_not_next: { from: VariantOutcome; to: VariantOutcome; context?: VariantOutcome }
  /** The platform gives each post an address, and none was given. */
  post_link_missing: { platform: string }
  /** The moment lies before the hand-over or ahead of now. */
  posted_moment_unlikely: { from: Instant; until: Instant }
  /** A publication corrects another one, not itself. */
  replacement_is_itself: Record<string, never>
}

export type PublishingRefusal = {
  [Code in keyof PublishingRefusals]: { code: Code; data: PublishingRefusals[Code] }
}[keyof PublishingRefusals]
