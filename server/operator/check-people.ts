import { sql } from 'drizzle-orm'
import type { Check } from './finding.ts'

export const oneAgency: Check = {
  name: 'one agency at most',
  invariant: 16,
  async find({ store }) {
    const [row] = await store.db.execute<{ rows: number }>(sql`select count(*)::int as rows from agency`)
    return row !== undefined && row.rows <= 1 ? [] : [{ subject: 'agency', says: `${row?.rows} rows` }]
  },
}

export const oneAdministrator: Check = {
  name: 'one active administrator',
  invariant: 16,
  async find({ store }) {
    // Before the first visit there is nobody; in the demo whoever signs in gets a sign-in then.
    const [own] = await store.db.execute<{ is_demo: boolean }>(sql`select is_demo from agency`)
    if (own === undefined || own.is_demo) return []
    const rows = await store.db.execute(sql`
      select 1 from people p join role_grants g on g.person_id = p.id
      where g.role = 'administrator' and g.unit_id is null and g.ended_at is null and p.deactivated_at is null
        and p.user_id is not null limit 1`)
    return rows.length > 0 ? [] : [{ subject: 'people', says: 'nobody can manage the agency' }]
  },
}

export const signInGone: Check = {
  name: 'nobody deactivated is signed in',
  invariant: 9,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string }>(sql`
      select distinct p.id from people p join sign_in_sessions s on s.user_id = p.user_id
      where p.deactivated_at is not null and s.expires_at > clock_timestamp()`)
    return rows.map(({ id }) => ({ subject: `people ${id}`, says: 'is deactivated and has a session' }))
  },
}
