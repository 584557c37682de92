import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts, circleMembers } from '../../db/schema/accounts.ts'
import { delegations, people, roleGrants } from '../../db/schema/people.ts'
import { circleRoles } from '../../domain/accounts/circle.ts'
import { circleInput } from '../../domain/accounts/input.ts'
import { holds } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { circleAccountIds } from './circle.ts'

const MOST = 500

/**
 * Who sees what is planned for an executive account, and why. For the administrator, who keeps the list, and for the
 * circle itself; for everybody else it does not exist. Whoever holds a step of one publication sees that one alone and
 * is not named here.
 */
export const circle = read({
  name: 'accounts.circle',
  right: 'institutional.read',
  input: circleInput,
  async run({ db, person, input, moment }) {
    const mayManage = holds(person.grants, 'accounts.manage', null)
    const isTheirs = sql`${accounts.id} in ${circleAccountIds(person.id, moment)}`
    const [account] = await db
      .select({
        id: accounts.id,
        handle: accounts.handle,
        unitId: accounts.unitId,
        office: accounts.office,
        endedAt: accounts.endedAt,
        officeHolderId: accounts.officeHolderId,
        officeHolderName: people.name,
      })
      .from(accounts)
      .leftJoin(people, eq(people.id, accounts.officeHolderId))
      .where(
        and(
          eq(accounts.id, input.accountId),
          eq(accounts.kind, 'executive'),
          mayManage ? undefined : isTheirs,
        ),
      )
    if (!account) return refuseMissing()
    const { officeHolderId, officeHolderName, ...rest } = account
    return {
      ...rest,
      mayManage: mayManage && account.endedAt === null,
      officeHolder: officeHolderId === null ? null : { id: officeHolderId, name: officeHolderName ?? '' },
      delegates: officeHolderId === null ? [] : await runningDelegates(db, officeHolderId, moment),
      byRole: await byRole(db, account.unitId),
      named: await named(db, account.id),
    }
  },
})

function runningDelegates(db: Db, leaderId: string, moment: Instant) {
  return db
    .select({ id: people.id, name: people.name, endsAt: delegations.endsAt })
    .from(delegations)
    .innerJoin(people, eq(people.id, delegations.delegateId))
    .where(
      and(
        eq(delegations.leaderId, leaderId),
        lte(delegations.startsAt, moment),
        gt(delegations.endsAt, moment),
        isNull(delegations.revokedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(people.name))
    .limit(MOST)
}

function byRole(db: Db, unitId: string) {
  return db
    .select({ id: people.id, name: people.name, role: roleGrants.role, unitId: roleGrants.unitId })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        inArray(roleGrants.role, circleRoles),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.unitId), eq(roleGrants.unitId, unitId)),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(roleGrants.role), asc(people.name))
    .limit(MOST)
}

function named(db: Db, accountId: string) {
  return db
    .select({ id: people.id, name: people.name, addedAt: circleMembers.addedAt })
    .from(circleMembers)
    .innerJoin(people, eq(people.id, circleMembers.personId))
    .where(
      and(
        eq(circleMembers.accountId, accountId),
        isNull(circleMembers.removedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(people.name))
    .limit(MOST)
}
