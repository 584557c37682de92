import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filterSchema } from '../../../domain/publications/filter.ts'
import { addPublic } from '../../../server/agency/add-public.ts'
import { changeSettings } from '../../../server/agency/change-settings.ts'
import { endPublic } from '../../../server/agency/end-public.ts'
import { publics } from '../../../server/agency/publics.ts'
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
