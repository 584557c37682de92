import { asc, eq } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { publics, units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import { read } from '../infrastructure/read.ts'

const MOST = 2000

/** The names behind the ids of a calendar: kept by the page, asked again when one of the rooms changes. */
export const directory = read({
  name: 'reading.directory',
  right: 'institutional.read',
  input: nothingInput,
  async run({ db }) {
    const accountRows = await db
      .select({
        id: accounts.id,
        unitId: accounts.unitId,
        platform: accounts.platform,
        handle: accounts.handle,
        kind: accounts.kind,
        office: accounts.office,
        holder: people.name,
        endedAt: accounts.endedAt,
      })
      .from(accounts)
      .leftJoin(people, eq(people.id, accounts.officeHolderId))
      .orderBy(asc(accounts.kind), asc(accounts.platform), asc(accounts.handle))
      .limit(MOST)
    return {
      accounts: accountRows.map(({ platform, endedAt, ...account }) => ({
        ...account,
        platform: platform as PlatformId,
        isEnded: endedAt !== null,
      })),
      units: await db
        .select({ id: units.id, name: units.name })
        .from(units)
        .orderBy(asc(units.name))
        .limit(MOST),
      publics: await db
        .select({ id: publics.id, name: publics.name })
        .from(publics)
        .orderBy(asc(publics.name))
        .limit(MOST),
      people: await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .orderBy(asc(people.name))
        .limit(MOST),
      campaigns: await db
        .select({ id: campaigns.id, name: campaigns.name })
        .from(campaigns)
        .orderBy(asc(campaigns.name))
        .limit(MOST),
    }
  },
})
