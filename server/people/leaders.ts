import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'
import { hasToDelegate } from './leader-units.ts'

/**
 * For whom the reader may enter a delegation: themselves where they hold an account's office, and as private office the
 * office-holders of its units. Empty: the reader enters none.
 */
export const leaders = read({
  name: 'people.leaders',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person }) {
    const offices = person.grants.filter((grant) => grant.role === 'private_office')
    const unitIds = offices.flatMap((grant) => grant.unitId ?? [])
    const isForAgency = offices.some((grant) => grant.unitId === null)
    const holders = db
      .select({ id: accounts.officeHolderId })
      .from(accounts)
      .where(and(isNull(accounts.endedAt), isForAgency ? undefined : inArray(accounts.unitId, unitIds)))
    const isOffice = isForAgency || unitIds.length > 0
    const self = (await hasToDelegate(db, person.id)) ? eq(people.id, person.id) : sql`false`
    return db
      .select({ id: people.id, name: people.name, position: people.position })
      .from(people)
      .where(and(isNull(people.deactivatedAt), isOffice ? or(self, inArray(people.id, holders)) : self))
      .orderBy(asc(people.name))
      .limit(200)
  },
})
