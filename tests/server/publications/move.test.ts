import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { steps } from '../../../db/schema/approvals.ts'
import { edit } from '../../../server/publications/edit.ts'
import { move } from '../../../server/publications/move.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, bring, conflictOf, eventsOf, refusalOf, rowOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const friday = { kind: 'exact', day: '2026-12-11', clock: '09:00' } as const
const input = (
  row: { id: string; timeVersion: number },
  time: Parameters<typeof move.run>[0]['input']['time'],
) => ({
  publicationId: row.id,
  timeVersion: row.timeVersion,
  time,
  confirmsEndOfApproval: false,
})

describe('moving a publication', () => {
  test('keeps its approval, and moving back undoes it', async () => {
    const before = await bring(agency, await aPublication(agency), 'approved')
    const { planner } = agency.people
    const moved = await planner.call(move, input(before, friday))
    expect(moved).toMatchObject({ plannedAt: '2026-12-11T02:00:00.000Z', state: 'approved', timeVersion: 2 })
    const [variant] = await variantsOf(agency, before.id)
    expect(variant?.plannedAt).toBe(moved.plannedAt)
    await planner.call(move, {
      ...input({ ...before, timeVersion: 2 }, { kind: 'exact', day: '2026-12-14', clock: '08:00' }),
    })
    expect(await rowOf(agency, before.id)).toMatchObject({
      plannedAt: before.plannedAt,
      contentHash: before.contentHash,
      state: 'approved',
      stepsDecided: 1,
    })
  })

  test('moves the deadlines of its approval with it, so that they remind at the right time', async () => {
    const before = await bring(agency, await aPublication(agency), 'in_review')
    await agency.people.planner.call(
      move,
      input(before, { kind: 'exact', day: '2026-12-20', clock: '09:00' }),
    )
    const [step] = await agency.database.store.db
      .select({ dueAt: steps.dueAt })
      .from(steps)
      .where(eq(steps.submissionId, before.submissionId ?? ''))
    expect(step?.dueAt).toBe('2026-12-20T00:00:00.000Z')
  })

  test('takes a tentative day, a day whose hour is open, and no time', async () => {
    let row = await aPublication(agency)
    const { planner } = agency.people
    await planner.call(move, input(row, { kind: 'tentative', day: '2026-12-20', clock: null }))
    row = await rowOf(agency, row.id)
    expect(row).toMatchObject({ timeKind: 'tentative', plannedDay: '2026-12-20', plannedAt: null })
    await planner.call(move, input(row, { kind: 'open', day: '2026-12-21' }))
    row = await rowOf(agency, row.id)
    expect(row).toMatchObject({ timeKind: 'open', plannedDay: '2026-12-21', plannedAt: null })
    await planner.call(move, input(row, { kind: 'none' }))
    expect(await rowOf(agency, row.id)).toMatchObject({ timeKind: 'none', plannedDay: null, plannedAt: null })
  })

  test('is not in the way of who writes meanwhile', async () => {
    const row = await aPublication(agency)
    const { planner, secondPlanner } = agency.people
    await Promise.all([
      planner.call(move, input(row, friday)),
      agency
        .onSecond(secondPlanner)
        .call(edit, { publicationId: row.id, version: row.version, changes: { mainText: 'Baru' } }),
    ])
    expect(await rowOf(agency, row.id)).toMatchObject({
      mainText: 'Baru',
      plannedAt: '2026-12-11T02:00:00.000Z',
    })
  })

  test('by two people at once: one wins, the other is shown the first time', async () => {
    const row = await aPublication(agency)
    const { planner, secondPlanner } = agency.people
    await planner.call(move, input(row, friday))
    const second = secondPlanner.call(move, input(row, { kind: 'exact', day: '2026-12-18', clock: '10:00' }))
    const conflict = await conflictOf(second)
    expect(conflict).toMatchObject({ by: 'Sekar Larasati', fields: [{ field: 'time' }] })
    expect(conflict.fields[0]?.theirs).toMatchObject({ plannedAt: '2026-12-11T02:00:00.000Z' })
    await secondPlanner.call(move, input(row, friday))
  })

  test('on an executive account asks first, then ends the approval', async () => {
    const draft = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const before = await bring(agency, draft, 'approved')
    const { planner, approver } = agency.people
    const refusal = await refusalOf(planner.call(move, input(before, friday)))
    expect(refusal).toEqual({
      code: 'move_ends_approval',
      data: { decidedBy: [{ id: approver.id, name: approver.name }] },
    })
    expect(await rowOf(agency, before.id)).toMatchObject({ state: 'approved', plannedAt: before.plannedAt })
    const moved = await planner.call(move, { ...input(before, friday), confirmsEndOfApproval: true })
    expect(moved).toMatchObject({ state: 'draft', endedDecisions: 1 })
    const ended = (await eventsOf(agency, before.id)).find(
      (event) => event.action === 'publications.submission_ended',
    )
    expect(ended?.data).toMatchObject({ why: 'moved', decidedBy: [approver.id] })
    expect((await rowOf(agency, before.id)).contentHash).not.toBe(before.contentHash)
  })

  test('is for planners of its unit alone', async () => {
    const { contributor, otherPlanner } = agency.people
    const own = await aPublication(agency, {}, contributor)
    expect((await refusalOf(contributor.call(move, input(own, friday)))).code).toBe('not_allowed')
    expect((await refusalOf(otherPlanner.call(move, input(own, friday)))).code).toBe('not_found')
  })
})
