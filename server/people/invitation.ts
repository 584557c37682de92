import { eq } from 'drizzle-orm'
import { agency, units } from '../../db/schema/agency.ts'
import { invitations, people } from '../../db/schema/people.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import { momentOf } from '../infrastructure/world.ts'
import { isOpen } from './invitation-row.ts'
import { sessionLimits } from './limits.ts'

type Caller = Pick<RequestContext, 'world' | 'ipAddress'>

/** What the page of an invitation shows to who holds its link. Refusals: `link_spent`, `too_many_tries`. */
export async function invitation({ world, ipAddress }: Caller, { token }: { token: string }) {
  await limitTries(world.store, 'invitation from', ipAddress, sessionLimits.linkByAddress)
  const { db } = world.store
  const moment = await momentOf(world, db)
  const [row] = await db
    .select({ invitation: invitations, inviter: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(isOpen(token, moment))
  if (!row) return refuse('link_spent', {})
  const [own] = await db.select({ name: agency.name, zone: agency.zone }).from(agency)
  const names = new Map(
    (await db.select({ id: units.id, name: units.name }).from(units)).map((u) => [u.id, u.name]),
  )
  return {
    name: row.invitation.name,
    email: row.invitation.email,
    agency: own?.name ?? '',
    zone: own?.zone ?? 'UTC',
    invitedBy: row.inviter,
    expiresAt: row.invitation.expiresAt,
    grants: row.invitation.grants.map((grant) => ({
      role: grant.role,
      unitName: grant.unitId === null ? null : (names.get(grant.unitId) ?? null),
    })),
  }
}
