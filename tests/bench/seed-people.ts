import { and, asc, eq, sql } from 'drizzle-orm'
import { randomId } from '../../db/ids.ts'
import type { Store } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { agencyRoles, type Role } from '../../domain/permissions.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import type { SessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { PLAN_MOMENT } from './seed-plan.ts'

export type Crowd = {
  /** One cookie a person; the first is the planner's who moves. */
  cookies: string[]
  /** What the planner may move, each to where it goes. */
  moves: { publicationId: string; timeVersion: number; day: string; clock: string }[]
}

/** In turn, beside those whom the plan was seeded with. */
const further: Role[] = ['reader', 'contributor', 'reader', 'approver', 'agent', 'private_office', 'reader']

/** `count` signed-in people of several roles and units, and `moves` drafts of the planner's with a new hour each. */
export async function seedCrowd(
  store: Store,
  plannerId: string,
  given: { count: number; moves: number; cookie: SessionCookie },
): Promise<Crowd> {
  const ids = await peopleOf(store, given.count)
  const signedIn = [plannerId, ...ids.filter((id) => id !== plannerId)].slice(0, given.count)
  const cookies: string[] = []
  for (const personId of signedIn) {
    const token = newToken()
    await startSession(store, { id: randomId(), personId, token })
    cookies.push(given.cookie.write(token, SESSION_SECONDS).split(';')[0] ?? '')
  }
  const [grant] = await store.db.select().from(roleGrants).where(eq(roleGrants.personId, plannerId))
  const drafts = await store.db
    .select({
      publicationId: publications.id,
      timeVersion: publications.timeVersion,
      accountIds: publications.accountIds,
      plannedAt: publications.plannedAt,
    })
    .from(publications)
    .where(
      and(
        eq(publications.unitId, grant?.unitId ?? ''),
        eq(publications.state, 'draft'),
        sql`${publications.restrictedAccountIds} = '{}'`,
        sql`${publications.plannedDay} between '2026-12-10' and '2027-01-09'`,
      ),
    )
    .orderBy(asc(publications.id))
    .limit(given.moves)
  // The commands find the accounts of what they change by its variants, which the plan is seeded without.
  await store.transaction(async (tx) => {
    for (const { publicationId, accountIds, plannedAt } of drafts) {
      const own = {
        publicationId,
        plannedAt,
        hasOwnMedia: false,
        findings: [],
        outcome: 'none' as const,
        version: 1,
      }
      await tx.insert(variants).values(accountIds.map((accountId) => ({ ...own, accountId })))
    }
  })
  // Where there are fewer, each is moved again in its turn.
  const moves = Array.from({ length: given.moves }, (_, index) => {
    const { publicationId, timeVersion } = drafts[index % drafts.length] ?? {
      publicationId: '',
      timeVersion: 1,
    }
    return {
      publicationId,
      timeVersion: timeVersion + Math.floor(index / drafts.length),
      day: `2026-12-${10 + ((index * 8) % 21)}`,
      clock: `${String(8 + (index % 9)).padStart(2, '0')}:${index % 2 === 0 ? '07' : '37'}`,
    }
  })
  return { cookies, moves }
}

async function peopleOf(store: Store, count: number): Promise<string[]> {
  const present = await store.db.select({ id: people.id }).from(people).orderBy(asc(people.id))
  const unitRows = await store.db.select({ id: units.id }).from(units).orderBy(asc(units.name))
  const missing = Math.max(0, count - present.length)
  const added = await store.transaction(async (tx) => {
    const rows = await tx
      .insert(people)
      .values(
        Array.from({ length: missing }, (_, index) => ({
          name: `Rekan ${index + 1}`,
          locale: 'id' as const,
          theme: 'auto' as const,
          singleKeysOff: false,
          createdAt: PLAN_MOMENT,
          version: 1,
        })),
      )
      .returning({ id: people.id })
    await tx.insert(roleGrants).values(
      rows.map(({ id }, index) => {
        const role = further[index % further.length] ?? 'reader'
        const isWide = (agencyRoles as readonly Role[]).includes(role)
        const unitId = isWide ? null : (unitRows[index % unitRows.length]?.id ?? null)
        return { personId: id, role, unitId, grantedAt: PLAN_MOMENT }
      }),
    )
    return rows
  })
  return [...present, ...added].map(({ id }) => id)
}
