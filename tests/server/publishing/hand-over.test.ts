import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holds, publications } from '../../../db/schema/publications.ts'
import { addPauseInput } from '../../../domain/marks/input.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { revoke } from '../../../server/approvals/revoke.ts'
import { addPause } from '../../../server/marks/add-pause.ts'
import { endPause } from '../../../server/marks/end-pause.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { edit } from '../../../server/publications/edit.ts'
import { exceptPause } from '../../../server/publications/except-pause.ts'
import { move } from '../../../server/publications/move.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { handOverByClock } from '../../../server/publishing/hand-over-by-clock.ts'
import { reportOverdue } from '../../../server/publishing/report-overdue.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDraft,
  anApproved,
  aSubmission,
  decisionsOn,
  eventsOf,
  refusalOf,
  rowOf,
  stepAt,
} from '../approvals/support.ts'
import { aHandedOver, handoversOf, PLANNED } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

const codesOf = async (work: Promise<unknown>) => {
  const { code, data } = await refusalOf(work)
  const blockers = (data.blockers ?? []) as { code: string }[]
  return [code, ...blockers.map((found) => found.code)]
}

describe('a planner hands over', () => {
  it('what is ready, from its time on: all variants at once, on the content that was approved', async () => {
    const { publicationId, contentHash } = await anApproved(scene)
    scene.at(PLANNED)
    const { handoverId } = await scene.people.planner.call(handOver, { publicationId })
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'approved', handedOverAt: PLANNED })
    expect(await handoversOf(scene, publicationId)).toMatchObject([
      { id: handoverId, contentHash, handedOverBy: scene.people.planner.id, handedOverAt: PLANNED },
    ])
    expect(await eventsOf(scene, publicationId, 'publishing.handed_over')).toMatchObject([
      { data: { handoverId } },
    ])
  })

  it('twice under one key once; under another it is told that it happened', async () => {
    const { publicationId } = await anApproved(scene)
    scene.at(PLANNED)
    const key = randomUUID()
    const first = await scene.people.planner.call(handOver, { publicationId }, key)
    expect(await scene.onSecond(scene.people.planner).call(handOver, { publicationId }, key)).toEqual(first)
    const again = await refusalOf(scene.people.planner.call(handOver, { publicationId }))
    expect(again).toMatchObject({ code: 'not_to_hand_over', data: { phase: 'handed_over' } })
    expect(await handoversOf(scene, publicationId)).toHaveLength(1)
  })

  it('nothing before its time and nothing after the grace', async () => {
    const { publicationId } = await anApproved(scene)
    const work = () => scene.people.planner.call(handOver, { publicationId })
    scene.at('2026-12-10T01:59:59.999Z')
    expect(await codesOf(work())).toEqual(['not_due_yet'])
    scene.at('2026-12-10T02:15:00.001Z')
    expect(await codesOf(work())).toEqual(['not_ready', 'time_past'])
    scene.at('2026-12-10T02:15:00.000Z')
    await work()
  })

  it('nothing that is not approved, and nobody of another unit or without the role does', async () => {
    const draft = await aDraft(scene)
    const inReview = await aSubmission(scene)
    scene.at(PLANNED)
    const { planner, approver, otherPlanner } = scene.people
    expect(await codesOf(planner.call(handOver, { publicationId: draft }))).toEqual(['not_to_hand_over'])
    const { publicationId } = inReview
    expect(await codesOf(planner.call(handOver, { publicationId }))).toEqual(['not_to_hand_over'])
    expect(await codesOf(otherPlanner.call(handOver, { publicationId }))).toEqual(['not_found'])
    expect(await codesOf(approver.call(handOver, { publicationId }))).toEqual(['not_allowed'])
  })

  it('nothing that waits for a signature, whatever the list facts say', async () => {
    const { publicationId } = await anApproved(scene, { objective: 'protect' })
    await scene.database.store.transaction((tx) =>
      tx.update(publications).set({ briefingVersion: 1, signedVersion: 1, openQuestions: 0 }),
    )
    scene.at(PLANNED)
    const work = scene.people.planner.call(handOver, { publicationId })
    expect(await codesOf(work)).toEqual(['not_ready', 'alignment_missing'])
  })

  it('nothing that breaks a platform’s limits, judged anew', async () => {
    const { publicationId } = await anApproved(scene, { mainText: 'a'.repeat(300) })
    await scene.database.store.transaction((tx) => tx.update(publications).set({ blockingFindings: 0 }))
    scene.at(PLANNED)
    const work = scene.people.planner.call(handOver, { publicationId })
    expect(await codesOf(work)).toEqual(['not_ready', 'variant_invalid'])
  })

  it('nothing an issue holds back, until it is put back', async () => {
    const { publicationId } = await anApproved(scene)
    const hold = {
      publicationId,
      issueId: randomUUID(),
      heldBy: scene.people.planner.id,
      heldAt: STORY_MOMENT,
    }
    await scene.database.store.transaction((tx) => tx.insert(holds).values(hold))
    scene.at(PLANNED)
    const work = () => scene.people.planner.call(handOver, { publicationId })
    expect(await codesOf(work())).toEqual(['not_ready', 'held'])
    await scene.database.store.transaction((tx) =>
      tx.update(holds).set({ liftedAt: PLANNED, liftedBy: scene.people.planner.id }),
    )
    await work()
  })

  it('nothing in a pause, unless an exception stands', async () => {
    const { publicationId } = await anApproved(scene)
    const pause = addPauseInput.parse({
      kind: 'mourning',
      name: 'Masa berkabung',
      stops: 'promotional',
      scope: 'agency',
      time: { in: 'days', firstDay: '2026-12-10', lastDay: '2026-12-10' },
    })
    const { id: pauseId } = await scene.people.administrator.call(addPause, pause)
    scene.at(PLANNED)
    const work = () => scene.people.planner.call(handOver, { publicationId })
    expect(await codesOf(work())).toEqual(['not_ready', 'paused'])
    await scene.people.approver.call(exceptPause, { pauseId, publicationId, reason: 'Tenggat warga.' })
    await work()
    await scene.people.administrator.call(endPause, { pauseId })
  })

  it('and from then on its content is closed: no edit, move, revoke or cancel', async () => {
    const { publicationId } = await aHandedOver(scene)
    const { planner, approver } = scene.people
    const row = await rowOf(scene, publicationId)
    const [decision] = await decisionsOn(scene, publicationId)
    const changes = { mainText: 'Lain.' }
    expect(await codesOf(planner.call(edit, { publicationId, version: row.version, changes }))).toEqual([
      'not_in_this_state',
    ])
    const time = { kind: 'exact', day: '2026-12-11', clock: '09:00' } as const
    const moving = { publicationId, timeVersion: row.timeVersion, time, confirmsEndOfApproval: false }
    expect(await codesOf(planner.call(move, moving))).toEqual(['not_in_this_state'])
    expect(await codesOf(planner.call(cancel, { publicationId }))).toEqual(['not_in_this_state'])
    const revoking = approver.call(revoke, { publicationId, decisionId: decision?.id ?? '' })
    expect(await codesOf(revoking)).toEqual(['handed_over'])
  })
})

