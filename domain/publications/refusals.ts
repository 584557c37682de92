import type { PublicationCommand, PublicationPhase } from './states.ts'

/** The refusals of this room: code -> data. */
export type PublicationsRefusals = {
  not_in_this_state: { phase: PublicationPhase; command: PublicationCommand }
  last_account: Record<string, never>
}

export type PublicationRefusal = {
  [Code in keyof PublicationsRefusals]: { code: Code; data: PublicationsRefusals[Code] }
}[keyof PublicationsRefusals]
