import { eq } from 'drizzle-orm'
import { agency as agencyTable } from '../../db/schema/agency.ts'
import { changeSettingsInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { proveRight } from '../infrastructure/right.ts'

/**
 * Changes what the agency has decided for itself: the touched settings only. What was decided under the old ones stays
 * as it was; obligations keep their deadlines. Refusals: `conflict` where somebody else changed the same setting.
 */
export const changeSettings = command({
  name: 'agency.changeSettings',
  right: 'agency.manage',
  input: changeSettingsInput,
  async run({ tx, person, input, agency, record }) {
    proveRight(person, 'agency.manage', null)
    const [present] = await tx.select().from(agencyTable).where(eq(agencyTable.id, agency.id)).for('update')
    if (!present) throw new Error('the agency is gone')
    const { version: startedFrom, ...touched } = input
    await mergeOrRefuse(
      tx,
      { room: 'agency', subjectId: present.id, version: present.version },
      startedFrom,
      touched,
      present,
    )
    const version = present.version + 1
    await tx
      .update(agencyTable)
      .set({ ...touched, version })
      .where(eq(agencyTable.id, present.id))
    const before = Object.fromEntries(
      Object.keys(touched).map((key) => [key, present[key as keyof typeof touched]]),
    )
    await record({
      room: 'agency',
      subjectId: present.id,
      action: 'agency.changed',
      version,
      before,
      after: touched,
      data: { fields: Object.keys(touched) },
    })
    return { version }
  },
})
