import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filterSchema } from '../../../domain/publications/filter.ts'
import { addPublic } from '../../../server/agency/add-public.ts'
import { changeSettings } from '../../../server/agency/change-settings.ts'
import { endPublic } from '../../../server/agency/end-public.ts'
import { publics } from '../../../server/agency/publics.ts'
import { renamePublic } from '../../../server/agency/rename-public.ts'
import { settings } from '../../../server/agency/settings.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { edit } from '../../../server/publications/edit.ts'
import { list } from '../../../server/reading/list.ts'
import { month } from '../../../server/reading/month.ts'
import { readiness } from '../../../server/reading/readiness.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { anApproved } from '../approvals/support.ts'
import { aPublication, refusalOf, rowOf } from './support.ts'

let scene: TestAgency
let businesses: string

beforeEach(async () => {
  scene = await anAgency()
  businesses = (await scene.people.administrator.call(addPublic, { name: 'Pelaku usaha' })).id
  const { version } = await scene.people.administrator.look(settings, {})
  await scene.people.administrator.call(changeSettings, { version, crowdedFrom: 2 })
})
afterEach(() => scene.drop())

const ofOther = (publicId: string | null, clock: string) =>
  aPublication(
    scene,
    {
      accountIds: [scene.accounts.otherFacebook],
      time: { kind: 'exact', day: '2026-12-14', clock },
      publicId,
    },
    scene.people.otherPlanner,
  )

async function crowdOf(publicationId: string) {
  const answer = await scene.people.planner.look(readiness, { publicationId })
  const found = answer.blockers.find(({ code }) => code === 'crowded')
  return {
    others: found?.code === 'crowded' ? found.data.others : 0,
    public: answer.public,
    day: answer.plannedDay,
  }
}

describe('a crowded day', () => {
  test('counts other units’ publications for the same public, and none meets none', async () => {
    const ours = await aPublication(scene, { publicId: businesses })
    const general = await aPublication(scene)
    await ofOther(businesses, '10:00')
    await ofOther(businesses, '12:00')
    await ofOther(null, '14:00')
    expect(await crowdOf(ours.id)).toEqual({
      others: 2,
      public: { id: businesses, name: 'Pelaku usaha' },
      day: '2026-12-14',
    })
    expect(await crowdOf(general.id)).toMatchObject({ others: 0, public: null })
    await ofOther(null, '16:00')
    expect(await crowdOf(general.id)).toMatchObject({ others: 2 })
  })

  test('is said alike by the month and by the page', async () => {
    const ours = await aPublication(scene, { publicId: businesses })
    await ofOther(businesses, '10:00')
    await ofOther(null, '12:00')
    const warningsOf = async () => {
      const shown = await scene.people.planner.look(month, {
        from: '2026-12-01',
        to: '2026-12-31',
        filter: filterSchema.parse({}),
      })
      return shown.items.find(({ id }) => id === ours.id)?.warnings
    }
    const before = (await warningsOf()) ?? 0
    await ofOther(businesses, '14:00')
    expect(await warningsOf()).toBe(before + 1)
    expect((await crowdOf(ours.id)).others).toBe(2)
  })

  test('is found again by its public', async () => {
    const ours = await aPublication(scene, { publicId: businesses })
    const general = await aPublication(scene)
    const found = async (filter: string[]) => {
      const shown = await scene.people.planner.look(list, {
        from: '2026-12-14',
        to: null,
        cursor: null,
        size: 100,
        filter: filterSchema.parse({ publics: filter }),
      })
      return shown.items.map(({ id }) => id).sort()
    }
    expect(await found([businesses])).toEqual([ours.id])
    expect(await found(['none'])).toEqual([general.id])
    expect(await found([businesses, 'none'])).toEqual([ours.id, general.id].sort())
  })
})

test('choosing a public is no change of content: hash and approval stay', async () => {
  const { publicationId } = await anApproved(scene)
  const before = await rowOf(scene, publicationId)
  const { version } = before
  const answer = await scene.people.planner.call(edit, {
    publicationId,
    version,
    changes: { publicId: businesses },
  })
  expect(answer).toMatchObject({ state: 'approved', endedDecisions: 0 })
  expect(await rowOf(scene, publicationId)).toMatchObject({
    publicId: businesses,
    contentHash: before.contentHash,
    submissionId: before.submissionId,
  })
})

test('another name stands wherever the public was chosen, and is given once alone', async () => {
  const { administrator, planner } = scene.people
  const ours = await aPublication(scene, { publicId: businesses })
  const staff = (await administrator.call(addPublic, { name: 'Pegawai' })).id
  const rename = (id: string, name: string, version = 1, by = administrator) =>
    by.call(renamePublic, { id, name, version })
  expect((await refusalOf(rename(businesses, 'UMKM', 1, planner))).code).toBe('not_allowed')
  expect(await refusalOf(rename(businesses, 'PEGAWAI'))).toMatchObject({
    code: 'public_name_taken',
    data: { name: 'PEGAWAI' },
  })
  expect(await rename(businesses, 'pelaku usaha')).toEqual({ version: 2 })
  expect(await rename(businesses, 'UMKM', 2)).toEqual({ version: 3 })
  expect((await crowdOf(ours.id)).public).toEqual({ id: businesses, name: 'UMKM' })
  expect(await refusalOf(rename(businesses, 'Usaha kecil', 2))).toMatchObject({
    code: 'conflict',
    data: { fields: [{ field: 'name', yours: 'Usaha kecil', theirs: 'UMKM' }] },
  })
  await administrator.call(endPublic, { id: staff })
  expect((await refusalOf(rename(staff, 'ASN', 2))).code).toBe('not_found')
  expect(await rename(businesses, 'Pegawai', 3)).toEqual({ version: 4 })
})

test('of two who give one name at once, on two servers, one is told that it is taken', async () => {
  const { administrator } = scene.people
  const staff = (await administrator.call(addPublic, { name: 'Pegawai' })).id
  const both = await Promise.allSettled([
    administrator.call(renamePublic, { id: businesses, name: 'Media', version: 1 }),
    scene.onSecond(administrator).call(renamePublic, { id: staff, name: 'media', version: 1 }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((one) => one.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'public_name_taken' })
})

test('the list is the administrator’s; what ended stays with what has it and is chosen no more', async () => {
  const { administrator, planner } = scene.people
  expect((await refusalOf(planner.call(addPublic, { name: 'Media' }))).code).toBe('not_allowed')
  expect(await refusalOf(administrator.call(addPublic, { name: 'PELAKU USAHA' }))).toMatchObject({
    code: 'public_name_taken',
  })
  const ours = await aPublication(scene, { publicId: businesses })
  await administrator.call(endPublic, { id: businesses })
  expect(await planner.look(publics, {})).toEqual([])
  expect((await rowOf(scene, ours.id)).publicId).toBe(businesses)
  expect((await refusalOf(aPublication(scene, { publicId: businesses }))).code).toBe('not_found')
  const copy = await planner.call(duplicate, { publicationId: ours.id, isCorrection: false })
  expect((await rowOf(scene, copy.id)).publicId).toBeNull()
  expect((await administrator.call(addPublic, { name: 'Pelaku usaha' })).id).not.toBe(businesses)
})
