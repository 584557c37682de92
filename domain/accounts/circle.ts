import { type Grant, hasRole, type Role } from '../permissions.ts'
import type { Instant } from '../time.ts'
import type { AccountKind } from './kinds.ts'

export type CirclePerson = { id: string; grants: readonly Grant[]; isActive: boolean }

export type CircleFacts = {
  kind: AccountKind
  unitId: string
  officeHolderId: string | null
  /** Those that the office-holder gave, whatever their dates. */
  delegations: readonly {
    delegateId: string
    startsAt: Instant
    endsAt: Instant
    revokedAt: Instant | null
  }[]
  /** Everybody asked at a step of a live submission on this account. */
  stepHolderIds: readonly string[]
  /** Added by name and not removed. */
  memberIds: readonly string[]
}

/** The roles of the account's unit (or of the agency) that belong to the circle. Administrators and readers do not. */
export const circleRoles = [
  'contributor',
  'planner',
  'approver',
  'private_office',
  'agent',
  'lead_agent',
] as const satisfies Role[]

export type CircleReason = 'institutional' | 'office_holder' | 'delegate' | 'role' | 'step' | 'named'

/**
 * Why the person may see what is planned on the account and not yet posted; null where it does not exist for them.
 * An institutional account has no circle: everybody signed in sees it. Source: Selaras words, circle.
 */
export function circleReason(
  person: CirclePerson,
  account: CircleFacts,
  moment: Instant,
): CircleReason | null {
  if (!person.isActive) return null
  if (account.kind === 'institutional') return 'institutional'
  if (person.id === account.officeHolderId) return 'office_holder'
  if (circleRoles.some((role) => hasRole(person.grants, role, account.unitId))) return 'role'
  const isDelegate = account.delegations.some(
    (delegation) => delegation.delegateId === person.id && isRunning(delegation, moment),
  )
  if (isDelegate) return 'delegate'
  if (account.stepHolderIds.includes(person.id)) return 'step'
  return account.memberIds.includes(person.id) ? 'named' : null
}

export function isInCircle(person: CirclePerson, account: CircleFacts, moment: Instant): boolean {
  return circleReason(person, account, moment) !== null
}

function isRunning(delegation: CircleFacts['delegations'][number], moment: Instant): boolean {
  const isRevoked = delegation.revokedAt !== null && delegation.revokedAt <= moment
  return !isRevoked && delegation.startsAt <= moment && moment < delegation.endsAt
}
