import type { NamedPerson } from '../people/person.ts'
import type { PublicationCommand, PublicationPhase } from './states.ts'

/** The refusals of this room: code -> data. */
export type PublicationsRefusals = {
  not_in_this_state: { phase: PublicationPhase; command: PublicationCommand }
  last_account: Record<string, never>
  account_already_there: { handle: string }
  /** What became of it there is on record, so it stays. */
  account_was_handed_over: { handle: string }
  /** The clock shows no such time on that day in the agency's zone. */
  time_does_not_exist: { day: string; clock: string | null; zone: string }
  /** The policy binds the time: moving ends the approval, and the person has not said yes to that. */
  move_ends_approval: { decidedBy: NamedPerson[] }
  /** An owner holds a role that may plan or draft in the publication's unit. */
  owner_cannot_plan: { name: string }
}

export type PublicationRefusal = {
  [Code in keyof PublicationsRefusals]: { code: Code; data: PublicationsRefusals[Code] }
}[keyof PublicationsRefusals]
