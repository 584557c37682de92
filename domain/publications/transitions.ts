import type { PublicationRefusal } from './refusals.ts'
import type { PublicationCommand, PublicationPhase } from './states.ts'

type Row = Partial<Record<PublicationCommand, PublicationPhase>>

/**
 * The legal transitions: phase x command -> next phase; what is not listed is refused. `approve` is a decision that
 * leaves steps open, `approve_last` the one that completes them. `move_bound_time` is a move where a policy binds the
 * time. `duplicate` leaves this publication as it is. Source: Selaras rules, Publication.
 */
export const transitions: Record<PublicationPhase, Row> = {
  idea: {
    add_account: 'draft',
    edit_content: 'idea',
    edit_details: 'idea',
    move: 'idea',
    move_bound_time: 'idea',
    cancel: 'cancelled',
    duplicate: 'idea',
    comment: 'idea',
  },
  draft: {
    add_account: 'draft',
    remove_account: 'draft',
    edit_content: 'draft',
    edit_details: 'draft',
    move: 'draft',
    move_bound_time: 'draft',
    submit: 'in_review',
    cancel: 'cancelled',
    duplicate: 'draft',
    comment: 'draft',
  },
  in_review: {
    add_account: 'draft',
    remove_account: 'draft',
    edit_content: 'draft',
    edit_details: 'in_review',
    move: 'in_review',
    move_bound_time: 'draft',
    approve: 'in_review',
    approve_last: 'approved',
    ask_for_changes: 'draft',
    reject: 'draft',
    withdraw_submission: 'draft',
    revoke: 'in_review',
    cancel: 'cancelled',
    duplicate: 'in_review',
    comment: 'in_review',
  },
  approved: {
    add_account: 'draft',
    remove_account: 'draft',
    edit_content: 'draft',
    edit_details: 'approved',
    move: 'approved',
    move_bound_time: 'draft',
    withdraw_submission: 'draft',
    revoke: 'in_review',
    hand_over: 'handed_over',
    cancel: 'cancelled',
    duplicate: 'approved',
    comment: 'approved',
  },
  handed_over: {
    post_variant: 'published',
    mark_not_posted: 'handed_over',
    mark_last_not_posted: 'draft',
    duplicate: 'handed_over',
    comment: 'handed_over',
  },
  published: {
    post_variant: 'published',
    mark_not_posted: 'published',
    withdraw_post: 'published',
    duplicate: 'published',
    comment: 'published',
  },
  cancelled: { duplicate: 'cancelled', comment: 'cancelled' },
}

/** The phase after `command`, or null where it is refused. */
export function phaseAfter(phase: PublicationPhase, command: PublicationCommand): PublicationPhase | null {
  return transitions[phase][command] ?? null
}

/** Why `command` cannot happen now: `not_in_this_state`, or nothing. */
export function reasonsAgainstTransition(
  phase: PublicationPhase,
  command: PublicationCommand,
): PublicationRefusal[] {
  return phaseAfter(phase, command) === null ? [{ code: 'not_in_this_state', data: { phase, command } }] : []
}

/** Why an account cannot be taken away: also `last_account`, since from draft on there is at least one variant. */
export function reasonsAgainstRemovingAccount(
  phase: PublicationPhase,
  accountCount: number,
): PublicationRefusal[] {
  const reasons = reasonsAgainstTransition(phase, 'remove_account')
  return reasons.length === 0 && accountCount <= 1 ? [{ code: 'last_account', data: {} }] : reasons
}

/** Whether going from one phase to the other ends the live submission, so that whoever decided is told. */
export function endsSubmission(from: PublicationPhase, to: PublicationPhase): boolean {
  const isLive = from === 'in_review' || from === 'approved' || from === 'handed_over'
  return isLive && (to === 'draft' || to === 'cancelled')
}
