import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create } from '../../../server/publications/create.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const plan = {
  title: 'Pendaftaran dibuka',
  objective: 'promote',
  subjectClass: null,
  time: { kind: 'none' },
  accountIds: [] as string[],
  campaignId: null,
  unitId: null,
  mainText: '',
  mainLink: null,
  language: 'id',
  notes: '',
} as const

describe('a new publication', () => {
  test('without an account is an idea that needs no date', async () => {
    const row = await aPublication(agency, { accountIds: [], time: { kind: 'none' } })
    expect(row).toMatchObject({ state: 'idea', plannedAt: null, contentHash: null, unitId: agency.unit })
  })

  test('with accounts is a draft with a variant each, its time in the agency zone', async () => {
    const row = await aPublication(agency, { accountIds: [agency.accounts.x, agency.accounts.instagram] })
    expect(row).toMatchObject({
      state: 'draft',
      plannedAt: '2026-12-14T01:00:00.000Z',
      plannedDay: '2026-12-14',
      variantCount: 2,
      isExecutive: false,
      isTimeBound: false,
      ownerId: agency.people.planner.id,
    })
    expect(row.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(row.accountIds).toEqual([agency.accounts.x, agency.accounts.instagram])
    const variants = await variantsOf(agency, row.id)
    expect(variants.map((variant) => variant.plannedAt)).toEqual([row.plannedAt, row.plannedAt])
    expect((await eventsOf(agency, row.id)).map((event) => event.action)).toEqual(['publications.created'])
  })

  test('on an executive account is kept to its circle and its time is bound', async () => {
    const row = await aPublication(agency, { accountIds: [agency.accounts.x, agency.accounts.executive] })
    expect(row).toMatchObject({
      isExecutive: true,
      isTimeBound: true,
      restrictedAccountIds: [agency.accounts.executive],
    })
  })

  test('keeps what the platforms say against it', async () => {
    const row = await aPublication(agency, { mainText: 'a'.repeat(282) })
    expect(row.blockingFindings).toBe(1)
    const [variant] = await variantsOf(agency, row.id)
    expect(variant?.findings).toMatchObject([{ code: 'text_too_long', data: { over: 2 } }])
  })

  test('is proposed by a contributor of the unit, and not by a reader, an approver or another unit', async () => {
    const { contributor, otherPlanner, reader } = agency.people
    const row = await aPublication(agency, {}, contributor)
    expect(row.unitId).toBe(agency.unit)
    const here = { ...plan, accountIds: [agency.accounts.x], unitId: agency.unit }
    expect((await refusalOf(otherPlanner.call(create, here))).code).toBe('not_found')
    expect((await refusalOf(reader.call(create, here))).code).toBe('not_allowed')
  })

  test('on an account of another unit wants a planner, who may be of either unit', async () => {
    const { planner, contributor, otherPlanner } = agency.people
    const other = [agency.accounts.otherFacebook]
    await planner.call(create, { ...plan, accountIds: other, unitId: agency.unit })
    const refused = contributor.call(create, { ...plan, accountIds: other, unitId: agency.unit })
    expect((await refusalOf(refused)).code).toBe('not_found')
    const own = await otherPlanner.call(create, { ...plan, accountIds: other })
    expect((await rowOf(agency, own.id)).unitId).toBe(agency.otherUnit)
  })

  test('on an executive account is nothing for who stands outside its circle', async () => {
    const refused = agency.people.otherPlanner.call(create, {
      ...plan,
      accountIds: [agency.accounts.executive],
    })
    expect((await refusalOf(refused)).code).toBe('not_found')
  })

  test('at a time that the clock skips is refused and never moved', async () => {
    const somewhere = await anAgency()
    const { agency: table } = await import('../../../db/schema/agency.ts')
    await somewhere.database.store.transaction((tx) => tx.update(table).set({ zone: 'Europe/Berlin' }))
    const refusal = await refusalOf(
      somewhere.people.planner.call(create, {
        ...plan,
        time: { kind: 'exact', day: '2027-03-28', clock: '02:30' },
      }),
    )
    expect(refusal).toEqual({
      code: 'time_does_not_exist',
      data: { day: '2027-03-28', clock: '02:30', zone: 'Europe/Berlin' },
    })
    await somewhere.drop()
  })

  test('asked for twice under one key, on two servers, is one publication and one answer', async () => {
    const { planner } = agency.people
    const key = '0196b9d2-0000-4000-8000-000000000001'
    const input = { ...plan, title: 'Sekali saja' }
    const answers = await Promise.all([
      planner.call(create, input, key),
      agency.onSecond(planner).call(create, input, key),
    ])
    expect(answers[0]).toEqual(answers[1])
  })
})
