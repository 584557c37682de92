import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approve } from '../../../server/approvals/approve.ts'
import { remindDue } from '../../../server/approvals/remind-due.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aDelegation, aSubmission, eventsOf, rowOf, stepAt, stepsOf } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

/** A step of a publication at 09.00 on the 10th is due at 07.00. */
const DUE = '2026-12-10T00:00:00.000Z'

describe('a step that is due', () => {
  it('reminds once those asked, on however many servers, and escalates once half an hour later', async () => {
    const { publicationId, steps } = await aSubmission(scene)
    const [remindedOf] = steps
    const told = async () => eventsOf(scene, publicationId, 'approvals.reminded')
    scene.at('2026-12-09T23:59:59.999Z')
    await remindDue(scene.world)
    expect(await told()).toEqual([])
    scene.at(DUE)
    await Promise.all([remindDue(scene.world), remindDue(scene.second)])
    await remindDue(scene.world)
    const first = await told()
    expect(first).toMatchObject([{ personId: null, data: { stepId: remindedOf?.id, isEscalation: false } }])
    expect(first[0]?.data.asked).toContain(scene.people.approver.id)
    scene.at('2026-12-10T00:29:59.999Z')
    await remindDue(scene.world)
    expect(await told()).toHaveLength(1)
    scene.at('2026-12-10T00:30:00.000Z')
    const late = await scene.addPerson('Penyetuju Malam', 'approver', scene.unit, 'malam@contoh.example')
    await Promise.all([remindDue(scene.world), remindDue(scene.second)])
    await remindDue(scene.world)
    const all = await told()
    expect(all.map((event) => event.data.isEscalation)).toEqual([false, true])
    expect(all[1]?.data.asked).toContain(late.id)
  })

  it('asks whoever is on duty too from then on, but nobody who wrote it', async () => {
    const submitted = await aSubmission(scene)
    scene.at(DUE)
    await remindDue(scene.world)
    const onCall = await scene.addPerson('Penyetuju Piket', 'approver', scene.unit, 'piket@contoh.example')
    scene.at('2026-12-10T00:31:00.000Z')
    await remindDue(scene.world)
    const step = stepAt(await stepsOf(scene, submitted.publicationId), 0)
    expect(step.asked).toContain(onCall.id)
    expect(step.asked).not.toContain(scene.people.planner.id)
    expect((await rowOf(scene, submitted.publicationId)).waitingFor).toContain(onCall.id)
    const decided = await onCall.call(approve, { ...submitted, stepId: step.id, comment: '' })
    expect(decided.state).toBe('approved')
  })

  it('of an office goes to its delegate; a step that waits for another one is not reminded of', async () => {
    const submitted = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
    scene.at('2026-12-10T00:31:00.000Z')
    await remindDue(scene.world)
    await remindDue(scene.world)
    const told = await eventsOf(scene, submitted.publicationId, 'approvals.reminded')
    expect(told.map((event) => event.data.stepId)).toEqual([stepAt(submitted.steps, 0).id])
    const lead = stepAt(submitted.steps, 0)
    await scene.people.approver.call(approve, { ...submitted, stepId: lead.id, comment: '' })
    await remindDue(scene.world)
    scene.at('2026-12-10T01:05:00.000Z')
    await remindDue(scene.world)
    const later = await eventsOf(scene, submitted.publicationId, 'approvals.reminded')
    expect(later.slice(1)).toMatchObject([
      { data: { stepId: stepAt(submitted.steps, 1).id, isEscalation: false } },
      { data: { asked: [scene.people.delegate.id], isEscalation: true } },
    ])
  })

  it('is never approved by silence', async () => {
    const submitted = await aSubmission(scene)
    scene.at('2026-12-12T00:00:00.000Z')
    await remindDue(scene.world)
    await remindDue(scene.world)
    expect(await rowOf(scene, submitted.publicationId)).toMatchObject({ state: 'in_review', stepsDecided: 0 })
  })
})
