import type { Role } from '../permissions.ts'
import type { PasswordGap } from './password.ts'
import type { NamedPerson } from './person.ts'

/** Refusals of signing in, invitations, roles, duty and delegations. */
export type PeopleRefusals = {
  /** E-mail or password do not fit, or the person is deactivated: one answer, so that nobody learns of an account. */
  credentials_wrong: Record<string, never>
  /** The one-time link is unknown, used, withdrawn or too old: one answer. */
  link_spent: Record<string, never>
  password_unfit: { gap: PasswordGap }
  /** Somebody with this address is here already. Said only to who may manage people. */
  email_taken: { email: string }
  /** Not everybody may go: the agency keeps one active administrator. */
  last_administrator: Record<string, never>
  /** The role makes sense only for the whole agency. */
  role_needs_agency: { role: Role }
  /** The person holds the role there already. */
  role_held: { role: Role }
  /** Nobody gives themselves a role: it may open a circle to them. */
  role_not_yourself: Record<string, never>
  person_inactive: { person: NamedPerson }
  /** A shift is for a role the person holds. */
  duty_without_role: { person: NamedPerson; role: Role }
  /** The person has a shift in this role at that time already. */
  duty_overlaps: { person: NamedPerson; startsAt: string; endsAt: string }
  /** Whoever decides for a leader holds the approver's role themselves. */
  delegate_not_approver: { person: NamedPerson }
  /** Only who approves or holds an office's account has anything to delegate. */
  nothing_to_delegate: { person: NamedPerson }
  delegation_to_oneself: Record<string, never>
  /** Between these two a delegation runs at that time already. */
  delegation_overlaps: { startsAt: string; endsAt: string }
}
