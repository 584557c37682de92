import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { people } from '../../../db/schema/people.ts'
import type { CanonicalContent } from '../../../domain/publications/content.ts'
import { contentHash } from '../../../domain/publications/content-hash.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { whoWillBeAsked } from '../../../server/approvals/who-will-be-asked.ts'
import { edit } from '../../../server/publications/edit.ts'
import { move } from '../../../server/publications/move.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDelegation,
  aDraft,
  anApproved,
  aSubmission,
  endRole,
  eventsOf,
  refusalOf,
  rowOf,
  stepAt,
  submissionsOf,
} from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

describe('submitting', () => {
  it('freezes the content with its hash and stores who is asked, and until when', async () => {
    const { planner, approver } = scene.people
    const { publicationId, contentHash: hash, steps } = await aSubmission(scene)
    const [submission] = await submissionsOf(scene, publicationId)
    expect(submission).toMatchObject({ contentHash: hash, submittedBy: planner.id, endedAt: null })
    expect(contentHash(submission?.content as CanonicalContent)).toBe(hash)
    expect(steps).toMatchObject([
      { position: 1, approver: 'unit_approver', needs: 'any', dueAt: '2026-12-10T00:00:00.000Z' },
    ])
    const row = await rowOf(scene, publicationId)
    expect(row).toMatchObject({ state: 'in_review', stepsRequired: 1, stepsDecided: 0, contentHash: hash })
    expect(row.waitingFor).toContain(approver.id)
    expect(await eventsOf(scene, publicationId, 'approvals.submitted')).toMatchObject([
      { personId: planner.id, data: { asked: expect.arrayContaining([approver.id]) } },
    ])
  })

  it('under one key has one effect; twice it is in review already', async () => {
    const publicationId = await aDraft(scene)
    const { planner } = scene.people
    const key = randomUUID()
    const first = await planner.call(submit, { publicationId }, key)
    expect(await scene.onSecond(planner).call(submit, { publicationId }, key)).toEqual(first)
    expect(await refusalOf(planner.call(submit, { publicationId }))).toMatchObject({
      code: 'not_in_this_state',
      data: { phase: 'in_review' },
    })
    expect(await submissionsOf(scene, publicationId)).toHaveLength(1)
  })

  it('an idea has nothing to submit; a contributor, another unit and an approver do not submit', async () => {
    const idea = await aDraft(scene, { accountIds: [], unitId: scene.unit })
    const { planner, contributor, otherPlanner, approver } = scene.people
    expect(await refusalOf(planner.call(submit, { publicationId: idea }))).toMatchObject({
      code: 'not_in_this_state',
    })
    const publicationId = await aDraft(scene)
    expect((await refusalOf(contributor.call(submit, { publicationId }))).code).toBe('not_allowed')
    expect((await refusalOf(approver.call(submit, { publicationId }))).code).toBe('not_allowed')
    expect((await refusalOf(otherPlanner.call(submit, { publicationId }))).code).toBe('not_found')
  })

  it('is refused while its owner is deactivated', async () => {
    const gone = await scene.addPerson('Joko Pergi', 'planner', scene.unit, 'joko@contoh.example')
    const publicationId = await aDraft(scene, {}, gone)
    await scene.database.store.transaction((tx) =>
      tx.update(people).set({ deactivatedAt: STORY_MOMENT }).where(eq(people.id, gone.id)),
    )
    expect(await refusalOf(scene.people.planner.call(submit, { publicationId }))).toMatchObject({
      code: 'owner_gone',
      data: { name: 'Joko Pergi' },
    })
  })

  it('is refused where nobody is left, and says who could be named', async () => {
    const publicationId = await aDraft(scene, {
      accountIds: [scene.accounts.otherFacebook],
      unitId: scene.unit,
    })
    const { planner, approver } = scene.people
    const refusal = await refusalOf(planner.call(submit, { publicationId }))
    expect(refusal).toMatchObject({
      code: 'nobody_left',
      data: { position: 1, approver: 'unit_approver', unitId: scene.otherUnit },
    })
    expect(refusal.data.couldBeNamed).toContainEqual({ id: approver.id, name: approver.name })
    const told = await planner.look(whoWillBeAsked, { publicationId })
    expect(told.reasons).toMatchObject([{ code: 'nobody_left' }])
    expect(told.steps).toMatchObject([{ asked: [] }])
  })

  it('asks nobody without a sign-in or without the role: a leader alone leaves nobody', async () => {
    const lonely = await scene.addPerson('Pejabat Tanpa Wakil', null, null)
    const accountId = await scene.database.store.transaction(async (tx) => {
      const [row] = await tx
        .insert(accounts)
        .values({
          unitId: scene.unit,
          platform: 'x',
          handle: '@sekjen',
          displayName: 'Sekjen',
          kind: 'executive',
          officeHolderId: lonely.id,
          office: 'Sekretaris Jenderal',
          minimumMinutes: 60,
          createdAt: STORY_MOMENT,
          version: 1,
        })
        .returning({ id: accounts.id })
      return row?.id ?? ''
    })
    const publicationId = await aDraft(scene, { accountIds: [accountId] })
    expect(await refusalOf(scene.people.planner.call(submit, { publicationId }))).toMatchObject({
      code: 'nobody_left',
      data: { position: 2, approver: 'office_holder', accountId },
    })
  })

  it('tells beforehand who will be asked, delegates with their leader', async () => {
    const publicationId = await aDraft(scene, { accountIds: [scene.accounts.executive] })
    const told = await scene.people.planner.look(whoWillBeAsked, { publicationId })
    expect(told.reasons).toEqual([])
    expect(told.steps).toMatchObject([
      {
        position: 1,
        approver: 'communications_lead',
        asked: [{ name: 'Hendra Wicaksono', onBehalfOf: null }],
      },
      {
        position: 2,
        approver: 'office_holder',
        officeHolder: 'Ratna Kusumawardhani',
        asked: [{ name: 'Agus Salim', onBehalfOf: 'Ratna Kusumawardhani' }],
      },
    ])
    expect(await refusalOf(scene.people.reader.look(whoWillBeAsked, { publicationId }))).toMatchObject({
      code: 'not_found',
    })
  })

  it('on accounts of two units asks both; one decision of one person counts for both', async () => {
    const both = await scene.addPerson('Penyetuju Dua Unit', 'approver', null, 'dua@contoh.example')
    const accountIds = [scene.accounts.x, scene.accounts.otherFacebook]
    const { publicationId, contentHash: hash, steps } = await aSubmission(scene, { accountIds })
    expect(steps.map((step) => step.unitId)).toEqual([scene.unit, scene.otherUnit].toSorted(orderOf(steps)))
    const input = { publicationId, contentHash: hash, stepId: stepAt(steps, 1).id, comment: '' }
    expect(await both.call(approve, input)).toMatchObject({ isComplete: true, state: 'approved' })
    await endRole(scene, both, 'approver')
  })
})

