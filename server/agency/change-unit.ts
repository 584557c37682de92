import { and, eq, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { people } from '../../db/schema/people.ts'
import { changeUnitInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { refuseTakenName } from './add-unit.ts'
import { lockUnit } from './lock-unit.ts'

/**
 * Renames a unit or names its communications lead, an active person, who approves first for executive accounts.
 * Steps that were opened before keep whom they asked. Refusals: `unit_name_taken`, `conflict`, `not_found`.
 */
export const changeUnit = command({
  name: 'agency.changeUnit',
  right: 'agency.manage',
  input: changeUnitInput,
  async run({ tx, person, input, record }) {
    const { id, version: startedFrom, ...touched } = input
    const unit = await lockUnit(tx, id)
    proveRight(person, 'agency.manage', unit.id)
    if (touched.name !== undefined) await refuseTakenName(tx, touched.name, unit.id)
    if (touched.communicationsLeadId) {
      const [lead] = await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, touched.communicationsLeadId), isNull(people.deactivatedAt)))
      if (!lead) return refuseMissing()
    }
    await mergeOrRefuse(
      tx,
      { room: 'agency', subjectId: unit.id, version: unit.version },
      startedFrom,
      touched,
      unit,
    )
    const version = unit.version + 1
    await tx
      .update(units)
      .set({ ...touched, version })
      .where(eq(units.id, unit.id))
    await record({
      room: 'agency',
      subjectId: unit.id,
      action: 'agency.changed',
      version,
      before: { name: unit.name, communicationsLeadId: unit.communicationsLeadId },
      after: touched,
      data: { unitId: unit.id, fields: Object.keys(touched) },
    })
    return { version }
  },
})
