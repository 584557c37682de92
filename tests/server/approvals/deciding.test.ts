import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approve } from '../../../server/approvals/approve.ts'
import { askForChanges } from '../../../server/approvals/ask-for-changes.ts'
import { reject } from '../../../server/approvals/reject.ts'
import { revoke } from '../../../server/approvals/revoke.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { edit } from '../../../server/publications/edit.ts'
import { withdrawSubmission } from '../../../server/publications/withdraw-submission.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDelegation,
  anApproved,
  aSubmission,
  decisionsOn,
  endRole,
  eventsOf,
  grant,
  refusalOf,
  rowOf,
  stepAt,
  stepsOf,
  submissionsOf,
} from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

describe('an approval', () => {
  it('of the only step makes the publication approved, bound to the content on the screen', async () => {
    const { approver, secondApprover, delegate } = scene.people
    const { publicationId, contentHash, steps } = await aSubmission(scene)
    const step = stepAt(steps, 0)
    expect(step.asked.toSorted()).toEqual([approver.id, secondApprover.id, delegate.id].toSorted())
    const answer = await approver.call(approve, {
      publicationId,
      stepId: step.id,
      contentHash,
      comment: 'Baik.',
    })
    expect(answer).toMatchObject({ isComplete: true, state: 'approved' })
    expect(await rowOf(scene, publicationId)).toMatchObject({
      state: 'approved',
      stepsRequired: 1,
      stepsDecided: 1,
      waitingFor: [],
    })
    expect(await decisionsOn(scene, publicationId)).toMatchObject([
      {
        kind: 'approve',
        personId: approver.id,
        contentHash,
        comment: 'Baik.',
        onBehalfOfId: null,
        revokedAt: null,
      },
    ])
    expect(await eventsOf(scene, publicationId, 'approvals.decided')).toMatchObject([
      { personId: approver.id, data: { kind: 'approve', isComplete: true, nextAsked: [], stepId: step.id } },
    ])
  })

  it('given again under the same key is the same answer; under another it says so', async () => {
    const { approver } = scene.people
    const { publicationId, contentHash, steps } = await aSubmission(scene)
    const input = { publicationId, contentHash, stepId: stepAt(steps, 0).id, comment: '' }
    const key = randomUUID()
    const first = await approver.call(approve, input, key)
    expect(await scene.onSecond(approver).call(approve, input, key)).toEqual(first)
    const again = await refusalOf(approver.call(approve, input))
    expect(again).toMatchObject({ code: 'already_decided', data: { kind: 'approve', context: 'approve' } })
    expect(await decisionsOn(scene, publicationId)).toHaveLength(1)
  })

  it('on content that was edited since is refused, and says who changed it and when', async () => {
    const { approver, planner } = scene.people
    const { publicationId, contentHash, steps } = await aSubmission(scene)
    const row = await rowOf(scene, publicationId)
    scene.at('2026-12-09T03:41:00.000Z')
    await planner.call(edit, { publicationId, version: row.version, changes: { mainText: 'Siapkan KTP.' } })
    const input = { publicationId, contentHash, stepId: stepAt(steps, 0).id, comment: '' }
    const asDraft = await refusalOf(approver.call(approve, input))
    expect(asDraft.code).toBe('content_changed')
    expect(asDraft.data).toMatchObject({
      by: 'Sekar Larasati',
      at: '2026-12-09T03:41:00.000Z',
      hashSeen: contentHash,
      context: 'draft',
    })
    await planner.call(submit, { publicationId })
    const asNew = await refusalOf(approver.call(approve, input))
    expect(asNew.code).toBe('content_changed')
    expect(asNew.data).not.toHaveProperty('context')
    expect((await rowOf(scene, publicationId)).state).toBe('in_review')
    expect(await decisionsOn(scene, publicationId)).toEqual([])
  })

  it('that names another hash than the one submitted counts for nothing', async () => {
    const { publicationId, steps } = await aSubmission(scene)
    const input = { publicationId, contentHash: 'a'.repeat(64), stepId: stepAt(steps, 0).id, comment: '' }
    expect(await refusalOf(scene.people.approver.call(approve, input))).toMatchObject({
      code: 'content_changed',
    })
  })

  it('of a content edited back to the byte must be given anew: nothing is revived', async () => {
    const { planner } = scene.people
    const approved = await anApproved(scene)
    const { publicationId } = approved
    const changeTo = async (mainText: string) => {
      const { version } = await rowOf(scene, publicationId)
      await planner.call(edit, { publicationId, version, changes: { mainText } })
    }
    await changeTo('Lain.')
    await changeTo('Siapkan KTP dan kartu keluarga.')
    const row = await rowOf(scene, publicationId)
    expect(row).toMatchObject({ state: 'draft', contentHash: approved.contentHash, stepsDecided: 0 })
    const { contentHash } = await planner.call(submit, { publicationId })
    expect(contentHash).toBe(approved.contentHash)
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'in_review', stepsDecided: 0 })
    expect((await submissionsOf(scene, publicationId)).map((one) => one.endedWhy)).toEqual(['edited', null])
  })

  it('of a submission taken back is refused with that', async () => {
    const { publicationId, contentHash, steps } = await aSubmission(scene)
    await scene.people.planner.call(withdrawSubmission, { publicationId })
    const input = { publicationId, contentHash, stepId: stepAt(steps, 0).id, comment: '' }
    const refusal = await refusalOf(scene.people.approver.call(approve, input))
    expect(refusal).toMatchObject({
      code: 'submission_ended',
      data: { endedWhy: 'withdrawn', context: 'withdrawn' },
    })
  })

  it('of a step of another publication is none', async () => {
    const one = await aSubmission(scene)
    const other = await aSubmission(scene)
    const input = { ...one, stepId: stepAt(other.steps, 0).id, comment: '' }
    expect(await refusalOf(scene.people.approver.call(approve, input))).toMatchObject({
      code: 'step_missing',
    })
  })

  it('of a step that somebody else has decided comes too late', async () => {
    const { approver, secondApprover } = scene.people
    const submitted = await aSubmission(scene)
    const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' }
    await secondApprover.call(approve, input)
    expect(await refusalOf(approver.call(approve, input))).toMatchObject({ code: 'step_complete' })
  })

  it('by who was not asked, and by who lost the right since, is refused', async () => {
    const late = await scene.addPerson('Tri Wahyuni', null, null, 'tri@contoh.example')
    const leaving = await scene.addPerson('Eko Prabowo', 'approver', scene.unit, 'eko@contoh.example')
    await grant(scene, late, 'contributor', scene.unit)
    const submitted = await aSubmission(scene)
    const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' }
    expect(await refusalOf(late.call(approve, input))).toMatchObject({ code: 'not_allowed' })
    await grant(scene, late, 'approver', scene.unit)
    expect(await refusalOf(late.call(approve, input))).toMatchObject({ code: 'not_asked' })
    await endRole(scene, leaving, 'approver')
    await grant(scene, leaving, 'approver', scene.otherUnit)
    expect(await refusalOf(leaving.call(approve, input))).toMatchObject({ code: 'no_longer_entitled' })
  })
})

