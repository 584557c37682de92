/** The stored states of a publication. Source: Selaras rules, Publication. */
export const publicationStates = ['idea', 'draft', 'in_review', 'approved', 'published', 'cancelled'] as const
export type PublicationState = (typeof publicationStates)[number]

/** Content, time and details may still change. */
export const changeableStates = [
  'idea',
  'draft',
  'in_review',
  'approved',
] as const satisfies PublicationState[]
/** A submission is live. */
export const submittedStates = ['in_review', 'approved'] as const satisfies PublicationState[]
/** Planned and not yet out: what a month's work still is. */
export const aheadStates = ['draft', 'in_review', 'approved'] as const satisfies PublicationState[]
/** Shown where nobody filtered for more. */
export const shownStates = [
  'idea',
  'draft',
  'in_review',
  'approved',
  'published',
] as const satisfies PublicationState[]
/** Nothing was posted, so only the circle of an executive account sees it. */
export const unpostedStates = [
  'idea',
  'draft',
  'in_review',
  'approved',
  'cancelled',
] as const satisfies PublicationState[]
/** Takes its place on an account: counts for clashes and crowding. */
export const placedStates = [
  'draft',
  'in_review',
  'approved',
  'published',
] as const satisfies PublicationState[]

/** The states, with `approved` told apart by hand-over: that keeps the state and closes the content. */
export const publicationPhases = [
  'idea',
  'draft',
  'in_review',
  'approved',
  'handed_over',
  'published',
  'cancelled',
] as const
export type PublicationPhase = (typeof publicationPhases)[number]

/** The phase of a stored publication; `handedOverAt` is null before a hand-over and after one that came to nothing. */
export function phaseOf(facts: { state: PublicationState; handedOverAt: string | null }): PublicationPhase {
  return facts.state === 'approved' && facts.handedOverAt !== null ? 'handed_over' : facts.state
}

/** The state to store for a phase. */
export function stateOfPhase(phase: PublicationPhase): PublicationState {
  return phase === 'handed_over' ? 'approved' : phase
}

/** Everything that may happen to a publication. `comment` changes no state and is open in all of them. */
export const publicationCommands = [
  'add_account',
  'remove_account',
  'edit_content',
  'edit_details',
  'move',
  'move_bound_time',
  'submit',
  'approve',
  'approve_last',
  'ask_for_changes',
  'reject',
  'withdraw_submission',
  'revoke',
  'hand_over',
  'post_variant',
  'mark_not_posted',
  'mark_last_not_posted',
  'withdraw_post',
  'cancel',
  'duplicate',
  'comment',
] as const
export type PublicationCommand = (typeof publicationCommands)[number]

/** A new publication without an account is an idea, with one a draft. */
export function firstState(accountCount: number): PublicationState {
  return accountCount === 0 ? 'idea' : 'draft'
}

/** What became of one variant after hand-over; `none` until somebody confirms. */
export const variantOutcomes = ['none', 'posted', 'not_posted', 'withdrawn'] as const
export type VariantOutcome = (typeof variantOutcomes)[number]

/** Outcome now -> outcomes that may be recorded next. Source: Selaras rules, Publication, hand-over. */
export const nextOutcomes = {
  none: ['posted', 'not_posted'],
  posted: ['withdrawn'],
  not_posted: ['posted'],
  withdrawn: [],
} as const satisfies Record<VariantOutcome, readonly VariantOutcome[]>

/**
 * The state of a handed-over publication from the outcomes of its variants: the first one posted makes it
 * published and it stays so; all not posted make it a draft again; until then it stays approved.
 */
export function publicationStateAfterOutcomes(outcomes: readonly VariantOutcome[]): PublicationState {
  if (outcomes.some((outcome) => outcome === 'posted' || outcome === 'withdrawn')) return 'published'
  if (outcomes.length > 0 && outcomes.every((outcome) => outcome === 'not_posted')) return 'draft'
  return 'approved'
}
