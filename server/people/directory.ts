import { and, asc, eq, exists, ilike, inArray, isNull } from 'drizzle-orm'
import { people, roleGrants } from '../../db/schema/people.ts'
import { directoryInput } from '../../domain/people/input.ts'
import { read } from '../infrastructure/read.ts'
import { containing } from './containing.ts'

/** Active people by name with their roles, for choosing one: the first hundred that fit. No addresses. */
export const directory = read({
  name: 'people.directory',
  right: 'institutional.read',
  input: directoryInput,
  async run({ db, input }) {
    const like = containing(input.search)
    const inRole = db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(
        and(
          eq(roleGrants.personId, people.id),
          isNull(roleGrants.endedAt),
          input.role === null ? undefined : eq(roleGrants.role, input.role),
        ),
      )
    const rows = await db
      .select({ id: people.id, name: people.name, position: people.position, extension: people.extension })
      .from(people)
      .where(
        and(
          isNull(people.deactivatedAt),
          like === null ? undefined : ilike(people.name, like),
          input.role === null ? undefined : exists(inRole),
        ),
      )
      .orderBy(asc(people.name))
      .limit(100)
    const ids = rows.map((row) => row.id)
    const grants = ids.length
      ? await db
          .select({ personId: roleGrants.personId, role: roleGrants.role, unitId: roleGrants.unitId })
          .from(roleGrants)
          .where(and(inArray(roleGrants.personId, ids), isNull(roleGrants.endedAt)))
      : []
    return rows.map((row) => ({
      ...row,
      grants: grants
        .filter((grant) => grant.personId === row.id)
        .map(({ role, unitId }) => ({ role, unitId })),
    }))
  },
})