describe('four eyes', () => {
  it('nobody decides on what they wrote, approvers and administrators included, and is told who can', async () => {
    const writer = await scene.addPerson('Penulis Penyetuju', 'approver', scene.unit, 'tulis@contoh.example')
    await grant(scene, writer, 'planner', scene.unit)
    await grant(scene, writer, 'administrator', null)
    const submitted = await aSubmission(scene, {}, writer)
    const step = stepAt(submitted.steps, 0)
    expect(step.asked).not.toContain(writer.id)
    const refusal = await refusalOf(writer.call(approve, { ...submitted, stepId: step.id, comment: '' }))
    expect(refusal.code).toBe('wrote_it')
    expect(refusal.data.others).toContainEqual({ id: scene.people.approver.id, name: 'Hendra Wicaksono' })
  })

  it('who once corrected a word never decides, though the next submission asks again', async () => {
    const helper = await scene.addPerson('Korektor', 'approver', scene.unit, 'korektor@contoh.example')
    await grant(scene, helper, 'planner', scene.unit)
    const submitted = await aSubmission(scene)
    const { version } = await rowOf(scene, submitted.publicationId)
    await helper.call(edit, {
      publicationId: submitted.publicationId,
      version,
      changes: { mainText: 'Siapkan KTP saja.' },
    })
    const { contentHash } = await scene.people.planner.call(submit, {
      publicationId: submitted.publicationId,
    })
    const step = stepAt(await stepsOf(scene, submitted.publicationId), 0)
    expect(step.asked).not.toContain(helper.id)
    const input = { publicationId: submitted.publicationId, contentHash, stepId: step.id, comment: '' }
    expect(await refusalOf(helper.call(approve, input))).toMatchObject({ code: 'wrote_it' })
  })

  it('one person fills one step of a list: the lead is not the delegate too', async () => {
    const { approver, delegate } = scene.people
    await aDelegation(scene, approver)
    const submitted = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
    const [lead, office] = [stepAt(submitted.steps, 0), stepAt(submitted.steps, 1)]
    await approver.call(approve, { ...submitted, stepId: lead.id, comment: '' })
    const again = await refusalOf(approver.call(approve, { ...submitted, stepId: office.id, comment: '' }))
    expect(again).toMatchObject({ code: 'filled_other_step', data: { position: 1 } })
    expect((await rowOf(scene, submitted.publicationId)).waitingFor).toEqual([delegate.id])
    const last = await delegate.call(approve, { ...submitted, stepId: office.id, comment: '' })
    expect(last.state).toBe('approved')
  })
})

