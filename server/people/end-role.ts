import { and, eq, isNull } from 'drizzle-orm'
import { roleGrants } from '../../db/schema/people.ts'
import { endRoleInput } from '../../domain/people/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockAdministrators, refuseWithoutAdministrator } from './keep-administrator.ts'
import { lockPerson, nextVersion } from './lock-person.ts'

/**
 * Ends a role; nothing the person starts later carries it, open event streams learn of it within seconds. What they
 * decided while they held it stands. Refusals: `last_administrator`, `not_found` for a role that has ended.
 */
export const endRole = command({
  name: 'people.endRole',
  right: 'people.manage',
  input: endRoleInput,
  async run({ tx, person, input, moment, record }) {
    await lockAdministrators(tx)
    const [grant] = await tx
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.id, input.grantId), isNull(roleGrants.endedAt)))
      .for('update')
    if (!grant) return refuseMissing()
    proveRight(person, 'people.manage', grant.unitId)
    const holder = await lockPerson(tx, grant.personId)
    await tx
      .update(roleGrants)
      .set({ endedAt: moment, endedBy: person.id })
      .where(eq(roleGrants.id, grant.id))
    if (grant.role === 'administrator') await refuseWithoutAdministrator(tx)
    const version = await nextVersion(tx, holder)
    await record({
      room: 'people',
      subjectId: holder.id,
      action: 'people.role_ended',
      version,
      data: { grantId: grant.id, role: grant.role, unitId: grant.unitId },
    })
    return { version }
  },
})
