import { type Action, type Grant, holds, holdsAnywhere } from '../../domain/permissions.ts'
import { refuseMissing } from './refuse.ts'

declare const proven: unique symbol

/** Proof that a person's grants, as read in this transaction, carry an action in a unit. Only `proveRight` makes one. */
export type Right<A extends Action = Action> = { readonly [proven]: A; readonly unitId: string | null }

/** Who acts, with the roles they hold at this moment. */
export type Person = {
  id: string
  name: string
  locale: 'id' | 'en'
  grants: readonly Grant[]
}

/**
 * Proves that `person` may do `action` in `unitId` (null: for the whole agency). Refuses with `not_found`, so that a
 * stranger does not learn that the object exists. Call it after the object's row is locked and its unit read.
 */
export function proveRight<A extends Action>(person: Person, action: A, unitId: string | null): Right<A> {
  if (!holds(person.grants, action, unitId)) refuseMissing()
  return { unitId } as Right<A>
}

/**
 * Proves that `person` may do `action` somewhere: for objects that belong to no unit, such as issues and callers'
 * questions. Refuses with `not_found`.
 */
export function proveAnywhere<A extends Action>(person: Person, action: A): Right<A> {
  if (!holdsAnywhere(person.grants, action)) refuseMissing()
  return { unitId: null } as Right<A>
}