describe('the clock', () => {
  it('hands over what was ready at its time, once, whichever server looks', async () => {
    const { publicationId } = await anApproved(scene)
    scene.at('2026-12-10T01:59:59.000Z')
    await handOverByClock(scene.world)
    expect(await handoversOf(scene, publicationId)).toEqual([])
    scene.at('2026-12-10T02:00:04.000Z')
    await Promise.all([handOverByClock(scene.world), handOverByClock(scene.second)])
    expect(await handoversOf(scene, publicationId)).toMatchObject([
      { handedOverBy: null, handedOverAt: '2026-12-10T02:00:04.000Z' },
    ])
  })

  it('hands over after an outage within the grace; past it the owner is told once and it stays', async () => {
    const within = await anApproved(scene)
    scene.at('2026-12-10T02:14:00.000Z')
    await handOverByClock(scene.world)
    expect(await handoversOf(scene, within.publicationId)).toHaveLength(1)
    scene.at(STORY_MOMENT)
    const past = await anApproved(scene)
    scene.at('2026-12-10T08:00:00.000Z')
    await handOverByClock(scene.world)
    await handOverByClock(scene.second)
    expect(await handoversOf(scene, past.publicationId)).toEqual([])
    expect(await eventsOf(scene, past.publicationId, 'publishing.blocked')).toMatchObject([
      {
        personId: null,
        data: { codes: ['time_past'], ownerId: scene.people.planner.id, plannedAt: PLANNED },
      },
    ])
  })

  it('never lets go what was approved after its time; a planner still may within the grace', async () => {
    const submitted = await aSubmission(scene)
    scene.at('2026-12-10T02:03:00.000Z')
    await handOverByClock(scene.world)
    expect(await eventsOf(scene, submitted.publicationId, 'publishing.blocked')).toMatchObject([
      { data: { codes: ['approval_missing'] } },
    ])
    const stepId = stepAt(submitted.steps, 0).id
    await scene.people.approver.call(approve, { ...submitted, stepId, comment: '' })
    scene.at('2026-12-10T02:04:00.000Z')
    await handOverByClock(scene.world)
    expect(await handoversOf(scene, submitted.publicationId)).toEqual([])
    await scene.people.planner.call(handOver, { publicationId: submitted.publicationId })
  })

  it('tells again for a new time, not for one and the same', async () => {
    const publicationId = await aDraft(scene)
    scene.at('2026-12-10T02:00:10.000Z')
    await handOverByClock(scene.world)
    await handOverByClock(scene.world)
    const { timeVersion } = await rowOf(scene, publicationId)
    const time = { kind: 'exact', day: '2026-12-10', clock: '09:10' } as const
    await scene.people.planner.call(move, { publicationId, timeVersion, time, confirmsEndOfApproval: false })
    scene.at('2026-12-10T02:10:00.000Z')
    await handOverByClock(scene.world)
    await handOverByClock(scene.world)
    const told = await eventsOf(scene, publicationId, 'publishing.blocked')
    expect(told.map((event) => event.data.plannedAt)).toEqual([PLANNED, '2026-12-10T02:10:00.000Z'])
  })

  it('is silent about a plan that was written down after its time', async () => {
    scene.at('2026-12-10T06:00:00.000Z')
    const publicationId = await aDraft(scene)
    await handOverByClock(scene.world)
    expect(await eventsOf(scene, publicationId, 'publishing.blocked')).toEqual([])
  })

  it('tells the unit once that a hand-over is unconfirmed when the time for it ended', async () => {
    const { publicationId } = await aHandedOver(scene)
    scene.at('2026-12-10T02:15:00.000Z')
    await reportOverdue(scene.world)
    expect(await eventsOf(scene, publicationId, 'publishing.overdue')).toEqual([])
    scene.at('2026-12-10T02:15:00.001Z')
    await Promise.all([reportOverdue(scene.world), reportOverdue(scene.second)])
    await reportOverdue(scene.world)
    expect(await eventsOf(scene, publicationId, 'publishing.overdue')).toHaveLength(1)
  })
})
