import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInput } from '../../../domain/publications/input.ts'
import { change } from '../../../server/campaigns/change.ts'
import { create } from '../../../server/campaigns/create.ts'
import { list } from '../../../server/campaigns/list.ts'
import { page } from '../../../server/campaigns/page.ts'
import { create as createPublication } from '../../../server/publications/create.ts'
import { inCampaign } from '../../../server/publications/in-campaign.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const aCampaign = async (name = 'Bantuan Renovasi Rumah') =>
  (
    await scene.people.planner.call(create, {
      unitId: scene.unit,
      name,
      narrative: 'Rumah layak untuk semua.',
      keyMessages: 'Pendaftaran gratis.',
    })
  ).id

test('a planner begins a campaign and everybody signed in reads what it says', async () => {
  const id = await aCampaign()
  expect(await scene.people.reader.look(page, { id })).toMatchObject({
    name: 'Bantuan Renovasi Rumah',
    keyMessages: 'Pendaftaran gratis.',
    mayChange: false,
  })
  expect((await scene.people.secondPlanner.look(page, { id })).mayChange).toBe(true)
})

test('a planner of another unit neither begins a campaign here nor changes one', async () => {
  const id = await aCampaign()
  const { otherPlanner, agent } = scene.people
  const input = { unitId: scene.unit, name: 'Lain', narrative: '', keyMessages: '' }
  await expect(otherPlanner.call(create, input)).rejects.toMatchObject({ code: 'not_found' })
  await expect(otherPlanner.call(change, { id, version: 1, name: 'Lain' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(agent.call(create, input)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('two planners changing one campaign: different parts merge, the same part is shown to the second', async () => {
  const id = await aCampaign()
  const { planner, secondPlanner } = scene.people
  await planner.call(change, { id, version: 1, keyMessages: 'Tidak ada pungutan.' })
  await secondPlanner.call(change, { id, version: 1, narrative: 'Cerita baru.' })
  await expect(secondPlanner.call(change, { id, version: 1, keyMessages: 'Lain.' })).rejects.toMatchObject({
    code: 'conflict',
    data: { by: 'Sekar Larasati', fields: [{ theirs: 'Tidak ada pungutan.', yours: 'Lain.' }] },
  })
})

test('campaigns are found by the words of their name and come in pages', async () => {
  for (let number = 1; number <= 55; number++) await aCampaign(`Imunisasi gelombang ${number}`)
  const first = await scene.people.reader.look(list, { words: 'IMUNISASI gelombang', cursor: null })
  expect(first.campaigns).toHaveLength(50)
  const second = await scene.people.reader.look(list, { words: 'imunisasi', cursor: first.next })
  expect(second.campaigns).toHaveLength(5)
  expect(second.next).toBeNull()
})

test('what is planned for an executive account is in the campaign for its circle alone', async () => {
  const campaignId = await aCampaign('Kampanye Menteri')
  const common = {
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'none' },
    campaignId,
  }
  const { planner, otherPlanner, administrator, reader } = scene.people
  await planner.call(
    createPublication,
    createInput.parse({ ...common, title: 'Lembaga', accountIds: [scene.accounts.x] }),
  )
  await planner.call(
    createPublication,
    createInput.parse({ ...common, title: 'Menteri', accountIds: [scene.accounts.executive] }),
  )
  const titles = async (person: typeof planner) =>
    (await person.look(inCampaign, { campaignId, cursor: null })).publications.map((row) => row.title)
  expect(await titles(planner)).toEqual(['Menteri', 'Lembaga'])
  for (const person of [otherPlanner, administrator, reader])
    expect(await titles(person)).toEqual(['Lembaga'])
})
