import { asc, eq, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import type { Role, roles } from '../../domain/permissions.ts'
import type { World } from '../infrastructure/world.ts'

export type DemoPerson = {
  personId: string
  name: string
  position: string | null
  role: Role
  unit: string | null
}

/** The demo's people who can be signed in as, each once under their first role, in the order of a day's work. */
export async function demoPeople(world: World): Promise<DemoPerson[]> {
  const rows = await world.store.db
    .select({
      personId: people.id,
      name: people.name,
      position: people.position,
      role: roleGrants.role,
      unit: units.name,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(units, eq(units.id, roleGrants.unitId))
    .where(isNull(roleGrants.endedAt))
    .orderBy(asc(people.name))
  const byRole = [...order].flatMap((role) => rows.filter((row) => row.role === role))
  const seen = new Set<string>()
  return byRole.filter(({ personId }) => !seen.has(personId) && seen.add(personId))
}

const order: readonly Role[] = [
  'planner',
  'contributor',
  'lead_agent',
  'agent',
  'approver',
  'private_office',
  'administrator',
  'reader',
] satisfies (typeof roles)[number][]
