import { and, eq, isNull, or } from 'drizzle-orm'
import { people, roleGrants } from '../../db/schema/people.ts'
import type { Role } from '../../domain/permissions.ts'
import { onDuty } from '../people/on-duty.ts'
import type { Telling } from './notify.ts'

/** All active holders of a role in a unit or for the agency. */
export async function holdersOf({ tx }: Telling, role: Role, unitId: string | null): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        eq(roleGrants.role, role),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
        unitId === null ? undefined : or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
      ),
    )
  return rows.map((row) => row.id)
}

/** Who is on duty in a role; where nobody is, all its holders: nothing that must be heard falls between two shifts. */
export async function reachable(
  telling: Telling,
  role: Role,
  unitId: string | null = null,
): Promise<string[]> {
  const there = await onDuty(telling.tx, role, telling.moment, unitId)
  return there.length > 0 ? there.map((person) => person.id) : holdersOf(telling, role, unitId)
}
