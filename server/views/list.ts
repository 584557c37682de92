import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { savedViews } from '../../db/schema/views.ts'
import { nothingInput } from '../../domain/input.ts'
import { holds } from '../../domain/permissions.ts'
import { type CalendarFilter, filterSchema } from '../../domain/publications/filter.ts'
import { read } from '../infrastructure/read.ts'
import { keptFor } from './visible.ts'

const MOST = 500

/** What a view names and does not stand any more; without a name it is not there at all. */
export type Gone = { kind: 'account' | 'unit' | 'campaign' | 'owner'; name: string | null }

/** The saved views that the reader may open, by name, each with what it names that has ended. */
export const list = read({
  name: 'views.list',
  right: 'institutional.read',
  input: nothingInput,
  async run({ db, person }) {
    const kept = await db
      .select({
        id: savedViews.id,
        name: savedViews.name,
        kind: savedViews.kind,
        filter: savedViews.filter,
        unitId: savedViews.unitId,
        unit: units.name,
        owner: people.name,
        version: savedViews.version,
      })
      .from(savedViews)
      .innerJoin(people, eq(people.id, savedViews.ownerId))
      .leftJoin(units, eq(units.id, savedViews.unitId))
      .where(and(isNull(savedViews.removedAt), keptFor(person, 'saved_views')))
      .orderBy(asc(savedViews.name), asc(savedViews.id))
      .limit(MOST)
    // What was kept before the filter had a part is read as not narrowed by it.
    const rows = kept.map((row) => ({ ...row, filter: filterSchema.parse(row.filter) }))
    const standing = await standingAmong(
      db,
      rows.map((row) => row.filter),
    )
    return rows.map((row) => ({
      ...row,
      mayChange: row.unitId === null || holds(person.grants, 'publication.plan', row.unitId),
      gone: goneIn(row.filter, standing),
    }))
  },
})

type Named = { id: string; name: string; isStanding: boolean }
type Standing = Record<Gone['kind'], Map<string, Named>>

async function standingAmong(db: Db, filters: readonly CalendarFilter[]): Promise<Standing> {
  const asked = (of: (filter: CalendarFilter) => string[]) => [...new Set(filters.flatMap(of))]
  const byId = (found: Named[]) => new Map(found.map((one) => [one.id, one]))
  const accountIds = asked((filter) => filter.accountIds)
  const unitIds = asked((filter) => filter.unitIds)
  const campaignIds = asked((filter) => filter.campaignIds)
  const ownerIds = asked((filter) => filter.ownerIds)
  const foundAccounts = await db
    .select({ id: accounts.id, name: accounts.handle, endedAt: accounts.endedAt })
    .from(accounts)
    .where(inArray(accounts.id, accountIds))
  const foundUnits = await db
    .select({ id: units.id, name: units.name, endedAt: units.endedAt })
    .from(units)
    .where(inArray(units.id, unitIds))
  const foundCampaigns = await db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(inArray(campaigns.id, campaignIds))
  const foundPeople = await db
    .select({ id: people.id, name: people.name, endedAt: people.deactivatedAt })
    .from(people)
    .where(inArray(people.id, ownerIds))
  const ending = ({ endedAt, ...one }: { id: string; name: string; endedAt: string | null }) => ({
    ...one,
    isStanding: endedAt === null,
  })
  return {
    account: byId(foundAccounts.map(ending)),
    unit: byId(foundUnits.map(ending)),
    campaign: byId(foundCampaigns.map((one) => ({ ...one, isStanding: true }))),
    owner: byId(foundPeople.map(ending)),
  }
}

function goneIn(filter: CalendarFilter, standing: Standing): Gone[] {
  const named: [Gone['kind'], readonly string[]][] = [
    ['account', filter.accountIds],
    ['unit', filter.unitIds],
    ['campaign', filter.campaignIds],
    ['owner', filter.ownerIds],
  ]
  return named.flatMap(([kind, ids]) =>
    ids.flatMap((id) => {
      const found = standing[kind].get(id)
      return found?.isStanding === true ? [] : [{ kind, name: found?.name ?? null }]
    }),
  )
}
