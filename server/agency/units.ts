import { asc, eq, isNull } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { units as unitsTable } from '../../db/schema/agency.ts'
import { people } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'

/** The agency's units with their communications lead; at most 500, which no agency has. */
export const units = read({
  name: 'agency.units',
  right: 'institutional.read',
  input: nothingInput,
  async run({ db }) {
    const rows = await db
      .select({
        id: unitsTable.id,
        name: unitsTable.name,
        version: unitsTable.version,
        communicationsLeadId: unitsTable.communicationsLeadId,
        communicationsLead: people.name,
        accountCount: db.$count(accounts, eq(accounts.unitId, unitsTable.id)),
      })
      .from(unitsTable)
      .leftJoin(people, eq(people.id, unitsTable.communicationsLeadId))
      .where(isNull(unitsTable.endedAt))
      .orderBy(asc(unitsTable.name))
      .limit(500)
    return { units: rows }
  },
})
