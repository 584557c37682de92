import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit } from '../../../server/agency/add-unit.ts'
import { changeSettings } from '../../../server/agency/change-settings.ts'
import { changeUnit } from '../../../server/agency/change-unit.ts'
import { endUnit } from '../../../server/agency/end-unit.ts'
import { settings } from '../../../server/agency/settings.ts'
import { units } from '../../../server/agency/units.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'

let here: TestAgency
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

const administrator = () => here.people.administrator
const present = () => here.people.reader.look(settings, {})

describe('the settings of the agency', () => {
  it('are changed by an administrator, field by field', async () => {
    const { version } = await present()
    await administrator().call(changeSettings, { version, graceMinutes: 20 })
    expect(await present()).toMatchObject({ graceMinutes: 20, confirmMinutes: 15, version: version + 1 })
    await refusalOf(here.people.planner.call(changeSettings, { version, graceMinutes: 5 }), 'not_allowed')
  })

  it('merge where two change different fields, and show both values where they change the same', async () => {
    const { version } = await present()
    await administrator().call(changeSettings, { version, confirmMinutes: 30 })
    await here.onSecond(administrator()).call(changeSettings, { version, crowdedFrom: 9 })
    expect(await present()).toMatchObject({ confirmMinutes: 30, crowdedFrom: 9 })
    const conflict = await refusalOf(
      administrator().call(changeSettings, { version, confirmMinutes: 45 }),
      'conflict',
    )
    expect(conflict).toMatchObject({
      by: 'Andi Tenri',
      fields: [{ field: 'confirmMinutes', yours: 45, theirs: 30 }],
    })
    expect(await present()).toMatchObject({ confirmMinutes: 30 })
  })

  it.each([
    ['a zone that does not exist', { zone: 'Asia/Atlantis' }],
    ['a zone as an offset', { zone: 'GMT+7' }],
    ['a time of day that does not exist', { opensAt: '24:30' }],
    ['more than all', { acknowledgementPercent: 101 }],
    ['half a minute', { graceMinutes: 0.5 }],
    ['a name that cannot be kept', { name: 'Kementerian\u0000' }],
    ['a name with half a letter', { name: 'Kementerian \ud83d' }],
    ['an unknown class', { alsoAlignedClasses: ['anything'] }],
  ])('do not take %s', (_name, change) => {
    expect(changeSettings.input.safeParse({ version: 1, ...change }).success).toBe(false)
  })
})

describe('a unit', () => {
  it('has a name of its own, also when two add it at once', async () => {
    await refusalOf(administrator().call(addUnit, { name: 'biro komunikasi' }), 'unit_name_taken')
    const both = [administrator(), here.onSecond(administrator())].map((person) =>
      person.call(addUnit, { name: 'Pusat Data' }),
    )
    expect(await outcomesOf(both)).toEqual({ done: 1, refused: ['unit_name_taken'] })
  })

  it('names an active person as its communications lead', async () => {
    const [unit] = (await here.people.reader.look(units, {})).units.filter(({ id }) => id === here.otherUnit)
    const change = { id: here.otherUnit, version: unit?.version ?? 0 }
    await administrator().call(changeUnit, { ...change, communicationsLeadId: here.people.secondApprover.id })
    const after = (await here.people.reader.look(units, {})).units.find(({ id }) => id === here.otherUnit)
    expect(after).toMatchObject({ communicationsLead: 'Dewi Anjani', accountCount: 1 })
    await refusalOf(
      administrator().call(changeUnit, { ...change, communicationsLeadId: here.unit }),
      'not_found',
    )
  })

  it('ends only when nothing belongs to it any more', async () => {
    const counts = await refusalOf(administrator().call(endUnit, { id: here.unit }), 'unit_in_use')
    expect(counts).toMatchObject({ accounts: 3, publications: 0 })
    const { id } = await administrator().call(addUnit, { name: 'Sementara' })
    await administrator().call(endUnit, { id })
    await refusalOf(administrator().call(endUnit, { id }), 'not_found')
    await administrator().call(addUnit, { name: 'Sementara' })
  })
})
