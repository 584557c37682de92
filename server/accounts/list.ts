import { asc, eq, isNull } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { units } from '../../db/schema/agency.ts'
import { people } from '../../db/schema/people.ts'
import { listAccountsInput } from '../../domain/accounts/input.ts'
import { holds } from '../../domain/permissions.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import { read } from '../infrastructure/read.ts'

/** No agency has more; past it the list would be wrong without saying so, hence the flag. */
const MOST = 1000

/** Every account of the agency, by unit. Everybody signed in sees that an account exists and who holds its office. */
export const list = read({
  name: 'accounts.list',
  right: 'institutional.read',
  input: listAccountsInput,
  async run({ db, person, input }) {
    const rows = await db
      .select({
        id: accounts.id,
        unitId: accounts.unitId,
        unitName: units.name,
        platform: accounts.platform,
        handle: accounts.handle,
        displayName: accounts.displayName,
        kind: accounts.kind,
        officeHolderId: accounts.officeHolderId,
        officeHolderName: people.name,
        office: accounts.office,
        minimumMinutes: accounts.minimumMinutes,
        ownLimits: accounts.ownLimits,
        endedAt: accounts.endedAt,
        version: accounts.version,
      })
      .from(accounts)
      .innerJoin(units, eq(units.id, accounts.unitId))
      .leftJoin(people, eq(people.id, accounts.officeHolderId))
      .where(input.withEnded ? undefined : isNull(accounts.endedAt))
      .orderBy(asc(units.name), asc(accounts.kind), asc(accounts.platform), asc(accounts.handle))
      .limit(MOST + 1)
    return {
      mayManage: holds(person.grants, 'accounts.manage', null),
      isCut: rows.length > MOST,
      accounts: rows.slice(0, MOST).map(({ officeHolderId, officeHolderName, platform, ...row }) => ({
        ...row,
        platform: platform as PlatformId,
        officeHolder: officeHolderId === null ? null : { id: officeHolderId, name: officeHolderName ?? '' },
        /** Whether this person may plan a variant for it. */
        mayPlan: row.endedAt === null && holds(person.grants, 'publication.draft', row.unitId),
      })),
    }
  },
})
