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
  /** It has no day yet, so there is nothing to shift. */
  not_scheduled: Record<string, never>
  /** Of several at once these could not, each with its own refusal; none was changed. The title of what one may not see is null. */
  many_not_changed: { items: NotChanged[] }
  /** So many of them would lose their approval, and the person has not said yes to that. */
  many_end_approvals: { count: number; decidedBy: NamedPerson[] }
  /** It stands in a series already; out of it, it may begin one of its own. */
  in_series: Record<string, never>
  not_in_series: Record<string, never>
  /** The rule gives so many days: fewer than two, or more than a series holds. */
  series_length: { count: number; most: number }
  /** On these days none can be planned, each with its own refusal; none was. */
  series_not_made: { items: { day: string; code: string; data: Record<string, unknown> }[] }
  /** An owner holds a role that may plan or draft in the publication's unit. */
  owner_cannot_plan: { name: string }
}

/** One of several that could not be changed: `code` and `data` are those of its own refusal. */
export type NotChanged = {
  publicationId: string
  title: string | null
  code: string
  data: Record<string, unknown>
}

export type PublicationRefusal = {
  [Code in keyof PublicationsRefusals]: { code: Code; data: PublicationsRefusals[Code] }
}[keyof PublicationsRefusals]
