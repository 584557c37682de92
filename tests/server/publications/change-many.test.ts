import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agency as agencyTable } from '../../../db/schema/agency.ts'
import { campaigns } from '../../../db/schema/campaigns.ts'
import type { NotChanged } from '../../../domain/publications/refusals.ts'
import { changeMany } from '../../../server/publications/change-many.ts'
import { edit } from '../../../server/publications/edit.ts'
import type { PublicationRow } from '../../../server/publications/lock.ts'
import { move } from '../../../server/publications/move.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, eventsOf, refusalOf, rowOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

type Change = Parameters<typeof changeMany.run>[0]['input']['change']

const ask = (rows: readonly PublicationRow[], change: Change, confirmsEndOfApproval = false) => ({
  items: rows.map(({ id, version, timeVersion }) => ({ publicationId: id, version, timeVersion })),
  change,
  confirmsEndOfApproval,
})
const later: Change = { kind: 'move', days: 1 }
const several = (count: number) => Promise.all(Array.from({ length: count }, () => aPublication(agency)))
const again = (rows: readonly PublicationRow[]) => Promise.all(rows.map(({ id }) => rowOf(agency, id)))
const notChangedOf = async (work: Promise<unknown>): Promise<NotChanged[]> => {
  const { code, data } = await refusalOf(work)
  expect(code).toBe('many_not_changed')
  return (data as { items: NotChanged[] }).items
}

