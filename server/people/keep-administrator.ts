import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { agency } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { refuse } from '../infrastructure/refuse.ts'

/**
 * Takes the lock under which administrators go one at a time: of two who would each be the last but one, the second
 * sees the first gone. Call it before any other lock of the command.
 */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.select({ id: agency.id }).from(agency).for('update')
}

/**
 * Refuses with `last_administrator` where, as things stand in this transaction, nobody active with a sign-in is
 * administrator of the agency any more. Call it after the change, under `lockAdministrators`.
 */
export async function refuseWithoutAdministrator(tx: Tx): Promise<void> {
  const left = await tx
    .select({ id: people.id })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, 'administrator'),
        isNull(roleGrants.unitId),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
        isNotNull(people.userId),
      ),
    )
    .limit(1)
  if (left.length === 0) refuse('last_administrator', {})
}
