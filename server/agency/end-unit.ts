import { and, eq, inArray, isNull } from 'drizzle-orm'
import { accounts } from '../../db/schema/accounts.ts'
import { units } from '../../db/schema/agency.ts'
import { roleGrants } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { endUnitInput } from '../../domain/agency/input.ts'
import { changeableStates } from '../../domain/publications/states.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockUnit } from './lock-unit.ts'

/** Ends a unit to which nothing belongs any more; refuses with `unit_in_use` and the counts of what still does. */
export const endUnit = command({
  name: 'agency.endUnit',
  right: 'agency.manage',
  input: endUnitInput,
  async run({ tx, person, input, moment, record }) {
    const unit = await lockUnit(tx, input.id)
    proveRight(person, 'agency.manage', unit.id)
    const counts = {
      accounts: await tx.$count(accounts, and(eq(accounts.unitId, unit.id), isNull(accounts.endedAt))),
      people: await tx.$count(roleGrants, and(eq(roleGrants.unitId, unit.id), isNull(roleGrants.endedAt))),
      publications: await tx.$count(
        publications,
        and(eq(publications.unitId, unit.id), inArray(publications.state, [...changeableStates])),
      ),
    }
    if (counts.accounts + counts.people + counts.publications > 0) refuse('unit_in_use', counts)
    const version = unit.version + 1
    await tx.update(units).set({ endedAt: moment, version }).where(eq(units.id, unit.id))
    await record({
      room: 'agency',
      subjectId: unit.id,
      action: 'agency.changed',
      version,
      data: { unitId: unit.id, ended: true },
    })
    return { version }
  },
})
