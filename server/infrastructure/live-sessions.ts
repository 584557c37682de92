import { sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { session } from '../../db/schema/sign-in.ts'
import { arrayText } from '../../db/wire-types.ts'

/**
 * Those of these sessions that still stand: not ended, not expired, of an active person who holds a role. One
 * statement for all open streams.
 */
export async function standingSessions(db: Db, sessionIds: string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from ${session} s join ${people} p on p.user_id = s.user_id
    where s.id = any(${arrayText(sessionIds)}::text[]) and s.expires_at > clock_timestamp()
      and p.deactivated_at is null
      and exists (select 1 from ${roleGrants} g where g.person_id = p.id and g.ended_at is null)`)
  return new Set(rows.map((row) => row.id))
}
