import {
  nextOutcomes,
  type PublicationCommand,
  type PublicationPhase,
  publicationStateAfterOutcomes,
  type VariantOutcome,
} from '../publications/states.ts'
import { phaseAfter } from '../publications/transitions.ts'
import type { PublishingRefusal } from './refusals.ts'

export type OutcomeFacts = {
  phase: PublicationPhase
  /** What stands for this variant now. */
  outcome: VariantOutcome
  /** What stands for the publication's other variants. */
  others: readonly VariantOutcome[]
}

/** What recording `next` for the variant does to the publication. */
export function commandOfOutcome(
  facts: Pick<OutcomeFacts, 'others'>,
  next: Exclude<VariantOutcome, 'none'>,
): PublicationCommand {
  if (next === 'posted') return 'post_variant'
  if (next === 'withdrawn') return 'withdraw_post'
  return publicationStateAfterOutcomes([...facts.others, next]) === 'draft'
    ? 'mark_last_not_posted'
    : 'mark_not_posted'
}

/**
 * Why this outcome cannot be recorded; empty means it may.
 * Refusals: not_handed_over, outcome_not_next. Source: Selaras rules, Publication, hand-over.
 */
export function reasonsAgainstOutcome(
  facts: OutcomeFacts,
  next: Exclude<VariantOutcome, 'none'>,
): PublishingRefusal[] {
  const allowed: readonly VariantOutcome[] = nextOutcomes[facts.outcome]
  if (facts.phase !== 'handed_over' && facts.phase !== 'published') {
    return [{ code: 'not_handed_over', data: { phase: facts.phase } }]
  }
  if (!allowed.includes(next) || phaseAfter(facts.phase, commandOfOutcome(facts, next)) === null) {
    return [{ code: 'outcome_not_next', data: { from: facts.outcome, to: next } }]
  }
  return []
}