describe('an executive account', () => {
  it('asks the communications lead, then the office-holder through a delegate whose name and leader are kept', async () => {
    const { approver, delegate, leader } = scene.people
    const submitted = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
    const [lead, office] = [stepAt(submitted.steps, 0), stepAt(submitted.steps, 1)]
    expect([lead.approver, office.approver]).toEqual(['communications_lead', 'office_holder'])
    const tooEarly = await refusalOf(delegate.call(approve, { ...submitted, stepId: office.id, comment: '' }))
    expect(tooEarly).toMatchObject({
      code: 'earlier_step_open',
      data: { position: 1, waitingFor: [{ id: approver.id, name: 'Hendra Wicaksono' }] },
    })
    const first = await approver.call(approve, { ...submitted, stepId: lead.id, comment: '' })
    expect(first).toMatchObject({ isComplete: false, state: 'in_review' })
    const told = await eventsOf(scene, submitted.publicationId, 'approvals.decided')
    expect(told[0]?.data.nextAsked).toContain(delegate.id)
    await delegate.call(approve, { ...submitted, stepId: office.id, comment: '' })
    expect((await decisionsOn(scene, submitted.publicationId)).at(-1)).toMatchObject({
      personId: delegate.id,
      onBehalfOfId: leader.id,
    })
  })

  it('a delegation counts from its first moment to its last, for its classes, and not once it is revoked', async () => {
    const { approver } = scene.people
    const stranger = await scene.addPerson('Wakil Baru', 'approver', scene.otherUnit, 'wakil@contoh.example')
    const decide = async () => {
      const submitted = await aSubmission(scene, {
        accountIds: [scene.accounts.executive],
        subjectClass: 'event',
      })
      await approver.call(approve, { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' })
      const input = { ...submitted, stepId: stepAt(submitted.steps, 1).id, comment: '' }
      return { input, work: () => stranger.call(approve, input) }
    }
    const before = await decide()
    expect(await refusalOf(before.work())).toMatchObject({ code: 'not_found' })
    const window = { startsAt: '2026-12-09T04:00:00.000Z', endsAt: '2026-12-09T05:00:00.000Z' }
    await aDelegation(scene, stranger, { ...window, subjectClasses: ['event'] })
    await aDelegation(scene, stranger, { ...window, subjectClasses: ['greeting'] })
    scene.at('2026-12-09T04:00:00.000Z')
    // Submitted before the delegation began, it still counts.
    expect(await before.work()).toMatchObject({ state: 'approved' })
    const late = await decide()
    scene.at('2026-12-09T05:00:00.000Z')
    expect((await refusalOf(late.work())).code).toMatch(/not_found|delegation_not_valid/)
    await aDelegation(scene, stranger, { subjectClasses: ['greeting'] })
    expect(await refusalOf(late.work())).toMatchObject({
      code: 'delegation_not_valid',
      data: { why: 'subject_class' },
    })
  })
})

describe('asking for changes and rejecting', () => {
  it.each([
    ['asking for changes', askForChanges, 'changes_asked', 'ask_for_changes'],
    ['rejecting', reject, 'rejected', 'reject'],
  ] as const)(
    '%s ends the submission with its comment; the publication is a draft again',
    async (_name, act, why, kind) => {
      const { approver } = scene.people
      const submitted = await aSubmission(scene)
      const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '  Sebut tenggatnya. ' }
      expect(await approver.call(act, input)).toMatchObject({ state: 'draft' })
      expect(await rowOf(scene, submitted.publicationId)).toMatchObject({
        state: 'draft',
        submissionId: null,
        stepsRequired: 0,
        waitingFor: [],
      })
      expect(await submissionsOf(scene, submitted.publicationId)).toMatchObject([
        { endedWhy: why, endedBy: approver.id, endedAt: STORY_MOMENT },
      ])
      expect(await decisionsOn(scene, submitted.publicationId)).toMatchObject([
        { kind, comment: 'Sebut tenggatnya.' },
      ])
      expect(await refusalOf(approver.call(act, input))).toMatchObject({
        code: 'already_decided',
        data: { kind },
      })
      const other = await refusalOf(scene.people.secondApprover.call(approve, input))
      expect(other).toMatchObject({ code: 'submission_ended', data: { endedWhy: why } })
    },
  )

  it.each([askForChanges, reject])('%# needs a comment', (act) => {
    const given = {
      publicationId: randomUUID(),
      stepId: randomUUID(),
      contentHash: 'a'.repeat(64),
      comment: ' \n ',
    }
    const read = act.input.safeParse(given)
    expect(read.error?.issues.map((issue) => issue.path)).toEqual([['comment']])
  })
})

describe('revoking', () => {
  it('opens the step again and asks those who can decide it', async () => {
    const { approver, secondApprover } = scene.people
    const approved = await anApproved(scene)
    const [decision] = await decisionsOn(scene, approved.publicationId)
    const decisionId = decision?.id ?? ''
    const input = { publicationId: approved.publicationId, decisionId }
    expect(await refusalOf(secondApprover.call(revoke, input))).toMatchObject({ code: 'not_own_decision' })
    scene.at('2026-12-09T03:30:00.000Z')
    expect(await approver.call(revoke, input)).toMatchObject({ state: 'in_review' })
    const row = await rowOf(scene, approved.publicationId)
    expect(row).toMatchObject({ state: 'in_review', stepsDecided: 0 })
    expect(row.waitingFor).toContain(secondApprover.id)
    expect(await refusalOf(approver.call(revoke, input))).toMatchObject({
      code: 'already_revoked',
      data: { at: '2026-12-09T03:30:00.000Z' },
    })
    await approver.call(approve, { ...approved, stepId: stepAt(approved.steps, 0).id, comment: '' })
    expect((await rowOf(scene, approved.publicationId)).state).toBe('approved')
  })

  it('a request for changes cannot be revoked, nor an approval whose submission ended', async () => {
    const { approver, planner } = scene.people
    const asked = await aSubmission(scene)
    await approver.call(askForChanges, { ...asked, stepId: stepAt(asked.steps, 0).id, comment: 'Ringkas.' })
    const [objection] = await decisionsOn(scene, asked.publicationId)
    const first = approver.call(revoke, {
      publicationId: asked.publicationId,
      decisionId: objection?.id ?? '',
    })
    expect(await refusalOf(first)).toMatchObject({ code: 'not_an_approval' })
    const approved = await anApproved(scene)
    await planner.call(withdrawSubmission, { publicationId: approved.publicationId })
    const [decision] = await decisionsOn(scene, approved.publicationId)
    const second = approver.call(revoke, {
      publicationId: approved.publicationId,
      decisionId: decision?.id ?? '',
    })
    expect(await refusalOf(second)).toMatchObject({
      code: 'submission_ended',
      data: { context: 'withdrawn' },
    })
  })

  it('a decision of another publication is not found', async () => {
    const one = await anApproved(scene)
    const other = await anApproved(scene)
    const [decision] = await decisionsOn(scene, other.publicationId)
    const work = scene.people.approver.call(revoke, {
      publicationId: one.publicationId,
      decisionId: decision?.id ?? '',
    })
    expect(await refusalOf(work)).toMatchObject({ code: 'not_found' })
  })
})
