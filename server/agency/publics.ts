import { asc, isNull } from 'drizzle-orm'
import { publics as publicsTable } from '../../db/schema/agency.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'

/** The publics in use, by name; at most 200, which no agency has. */
export const publics = read({
  name: 'agency.publics',
  right: 'institutional.read',
  input: nothingInput,
  async run({ db }) {
    return db
      .select({ id: publicsTable.id, name: publicsTable.name, version: publicsTable.version })
      .from(publicsTable)
      .where(isNull(publicsTable.endedAt))
      .orderBy(asc(publicsTable.name))
      .limit(200)
  },
})
