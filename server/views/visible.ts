import { type SQL, sql } from 'drizzle-orm'

/**
 * The condition under which a person knows of something that is kept for its owner or for a unit: it is their own, or
 * they hold a role in its unit or for the agency. `alias` is the name under which the statement knows the table.
 */
export function keptFor(person: { id: string }, alias: string): SQL {
  const table = sql.identifier(alias)
  return sql`case when ${table}.unit_id is null then ${table}.owner_id = ${person.id}::uuid
    else exists (
      select 1 from role_grants g where g.person_id = ${person.id}::uuid and g.ended_at is null
        and (g.unit_id is null or g.unit_id = ${table}.unit_id))
    end`
}
