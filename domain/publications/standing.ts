import { type Action, type Grant, holds } from '../permissions.ts'
import { type EditableFacts, mayWrite } from './authorship.ts'
import type { PublicationRefusal } from './refusals.ts'
import { type PublicationCommand, phaseOf } from './states.ts'
import { reasonsAgainstTransition } from './transitions.ts'

/** What a person may do with a publication, and where not, why: their role, or its state. */
export type Standing = { isAllowed: true; why: null } | { isAllowed: false; why: 'role' | PublicationRefusal }

const acts = {
  editContent: { command: 'edit_content', right: 'write' },
  editDetails: { command: 'edit_details', right: 'write' },
  addAccount: { command: 'add_account', right: 'write' },
  move: { command: 'move', right: 'publication.plan' },
  cancel: { command: 'cancel', right: 'publication.plan' },
  submit: { command: 'submit', right: 'publication.submit' },
  withdrawSubmission: { command: 'withdraw_submission', right: 'publication.submit' },
  handOver: { command: 'hand_over', right: 'publication.handOver' },
  duplicate: { command: 'duplicate', right: 'publication.draft' },
  comment: { command: 'comment', right: 'publication.comment' },
} as const satisfies Record<string, { command: PublicationCommand; right: Action | 'write' }>

export type PublicationAct = keyof typeof acts

/**
 * Each act with its standing for this person: what the page shows, hides, or shows with its reason. The commands ask the
 * same rules again under the lock.
 */
export function standings(
  publication: EditableFacts & { handedOverAt: string | null },
  person: { id: string; grants: readonly Grant[] },
): Record<PublicationAct, Standing> {
  const phase = phaseOf(publication)
  const standingOf = (act: PublicationAct): Standing => {
    const { command, right } = acts[act]
    const isRightful =
      right === 'write' ? mayWrite(publication, person) : holds(person.grants, right, publication.unitId)
    if (!isRightful) return { isAllowed: false, why: 'role' }
    const [reason] = reasonsAgainstTransition(phase, command)
    return reason === undefined ? { isAllowed: true, why: null } : { isAllowed: false, why: reason }
  }
  return Object.fromEntries(
    (Object.keys(acts) as PublicationAct[]).map((act) => [act, standingOf(act)]),
  ) as Record<PublicationAct, Standing>
}
