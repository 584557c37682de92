import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notifications } from '../../../db/schema/notifications.ts'
import { publications } from '../../../db/schema/publications.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { ask } from '../../../server/briefings/ask.ts'
import { sign } from '../../../server/briefings/sign.ts'
import { askDueSignatures } from '../../../server/briefings/signature-due.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { listeners, sweeps } from '../../../server/jobs.ts'
import { move } from '../../../server/publications/move.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { rowOf } from '../publications/support.ts'
import { aBriefing } from './support.ts'

let scene: TestAgency

beforeEach(async () => {
  scene = await anAgency()
})

afterEach(() => scene.drop())

/** One working day before Monday 14 December 2026, 08.00 in Jakarta: Friday at the same time. */
const DUE = '2026-12-11T01:00:00.000Z'
const JUST_BEFORE = '2026-12-11T00:59:59.999Z'

async function sweepAt(moment: string) {
  scene.at(moment)
  await Promise.all([askDueSignatures(scene.world), askDueSignatures(scene.second)])
  await askDueSignatures(scene.world)
  for (;;) if ((await tellOnce(scene.world, listeners)) === 0) return
}

async function lines(publicationId: string) {
  const rows = await scene.world.store.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.subjectId, publicationId), eq(notifications.kind, 'signature_due')))
  return rows.map(({ personId, settledAt, data }) => ({ personId, settledAt, data }))
}

test('the clockwork looks for signatures that are due', () => {
  expect(sweeps.map((sweep) => sweep.name)).toContain('signatures')
})

test('at its due time the lead agents are asked once, in place of what they were asked before', async () => {
  const { publication, number } = await aBriefing(scene)
  const { planner, leadAgent } = scene.people
  await planner.call(submit, { publicationId: publication.id })
  await sweepAt(JUST_BEFORE)
  expect(await lines(publication.id)).toEqual([])
  await sweepAt(DUE)
  await sweepAt('2026-12-11T05:00:00.000Z')
  expect(await lines(publication.id)).toMatchObject([
    { personId: leadAgent.id, settledAt: null, data: { versionNumber: number, dueAt: DUE } },
  ])
  const waiting = await scene.world.store.db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(and(eq(notifications.personId, leadAgent.id), isNull(notifications.settledAt)))
  expect(waiting).toEqual([{ kind: 'signature_due' }])
})

test('a server that was down at the due time asks when it is back, while there is time', async () => {
  const { publication } = await aBriefing(scene)
  await sweepAt('2026-12-13T20:00:00.000Z')
  expect(await lines(publication.id)).toHaveLength(1)
  const late = await aBriefing(scene)
  await sweepAt('2026-12-14T01:00:00.000Z')
  expect(await lines(late.publication.id)).toEqual([])
})

test('nobody is asked for a signature that stands, is not needed, or cannot be given', async () => {
  const signed = await aBriefing(scene)
  const { leadAgent, agent } = scene.people
  const { owner, number, hash } = signed
  await leadAgent.call(sign, { owner, number, hash })
  const asked = await aBriefing(scene)
  await agent.call(ask, { owner: asked.owner, body: 'Berapa kuotanya?', aboutText: null })
  const offered = await aBriefing(scene)
  await scene.world.store.transaction((tx) =>
    tx
      .update(publications)
      .set({ subjectClass: 'information' })
      .where(eq(publications.id, offered.publication.id)),
  )
  await sweepAt(DUE)
  for (const { publication } of [signed, asked, offered]) expect(await lines(publication.id)).toEqual([])
})

test('a signature settles it, and a new time asks anew when it is due for that', async () => {
  const { publication, owner, number, hash } = await aBriefing(scene)
  const { leadAgent, planner } = scene.people
  await sweepAt(DUE)
  const { timeVersion } = await rowOf(scene, publication.id)
  await planner.call(move, {
    publicationId: publication.id,
    timeVersion,
    time: { kind: 'exact', day: '2026-12-16', clock: '08:00' },
    confirmsEndOfApproval: false,
  })
  await sweepAt('2026-12-15T00:59:59.999Z')
  expect(await lines(publication.id)).toHaveLength(1)
  await sweepAt('2026-12-15T01:00:00.000Z')
  expect(await lines(publication.id)).toHaveLength(2)
  await leadAgent.call(sign, { owner, number, hash })
  for (;;) if ((await tellOnce(scene.world, listeners)) === 0) break
  expect((await lines(publication.id)).every((line) => line.settledAt !== null)).toBe(true)
})
