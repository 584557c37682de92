import { type SQL, sql } from 'drizzle-orm'
import { accounts, circleMembers } from '../../db/schema/accounts.ts'
import { delegations, people, roleGrants } from '../../db/schema/people.ts'
import { circleRoles } from '../../domain/accounts/circle.ts'
import type { Instant } from '../../domain/time.ts'

/**
 * A sub-select of the executive accounts whose circle holds the person at `moment`: `where id in ${circleAccountIds(…)}`.
 * It says in SQL what `domain/accounts/circle.ts` says as a rule; a generated test ties the two. Whoever holds a step of
 * one publication is not here: that follows from the publication, and `publications/visible.ts` adds it.
 */
export function circleAccountIds(personId: string | SQL, moment: Instant): SQL {
  const person = sql`${personId}::uuid`
  const at = sql`${moment}::timestamptz`
  const rolesList = sql.join(
    circleRoles.map((role) => sql`${role}`),
    sql`, `,
  )
  return sql`(
    select a.id from ${accounts} a
    where a.kind = 'executive'
      and exists (select 1 from ${people} p where p.id = ${person} and p.deactivated_at is null)
      and (
      a.office_holder_id = ${person}
      or exists (
        select 1 from ${delegations} d
        where d.leader_id = a.office_holder_id and d.delegate_id = ${person}
          and d.starts_at <= ${at} and d.ends_at > ${at} and (d.revoked_at is null or d.revoked_at > ${at})
      )
      or exists (
        select 1 from ${roleGrants} g
        where g.person_id = ${person} and g.ended_at is null
          and (g.unit_id is null or g.unit_id = a.unit_id) and g.role in (${rolesList})
      )
      or exists (
        select 1 from ${circleMembers} c
        where c.account_id = a.id and c.person_id = ${person} and c.removed_at is null
      )
    )
  )`
}
