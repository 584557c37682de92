import { afterAll, beforeAll, expect, test } from 'vitest'
import { pauseExceptions } from '../../../db/schema/publications.ts'
import { addPauseInput } from '../../../domain/marks/input.ts'
import { createInput } from '../../../domain/publications/input.ts'
import { addPause } from '../../../server/marks/add-pause.ts'
import { endPause } from '../../../server/marks/end-pause.ts'
import { create } from '../../../server/publications/create.ts'
import { exceptPause } from '../../../server/publications/except-pause.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const reason = 'Pengumuman layanan ini menyangkut tenggat warga.'

async function aPause(fields: object = {}) {
  const input = addPauseInput.parse({
    kind: 'mourning',
    name: 'Masa berkabung',
    stops: 'promotional',
    scope: 'agency',
    time: { in: 'days', firstDay: '2026-12-14', lastDay: null },
    ...fields,
  })
  return (await scene.people.administrator.call(addPause, input)).id
}

async function aPublication(by: ActingPerson, fields: object = {}) {
  const input = createInput.parse({
    title: 'Ajakan mendaftar',
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'exact', day: '2026-12-15', clock: '09:00' },
    accountIds: [scene.accounts.x],
    ...fields,
  })
  return (await by.call(create, input)).id
}

test('an approver who wrote none of it lets a publication out of a pause, with a reason', async () => {
  const pauseId = await aPause()
  const publicationId = await aPublication(scene.people.planner)
  await scene.people.approver.call(exceptPause, { pauseId, publicationId, reason })
  const rows = await scene.world.store.db.select().from(pauseExceptions)
  expect(rows).toMatchObject([{ pauseId, publicationId, reason, grantedBy: scene.people.approver.id }])
  await expect(
    scene.people.secondApprover.call(exceptPause, { pauseId, publicationId, reason }),
  ).rejects.toMatchObject({ code: 'pause_excepted_already', data: { by: 'Hendra Wicaksono' } })
})

test('who wrote it grants it no exception, and is told who can', async () => {
  const pauseId = await aPause()
  const writer = await scene.addPerson('Penulis Penyetuju', 'approver', scene.unit)
  const { roleGrants } = await import('../../../db/schema/people.ts')
  await scene.database.store.transaction(async (tx) => {
    await tx
      .insert(roleGrants)
      .values({ personId: writer.id, role: 'planner', unitId: scene.unit, grantedAt: scene.now() })
  })
  const publicationId = await aPublication(writer)
  const attempt = writer.call(exceptPause, { pauseId, publicationId, reason })
  await expect(attempt).rejects.toMatchObject({ code: 'pause_exception_by_author' })
  await expect(attempt).rejects.toMatchObject({
    data: { others: expect.arrayContaining([{ id: scene.people.approver.id, name: 'Hendra Wicaksono' }]) },
  })
})

test('a pause that does not stop it, or is over, has nothing to except it from', async () => {
  const pauseId = await aPause()
  const protect = await aPublication(scene.people.planner, { objective: 'protect' })
  const { approver } = scene.people
  await expect(approver.call(exceptPause, { pauseId, publicationId: protect, reason })).rejects.toMatchObject(
    { code: 'pause_not_covering' },
  )
  await scene.people.administrator.call(endPause, { pauseId })
  const publicationId = await aPublication(scene.people.planner)
  await expect(approver.call(exceptPause, { pauseId, publicationId, reason })).rejects.toMatchObject({
    code: 'pause_ended',
  })
})

test('a planner, an administrator and an approver of another unit grant none', async () => {
  const pauseId = await aPause()
  const publicationId = await aPublication(scene.people.planner)
  const input = { pauseId, publicationId, reason }
  const elsewhere = await scene.addPerson('Penyetuju Lain', 'approver', scene.otherUnit)
  await expect(scene.people.secondPlanner.call(exceptPause, input)).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(scene.people.administrator.call(exceptPause, input)).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(elsewhere.call(exceptPause, input)).rejects.toMatchObject({ code: 'not_found' })
})

test('an exception without a reason is refused', () => {
  expect(
    exceptPause.input.safeParse({ pauseId: scene.unit, publicationId: scene.unit, reason: ' \n ' }).success,
  ).toBe(false)
})
