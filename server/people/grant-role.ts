import { and, eq, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { roleGrants } from '../../db/schema/people.ts'
import { grantRoleInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockActivePerson, nextVersion } from './lock-person.ts'

/**
 * Gives a role in one unit or for the agency; it counts from the next request on. Refusals: `role_not_yourself`,
 * `role_held`, `not_found`.
 */
export const grantRole = command({
  name: 'people.grantRole',
  right: 'people.manage',
  input: grantRoleInput,
  async run({ tx, person, input, moment, record }) {
    const { role, unitId } = input.grant
    const holder = await lockActivePerson(tx, input.personId)
    proveRight(person, 'people.manage', unitId)
    if (holder.id === person.id) refuse('role_not_yourself', {})
    if (unitId !== null) {
      const [unit] = await tx
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.id, unitId), isNull(units.endedAt)))
      if (!unit) return refuseMissing()
    }
    const [grant] = await tx
      .insert(roleGrants)
      .values({ personId: holder.id, role, unitId, grantedBy: person.id, grantedAt: moment })
      .onConflictDoNothing()
      .returning({ id: roleGrants.id })
    if (!grant) return refuse('role_held', { role })
    const version = await nextVersion(tx, holder)
    await record({
      room: 'people',
      subjectId: holder.id,
      action: 'people.role_granted',
      version,
      data: { grantId: grant.id, role, unitId },
    })
    return { grantId: grant.id, version }
  },
})
