import { getTableColumns } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { agency } from '../../db/schema/agency.ts'
import type { Grant } from '../../domain/permissions.ts'
import type { Agency } from '../infrastructure/command.ts'
import { hashToken } from '../infrastructure/one-time-token.ts'
import type { Person } from '../infrastructure/right.ts'
import type { SessionCookie } from './session-cookie.ts'

export type Who = { person: Person; agency: Agency; sessionId: string }

const agencyColumns = Object.entries(getTableColumns(agency))

const statement = `
  select s.id as "sessionId", p.id as "personId", p.name as "personName", p.locale,
    coalesce((
      select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id))
      from role_grants g where g.person_id = p.id and g.ended_at is null
    ), '[]'::json) as grants,
    ${agencyColumns.map(([field, column]) => `a."${column.name}" as "agency.${field}"`).join(', ')}
  from sign_in_sessions s
  join people p on p.user_id = s.user_id and p.deactivated_at is null
  cross join agency a
  where s.token = $1 and s.expires_at > clock_timestamp()`

/**
 * Who the cookie stands for at this very moment, with their roles and the agency: one prepared statement, nothing
 * kept between requests, so that an ended session, a lost role or a deactivation counts for whatever starts later.
 */
export async function whoIs(
  store: Pick<Store, 'prepared'>,
  cookie: SessionCookie,
  cookieHeader: string | null | undefined,
): Promise<Who | null> {
  const token = cookie.read(cookieHeader)
  if (token === null) return null
  const [row] = await store.prepared(statement, [hashToken(token)])
  if (!row) return null
  const agencyRow = Object.fromEntries(agencyColumns.map(([field]) => [field, row[`agency.${field}`]]))
  return {
    sessionId: String(row.sessionId),
    person: {
      id: String(row.personId),
      name: String(row.personName),
      locale: row.locale === 'en' ? 'en' : 'id',
      grants: grantsFrom(row.grants),
    },
    agency: { ...agencyRow, createdAt: instantFromText(String(agencyRow.createdAt)) } as Agency,
  }
}

function grantsFrom(value: unknown): Grant[] {
  return (typeof value === 'string' ? JSON.parse(value) : value) as Grant[]
}
