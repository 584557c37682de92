import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { revisions } from '../../../db/schema/records.ts'
import { change } from '../../../server/campaigns/change.ts'
import { create as createCampaign } from '../../../server/campaigns/create.ts'
import { edit } from '../../../server/publications/edit.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { handOverByClock } from '../../../server/publishing/hand-over-by-clock.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aDraft, anApproved, refusalOf, rowOf } from '../approvals/support.ts'
import { december, planned } from '../reading/support.ts'
import { handoversOf, PLANNED } from './support.ts'

const LATER = '2026-12-10T05:00:00.000Z'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

async function embargo(publicationId: string, embargoUntil: string | null, by = scene.people.planner) {
  const { version } = await rowOf(scene, publicationId)
  return by.call(edit, { publicationId, version, changes: { embargoUntil } })
}

async function aCampaign(embargoUntil: string | null) {
  const { planner } = scene.people
  const { id } = await planner.call(createCampaign, {
    unitId: scene.unit,
    name: 'Penerimaan murid baru',
    narrative: '',
    keyMessages: '',
  })
  await planner.call(change, { id, version: 1, embargoUntil })
  return id
}

const blockersOf = async (work: Promise<unknown>) => {
  const { code, data } = await refusalOf(work)
  return [code, ...((data.blockers ?? []) as { code: string }[]).map((found) => found.code)]
}

describe('an embargo', () => {
  it('holds back what is planned before it ends, and ends no approval', async () => {
    const { publicationId } = await anApproved(scene)
    await embargo(publicationId, LATER)
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'approved', embargoUntil: LATER })
    scene.at(PLANNED)
    const work = () => scene.people.planner.call(handOver, { publicationId })
    expect(await blockersOf(work())).toEqual(['not_ready', 'embargoed'])
    await embargo(publicationId, PLANNED)
    await work()
    expect(await handoversOf(scene, publicationId)).toHaveLength(1)
  })

  it('on a campaign holds back its publications, and what is not one of them goes', async () => {
    const campaignId = await aCampaign(LATER)
    const within = await anApproved(scene, { campaignId })
    const without = await anApproved(scene)
    scene.at(PLANNED)
    await handOverByClock(scene.world)
    expect(await handoversOf(scene, within.publicationId)).toEqual([])
    expect(await handoversOf(scene, without.publicationId)).toHaveLength(1)
  })

  it('lifted after the time lets the clock do nothing; a planner may within the grace', async () => {
    const campaignId = await aCampaign(LATER)
    const { publicationId } = await anApproved(scene, { campaignId })
    scene.at('2026-12-10T02:05:00.000Z')
    await scene.people.planner.call(change, { id: campaignId, version: 2, embargoUntil: null })
    await handOverByClock(scene.world)
    expect(await handoversOf(scene, publicationId)).toEqual([])
    await scene.people.planner.call(handOver, { publicationId })
  })

  it('is a planner’s to set and to lift, recorded before and after', async () => {
    const { contributor, planner } = scene.people
    const publicationId = await aDraft(scene, {}, contributor)
    expect(await refusalOf(embargo(publicationId, LATER, contributor))).toMatchObject({
      code: 'not_allowed',
    })
    await embargo(publicationId, LATER, planner)
    await embargo(publicationId, null, planner)
    const rows = await scene.database.store.db
      .select()
      .from(revisions)
      .where(eq(revisions.subjectId, publicationId))
    const changes = rows.map(({ before, after }) => [before, after])
    expect(changes).toContainEqual([{ embargoUntil: null }, { embargoUntil: LATER }])
    expect(changes).toContainEqual([{ embargoUntil: LATER }, { embargoUntil: null }])
  })

  it('on a campaign is not left by who may not lift it', async () => {
    const { contributor, planner } = scene.people
    const campaignId = await aCampaign(LATER)
    const publicationId = await aDraft(scene, { accountIds: [scene.accounts.x], campaignId }, contributor)
    const leave = async (by: typeof planner) => {
      const { version } = await rowOf(scene, publicationId)
      return by.call(edit, { publicationId, version, changes: { campaignId: null } })
    }
    expect(await refusalOf(leave(contributor))).toMatchObject({ code: 'not_allowed' })
    expect(await rowOf(scene, publicationId)).toMatchObject({ campaignId })
    await leave(planner)
    expect(await rowOf(scene, publicationId)).toMatchObject({ campaignId: null })
  })

  it('is judged in the month, drawn on the day it ends, and known to who may know of it', async () => {
    const campaignId = await aCampaign('2026-12-13T02:00:00.000Z')
    const open = await planned(scene, { campaignId })
    const closed = await planned(scene, {
      title: 'Menteri: rahasia',
      accountIds: [scene.accounts.executive],
      // 01.00 in Jakarta: the day after in UTC is the day before.
      embargoUntil: '2026-12-13T18:00:00.000Z',
    })
    const seen = await december(scene.people.planner)
    const blockers = (id: string) => seen.items.find((item) => item.id === id)?.blockers
    expect(blockers(open.id)).toBe(2)
    expect(seen.embargoes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ of: 'campaign', id: campaignId, day: '2026-12-13' }),
        expect.objectContaining({ of: 'publication', id: closed.id, day: '2026-12-14' }),
      ]),
    )
    const told = await december(scene.people.reader)
    expect(told.embargoes.map((one) => one.id)).toContain(campaignId)
    expect(JSON.stringify(told)).not.toContain(closed.id)
  })
})
