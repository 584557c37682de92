import { type Grant, hasRole, holds } from '../permissions.ts'
import type { PublicationState } from './states.ts'

export type EditableFacts = {
  unitId: string
  state: PublicationState
  createdBy: string
  ownerId: string
}

type Writer = { id: string; grants: readonly Grant[] }

/** An idea or draft that the person started or owns. */
function isOwnDraft(publication: EditableFacts, person: { id: string }): boolean {
  const isDraft = publication.state === 'idea' || publication.state === 'draft'
  return isDraft && (publication.createdBy === person.id || publication.ownerId === person.id)
}

/**
 * Whether a person may write a publication's head, main text and images: a planner of its unit, or a contributor there
 * while it is their own idea or draft. Source: Selaras decisions of day one, who may do what.
 */
export function mayWrite(publication: EditableFacts, person: Writer): boolean {
  if (holds(person.grants, 'publication.plan', publication.unitId)) return true
  return isOwnDraft(publication, person) && hasRole(person.grants, 'contributor', publication.unitId)
}

/** Whether a person may write one variant: who may write the publication, or a planner of the account's unit. */
export function mayWriteVariant(publication: EditableFacts, accountUnitId: string, person: Writer): boolean {
  return mayWrite(publication, person) || holds(person.grants, 'publication.plan', accountUnitId)
}
