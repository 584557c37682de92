import { and, asc, eq, exists, gt, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { duty, people, roleGrants } from '../../db/schema/people.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'

/**
 * Who is on duty in `role` at `moment`, by name: active holders of the role (in `unitId` or for the agency, where one
 * is given) whose shift covers the moment. While the roster holds no shift of the role that ends later, it counts as
 * empty and all active holders are on duty. Source: Selaras, Who uses it, on duty.
 */
export async function onDuty(
  tx: Pick<Tx, 'select'>,
  role: Role,
  moment: Instant,
  unitId: string | null = null,
): Promise<NamedPerson[]> {
  const isAhead = and(eq(duty.role, role), gt(duty.endsAt, moment))
  const [planned] = await tx.select({ id: duty.id }).from(duty).where(isAhead).limit(1)
  const shift = tx
    .select({ id: duty.id })
    .from(duty)
    .where(and(isAhead, lte(duty.startsAt, moment), eq(duty.personId, people.id)))
  const grant = tx
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, people.id),
        eq(roleGrants.role, role),
        isNull(roleGrants.endedAt),
        unitId === null ? undefined : or(eq(roleGrants.unitId, unitId), isNull(roleGrants.unitId)),
      ),
    )
  return tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(isNull(people.deactivatedAt), exists(grant), planned ? exists(shift) : undefined))
    .orderBy(asc(people.name))
}
