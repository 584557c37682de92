import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { roleGrants } from '../../db/schema/people.ts'
import { holds, type Role } from '../../domain/permissions.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight, type Right } from '../infrastructure/right.ts'
import type { PersonRow } from './lock-person.ts'

/**
 * Proves that `person` may set the shifts of `holder` in `role`: they manage duty in a unit where the holder has the
 * role, or for the agency. Refusals: `duty_without_role` where the holder has it nowhere, `not_found`.
 */
export async function proveDutyRight(
  tx: Tx,
  person: Person,
  holder: PersonRow,
  role: Role,
): Promise<Right<'duty.manage'>> {
  const held = await tx
    .select({ unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, holder.id), eq(roleGrants.role, role), isNull(roleGrants.endedAt)))
  if (held.length === 0) {
    if (!holds(person.grants, 'duty.manage', null)) return refuseMissing()
    return refuse('duty_without_role', { person: { id: holder.id, name: holder.name }, role })
  }
  const place = held.find(({ unitId }) => holds(person.grants, 'duty.manage', unitId))
  return place === undefined ? refuseMissing() : proveRight(person, 'duty.manage', place.unitId)
}
