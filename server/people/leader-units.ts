import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { roleGrants } from '../../db/schema/people.ts'
import { holds } from '../../domain/permissions.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight, type Right } from '../infrastructure/right.ts'

/** The units a leader belongs to: where they hold an office's account or a role. */
export async function unitsOfLeader(tx: Pick<Tx, 'select'>, leaderId: string): Promise<string[]> {
  const offices = await tx
    .select({ unitId: accounts.unitId })
    .from(accounts)
    .where(and(eq(accounts.officeHolderId, leaderId), isNull(accounts.endedAt)))
  const roles = await tx
    .select({ unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, leaderId),
        isNull(roleGrants.endedAt),
        sql`${roleGrants.unitId} is not null`,
      ),
    )
  return [...new Set([...offices, ...roles].flatMap((row) => row.unitId ?? []))]
}

/**
 * Proves that `person` may enter and end what `leaderId` delegates: the leader in person, or the private office of a
 * unit the leader belongs to. `not_found` for anybody else. Source: Selaras rules, Approval, delegation.
 */
export async function proveDelegationRight(
  tx: Pick<Tx, 'select'>,
  person: Person,
  leaderId: string,
): Promise<Right<'delegation.manage'> | 'leader in person'> {
  if (person.id === leaderId) return 'leader in person'
  const theirs = await unitsOfLeader(tx, leaderId)
  const unitId = theirs.find((one) => holds(person.grants, 'delegation.manage', one))
  return unitId === undefined ? refuseMissing() : proveRight(person, 'delegation.manage', unitId)
}

/**
 * Whether the person holds the office of an account in use: what a delegation stands for.
 * Source: docs/decisions/0009-only-an-office-is-delegated.md.
 */
export async function hasToDelegate(tx: Pick<Tx, 'select'>, leaderId: string): Promise<boolean> {
  const [office] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.officeHolderId, leaderId), isNull(accounts.endedAt)))
    .limit(1)
  return office !== undefined
}
