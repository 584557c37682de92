import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { addUnitInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/** Refuses with `unit_name_taken` where another unit that has not ended bears the name, whatever its case. */
export async function refuseTakenName(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const [taken] = await tx
    .select({ id: units.id })
    .from(units)
    .where(sql`lower(${units.name}) = lower(${name}) and ${units.endedAt} is null`)
  if (taken && taken.id !== exceptId) refuse('unit_name_taken', { name })
}

export const addUnit = command({
  name: 'agency.addUnit',
  right: 'agency.manage',
  input: addUnitInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'agency.manage', null)
    await refuseTakenName(tx, input.name, null)
    const [unit] = await tx
      .insert(units)
      .values({ name: input.name, createdAt: moment, version: 1 })
      .onConflictDoNothing()
      .returning({ id: units.id })
    if (!unit) return refuse('unit_name_taken', { name: input.name })
    await record({
      room: 'agency',
      subjectId: unit.id,
      action: 'agency.changed',
      version: 1,
      after: { name: input.name },
      data: { unitId: unit.id },
    })
    return { id: unit.id }
  },
})
