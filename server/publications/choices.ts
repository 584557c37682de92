import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publics, units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { holds, holdsAnywhere } from '../../domain/permissions.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import { choicesInput } from '../../domain/publications/input.ts'
import { circleAccountIds } from '../accounts/circle.ts'
import { read } from '../infrastructure/read.ts'

const MOST = 500

/** What a person may choose from when they plan: units, accounts, campaigns, and who may own a publication of a unit. */
export const choices = read({
  name: 'publications.choices',
  right: 'publication.draft',
  input: choicesInput,
  async run({ db, person, input, moment, agency }) {
    const allUnits = await db
      .select({ id: units.id, name: units.name })
      .from(units)
      .where(isNull(units.endedAt))
      .orderBy(asc(units.createdAt), asc(units.id))
    const ownUnits = allUnits.filter((unit) => holds(person.grants, 'publication.draft', unit.id))
    const ownIds = ownUnits.map((unit) => unit.id)
    const plansAnywhere = holdsAnywhere(person.grants, 'publication.plan')
    const usable = await db
      .select({
        id: accounts.id,
        unitId: accounts.unitId,
        platform: accounts.platform,
        handle: accounts.handle,
        displayName: accounts.displayName,
        kind: accounts.kind,
        office: accounts.office,
      })
      .from(accounts)
      .where(
        and(
          isNull(accounts.endedAt),
          or(
            eq(accounts.kind, 'institutional'),
            sql`${accounts.id} in ${circleAccountIds(person.id, moment)}`,
          ),
          plansAnywhere ? undefined : inArray(accounts.unitId, ownIds),
        ),
      )
      .orderBy(asc(accounts.kind), asc(accounts.platform), asc(accounts.handle))
      .limit(MOST)
    return {
      units: ownUnits,
      accounts: usable
        .map(({ platform, ...account }) => ({ ...account, platform: platform as PlatformId }))
        .sort((one, other) => Number(ownIds.includes(other.unitId)) - Number(ownIds.includes(one.unitId))),
      campaigns: await db
        .select({ id: campaigns.id, name: campaigns.name, unitId: campaigns.unitId })
        .from(campaigns)
        .orderBy(asc(campaigns.name))
        .limit(MOST),
      publics: await db
        .select({ id: publics.id, name: publics.name })
        .from(publics)
        .where(isNull(publics.endedAt))
        .orderBy(asc(publics.name)),
      /** The classes that the agency itself wants aligned. */
      alsoAlignedClasses: agency.alsoAlignedClasses,
      owners: input.unitId === null ? [] : await ownersOf(db, input.unitId),
    }
  },
})

async function ownersOf(db: Db, unitId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        isNull(people.deactivatedAt),
        isNull(roleGrants.endedAt),
        inArray(roleGrants.role, ['planner', 'contributor']),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
      ),
    )
    .orderBy(asc(people.name))
    .limit(MOST)
}