function orderOf(steps: { unitId: string | null }[]) {
  const order = steps.map((step) => step.unitId)
  return (one: string, other: string) => order.indexOf(one) - order.indexOf(other)
}

describe('what happens to a submission', () => {
  it('an edit after approval withdraws it, and whoever decided is told', async () => {
    const { publicationId } = await anApproved(scene)
    const { version } = await rowOf(scene, publicationId)
    await scene.people.secondPlanner.call(edit, { publicationId, version, changes: { mainText: 'Lain.' } })
    expect(await rowOf(scene, publicationId)).toMatchObject({
      state: 'draft',
      submissionId: null,
      stepsDecided: 0,
    })
    expect(await eventsOf(scene, publicationId, 'publications.submission_ended')).toMatchObject([
      { data: { why: 'edited', decidedBy: [scene.people.approver.id] } },
    ])
  })

  it('an edit of the title or the notes leaves it as it is', async () => {
    const { publicationId } = await anApproved(scene)
    const { version } = await rowOf(scene, publicationId)
    await scene.people.planner.call(edit, {
      publicationId,
      version,
      changes: { title: 'Judul lain', notes: 'x' },
    })
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'approved', stepsDecided: 1 })
  })

  it('a move keeps it, and ends it where the policy binds the time', async () => {
    const time = { kind: 'exact', day: '2026-12-11', clock: '09:00' } as const
    const { planner } = scene.people
    const kept = await anApproved(scene)
    const moved = { publicationId: kept.publicationId, timeVersion: 1, time, confirmsEndOfApproval: false }
    await planner.call(move, moved)
    expect((await rowOf(scene, kept.publicationId)).state).toBe('approved')
    const bound = await anApproved(scene, { accountIds: [scene.accounts.executive] })
    const asking = { ...moved, publicationId: bound.publicationId }
    expect(await refusalOf(planner.call(move, asking))).toMatchObject({ code: 'move_ends_approval' })
    await planner.call(move, { ...asking, confirmsEndOfApproval: true })
    expect((await rowOf(scene, bound.publicationId)).state).toBe('draft')
    expect(await submissionsOf(scene, bound.publicationId)).toMatchObject([{ endedWhy: 'moved' }])
  })

  it('a right lost after the decision leaves it standing', async () => {
    const leaving = await scene.addPerson('Segera Pindah', 'approver', scene.unit, 'pindah@contoh.example')
    const submitted = await aSubmission(scene)
    await leaving.call(approve, { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' })
    await endRole(scene, leaving, 'approver')
    expect(await rowOf(scene, submitted.publicationId)).toMatchObject({ state: 'approved', stepsDecided: 1 })
  })
})