describe('one change of several publications', () => {
  test('moves all by days, each with its record and its event', async () => {
    const first = await aPublication(agency, { time: { kind: 'exact', day: '2026-12-31', clock: '23:30' } })
    const second = await bring(agency, await aPublication(agency), 'approved')
    const open = await aPublication(agency, { time: { kind: 'open', day: '2027-02-28' } })
    const rows = [first, second, open]
    const answer = await agency.people.planner.call(changeMany, ask(rows, later))
    expect(answer.changed.map((one) => one.timeVersion)).toEqual([2, 2, 2])
    expect((await again(rows)).map((row) => [row.plannedDay, row.plannedAt, row.state])).toEqual([
      ['2027-01-01', '2027-01-01T16:30:00.000Z', 'draft'],
      ['2026-12-15', '2026-12-15T01:00:00.000Z', 'approved'],
      ['2027-03-01', null, 'draft'],
    ])
    for (const { id } of rows) {
      const events = await eventsOf(agency, id)
      expect(events.filter((event) => event.action === 'publications.moved')).toHaveLength(1)
    }
  })

  test('gives all another owner, campaign and subject class', async () => {
    const rows = await several(2)
    const { planner, secondPlanner } = agency.people
    const [campaign] = await agency.database.store.transaction((tx) =>
      tx
        .insert(campaigns)
        .values({
          name: 'Gelombang II',
          unitId: agency.unit,
          createdBy: planner.id,
          narrative: '',
          keyMessages: '',
          createdAt: agency.now(),
          version: 1,
        })
        .returning(),
    )
    const campaignId = campaign?.id ?? ''
    await planner.call(changeMany, ask(rows, { kind: 'owner', ownerId: secondPlanner.id }))
    await planner.call(changeMany, ask(await again(rows), { kind: 'campaign', campaignId }))
    const change: Change = { kind: 'subject_class', subjectClass: 'event' }
    const answer = await planner.call(changeMany, ask(await again(rows), change))
    expect(answer.changed.map(({ version }) => version)).toEqual([4, 4])
    for (const row of await again(rows)) {
      expect(row).toMatchObject({ ownerId: secondPlanner.id, campaignId, subjectClass: 'event', version: 4 })
    }
    const same = await planner.call(changeMany, ask(await again(rows), change))
    expect(same).toEqual({ changed: [], unchanged: 2, endedApprovals: 0 })
  })

  test('is all or nothing: what could not is listed, each with its own reason', async () => {
    const [fine, moved] = await several(2)
    if (!fine || !moved) throw new Error('two were asked for')
    const { planner, secondPlanner } = agency.people
    const handedOver = await bring(agency, await aPublication(agency), 'handed_over')
    const undated = await aPublication(agency, { time: { kind: 'none' } })
    const time = { kind: 'exact', day: '2026-12-18', clock: '10:00' } as const
    await secondPlanner.call(move, {
      publicationId: moved.id,
      timeVersion: 1,
      time,
      confirmsEndOfApproval: false,
    })
    const refused = await notChangedOf(
      planner.call(changeMany, ask([fine, moved, handedOver, undated], later)),
    )
    expect(refused.map(({ publicationId, code }) => [publicationId, code])).toEqual([
      [moved.id, 'conflict'],
      [handedOver.id, 'not_in_this_state'],
      [undated.id, 'not_scheduled'],
    ])
    expect(refused[0]?.data).toMatchObject({ by: secondPlanner.name })
    expect(await rowOf(agency, fine.id)).toEqual(fine)
    expect((await eventsOf(agency, fine.id)).map((event) => event.action)).toEqual(['publications.created'])
  })

  test('never tells of what the person may not see, and changes nothing of another unit', async () => {
    const own = await aPublication(agency)
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive], title: 'Rahasia' })
    const refused = await notChangedOf(
      agency.people.otherPlanner.call(changeMany, ask([own, secret], { kind: 'cancel' })),
    )
    expect(refused).toEqual([
      { publicationId: own.id, title: own.title, code: 'not_found', data: {} },
      { publicationId: secret.id, title: null, code: 'not_found', data: {} },
    ])
    expect(JSON.stringify(refused)).not.toContain('Rahasia')
    const { contributor } = agency.people
    expect((await refusalOf(contributor.call(changeMany, ask([own], later)))).code).toBe('not_allowed')
  })

  test('an owner without a role in the unit is refused for each', async () => {
    const rows = await several(2)
    const { planner, reader } = agency.people
    const refused = await notChangedOf(
      planner.call(changeMany, ask(rows, { kind: 'owner', ownerId: reader.id })),
    )
    expect(refused.map(({ code, data }) => [code, data])).toEqual(
      rows.map(() => ['owner_cannot_plan', { name: reader.name }]),
    )
  })

  test('asks first how many approvals end, then ends them', async () => {
    const executive = await bring(
      agency,
      await aPublication(agency, { accountIds: [agency.accounts.executive] }),
      'approved',
    )
    const institutional = await bring(agency, await aPublication(agency), 'approved')
    const draft = await aPublication(agency)
    const rows = [executive, institutional, draft]
    const { planner, approver } = agency.people
    const decidedBy = [{ id: approver.id, name: approver.name }]
    expect(await refusalOf(planner.call(changeMany, ask(rows, later)))).toEqual({
      code: 'many_end_approvals',
      data: { count: 1, decidedBy },
    })
    expect(await again(rows)).toEqual(rows)
    const cancelling = { kind: 'cancel' } as const
    expect(await refusalOf(planner.call(changeMany, ask(rows, cancelling)))).toEqual({
      code: 'many_end_approvals',
      data: { count: 2, decidedBy },
    })
    const moved = await planner.call(changeMany, ask(rows, later, true))
    expect(moved.endedApprovals).toBe(1)
    expect((await again(rows)).map((row) => row.state)).toEqual(['draft', 'approved', 'draft'])
    await planner.call(changeMany, ask(await again(rows), cancelling, true))
    expect((await again(rows)).map((row) => row.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  test('cancels nothing that somebody changed since it was seen', async () => {
    const rows = await several(2)
    const { planner, secondPlanner } = agency.people
    const [changed] = rows
    if (!changed) throw new Error('two were asked for')
    const changes = { title: 'Judul lain' }
    await secondPlanner.call(edit, { publicationId: changed.id, version: 1, changes })
    const refused = await notChangedOf(planner.call(changeMany, ask(rows, { kind: 'cancel' })))
    expect(refused).toMatchObject([
      { publicationId: changed.id, title: 'Judul lain', code: 'conflict', data: { by: secondPlanner.name } },
    ])
    expect((await again(rows)).map((row) => row.state)).toEqual(['draft', 'draft'])
  })

  test('from two servers at once, in opposite order: one wins whole, the other is told of each', async () => {
    const rows = await several(6)
    const { planner, secondPlanner } = agency.people
    const outcomes = await Promise.allSettled([
      planner.call(changeMany, ask(rows, { kind: 'move', days: 1 })),
      agency.onSecond(secondPlanner).call(changeMany, ask(rows.toReversed(), { kind: 'move', days: 2 })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'many_not_changed' })
    expect(lost?.reason.data.items.map((item: NotChanged) => item.code)).toEqual(rows.map(() => 'conflict'))
    const days = new Set((await again(rows)).map((row) => row.plannedDay))
    expect([...days]).toEqual([outcomes[0]?.status === 'fulfilled' ? '2026-12-15' : '2026-12-16'])
  })

  test('under one key on two servers happens once', async () => {
    const rows = await several(2)
    const { planner } = agency.people
    const key = randomUUID()
    const answers = await Promise.all([
      planner.call(changeMany, ask(rows, later), key),
      agency.onSecond(planner).call(changeMany, ask(rows, later), key),
    ])
    expect(answers[0]).toEqual(answers[1])
    expect((await again(rows)).map((row) => row.plannedDay)).toEqual(['2026-12-15', '2026-12-15'])
  })

  test('into a gap of the clock moves none and says which clock does not exist', async () => {
    const setZone = (zone: string) =>
      agency.database.store.transaction((tx) =>
        tx.update(agencyTable).set({ zone }).where(eq(agencyTable.isDemo, false)),
      )
    await setZone('Australia/Sydney')
    try {
      const fine = await aPublication(agency, { time: { kind: 'exact', day: '2027-10-02', clock: '09:00' } })
      const gap = await aPublication(agency, { time: { kind: 'exact', day: '2027-10-02', clock: '02:30' } })
      const refused = await notChangedOf(agency.people.planner.call(changeMany, ask([fine, gap], later)))
      expect(refused).toEqual([
        {
          publicationId: gap.id,
          title: gap.title,
          code: 'time_does_not_exist',
          data: { day: '2027-10-03', clock: '02:30', zone: 'Australia/Sydney' },
        },
      ])
      expect(await again([fine, gap])).toEqual([fine, gap])
    } finally {
      await setZone('Asia/Jakarta')
    }
  })
})
