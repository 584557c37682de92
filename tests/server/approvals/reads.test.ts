import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { roleGrants } from '../../../db/schema/people.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { askForChanges } from '../../../server/approvals/ask-for-changes.ts'
import { inbox } from '../../../server/approvals/inbox.ts'
import { ofPublication } from '../../../server/approvals/of-publication.ts'
import { request } from '../../../server/approvals/request.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { record as recordIssue } from '../../../server/issues/record.ts'
import { respond } from '../../../server/issues/respond.ts'
import { listeners } from '../../../server/jobs.ts'
import { delegate } from '../../../server/people/delegate.ts'
import { endDelegation } from '../../../server/people/end-delegation.ts'
import { endRole as endRoleCommand } from '../../../server/people/end-role.ts'
import { edit } from '../../../server/publications/edit.ts'
import { record } from '../../../server/reading/record.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDelegation,
  anApproved,
  aSubmission,
  endRole,
  refusalOf,
  rowOf,
  stepAt,
  stepsOf,
} from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

const page = { cursor: null, othersCursor: null }
const onExecutive = () => ({ accountIds: [scene.accounts.executive] })

describe('the list', () => {
  it('has what I may decide first, by time, and what waits for others below', async () => {
    const late = await aSubmission(scene, { time: { kind: 'exact', day: '2026-12-12', clock: '09:00' } })
    const soon = await aSubmission(scene, { time: { kind: 'exact', day: '2026-12-09', clock: '16:00' } })
    const open = await aSubmission(scene, { time: { kind: 'open', day: '2026-12-09' } })
    const executive = await aSubmission(scene, onExecutive())
    const mine = await scene.people.approver.look(inbox, page)
    const order = mine.yours.map((row) => row.publicationId)
    expect(order).toEqual([
      soon.publicationId,
      executive.publicationId,
      late.publicationId,
      open.publicationId,
    ])
    const step = stepAt(executive.steps, 0)
    await scene.people.approver.call(approve, { ...executive, stepId: step.id, comment: '' })
    const after = await scene.people.approver.look(inbox, page)
    expect(after.yours.map((row) => row.publicationId)).not.toContain(executive.publicationId)
    expect(after.others).toMatchObject([
      {
        publicationId: executive.publicationId,
        stepId: null,
        position: 2,
        waitingFor: [{ name: 'Agus Salim' }],
        isExecutive: true,
      },
    ])
    const forTheDelegate = await scene.people.delegate.look(inbox, page)
    expect(forTheDelegate.yours.find((row) => row.publicationId === executive.publicationId)).toMatchObject({
      onBehalfOf: { name: 'Ratna Kusumawardhani' },
      position: 2,
    })
  })

  it('comes in pages that leave nothing out', async () => {
    const crowd = await anAgency()
    try {
      for (let index = 0; index < 53; index++) {
        await aSubmission(crowd, {
          title: `Nomor ${index}`,
          time: { kind: 'exact', day: '2026-12-11', clock: '09:00' },
        })
      }
      const first = await crowd.people.approver.look(inbox, page)
      expect(first.yours).toHaveLength(50)
      const second = await crowd.people.approver.look(inbox, { ...page, cursor: first.next })
      expect(second.yours).toHaveLength(3)
      expect(second.next).toBeNull()
      const ids = [...first.yours, ...second.yours].map((row) => row.publicationId)
      expect(new Set(ids).size).toBe(53)
    } finally {
      await crowd.drop()
    }
  })

  it('knows of nothing executive for who is not in its circle, whatever they ask', async () => {
    const executive = await aSubmission(scene, onExecutive())
    const { reader, administrator, otherPlanner } = scene.people
    for (const person of [reader, administrator, otherPlanner]) {
      const told = await person.look(inbox, page)
      expect(JSON.stringify(told)).not.toContain(executive.publicationId)
      const named = { publicationId: executive.publicationId }
      expect((await refusalOf(person.look(ofPublication, named))).code).toBe('not_found')
      expect((await refusalOf(person.look(record, named))).code).toBe('not_found')
      const looking = person.look(request, { publicationId: executive.publicationId, seenHash: null })
      expect(await refusalOf(looking)).toMatchObject({ code: 'not_found' })
    }
  })

  it('asks a delegate whose delegation began after the submission', async () => {
    const newcomer = await scene.addPerson(
      'Wakil Susulan',
      'approver',
      scene.otherUnit,
      'susulan@contoh.example',
    )
    const executive = await aSubmission(scene, onExecutive())
    const step = stepAt(executive.steps, 0)
    await scene.people.approver.call(approve, { ...executive, stepId: step.id, comment: '' })
    expect((await newcomer.look(inbox, page)).yours).toEqual([])
    await aDelegation(scene, newcomer)
    const told = await newcomer.look(inbox, page)
    expect(told.yours.map((row) => row.publicationId)).toContain(executive.publicationId)
  })
})

describe('a request', () => {
  it('says the level of the issue it answers and which steps one decision leaves open', async () => {
    const { agent, planner, approver } = scene.people
    const both = await aSubmission(scene, {
      objective: 'protect',
      subjectClass: 'clarification',
      accountIds: [scene.accounts.x, scene.accounts.executive],
    })
    const { publicationId } = both
    const { id: issueId } = await agent.call(recordIssue, {
      title: 'Pungutan saat pendaftaran',
      content: '',
      context: '',
      publicInterest: '',
      links: '',
      isHarmful: true,
      reading: null,
    })
    const answer = { kind: 'full' as const, publicationId, title: null, accountIds: [], reason: '' }
    await planner.call(respond, { issueId, ...answer })
    const told = await approver.look(request, { publicationId, seenHash: null })
    expect(told.issues).toEqual([
      { id: issueId, title: 'Pungutan saat pendaftaran', level: 'public_interest' },
    ])
    expect(told.steps).toHaveLength(3)
    const last = told.steps.filter((step) => step.approver === 'office_holder')
    expect(told.mine?.leftAfterIds).toEqual(last.map((step) => step.id))
    const { stepId } = told.mine ?? { stepId: '' }
    await approver.call(approve, { ...both, stepId, comment: '' })
    const after = await scene.people.delegate.look(request, { publicationId, seenHash: null })
    expect(after.steps.filter((step) => step.state !== 'done').map((step) => step.id)).toEqual(
      told.mine?.leftAfterIds,
    )
    expect(after.mine?.leftAfterIds).toEqual([])
  })

  it('shows exactly what each account will post, in whose name one decides, and its place among the others', async () => {
    const executive = await aSubmission(scene, {
      ...onExecutive(),
      mainText: 'Pendaftaran gratis.',
      mainLink: 'https://contoh.example/daftar',
    })
    const { publicationId } = executive
    const first = stepAt(executive.steps, 0)
    await scene.people.approver.call(approve, { ...executive, stepId: first.id, comment: 'Setuju.' })
    const told = await scene.people.delegate.look(request, { publicationId, seenHash: null })
    expect(told.posts).toMatchObject([
      {
        account: { handle: '@mentericontoh', kind: 'executive' },
        text: 'Pendaftaran gratis.',
        pastedText: 'Pendaftaran gratis.\nhttps://contoh.example/daftar',
      },
    ])
    expect(told.mine).toMatchObject({
      stepId: stepAt(executive.steps, 1).id,
      onBehalfOf: { name: 'Ratna Kusumawardhani' },
      reasons: [],
    })
    expect(told.queue.position).toBeGreaterThan(0)
    expect(told.steps[0]).toMatchObject({
      state: 'done',
      decisions: [{ kind: 'approve', by: { name: 'Hendra Wicaksono' }, comment: 'Setuju.' }],
    })
    const seenByLead = await scene.people.approver.look(request, { publicationId, seenHash: null })
    expect(seenByLead.own).toMatchObject([{ kind: 'approve', mayRevoke: true }])
    expect(seenByLead.mine?.reasons).toMatchObject([{ code: 'filled_other_step', data: { position: 1 } }])
  })

  it('tells what is new since the content on the screen, else since one’s own decision', async () => {
    const { approver, planner, secondApprover } = scene.people
    const approved = await anApproved(scene, { mainText: 'Satu kalimat.' })
    const { publicationId, contentHash: seenHash } = approved
    scene.at('2026-12-09T04:00:00.000Z')
    const { version } = await rowOf(scene, publicationId)
    await planner.call(edit, { publicationId, version, changes: { mainText: 'Satu kalimat. Dua kalimat.' } })
    await planner.call(submit, { publicationId })
    const own = await approver.look(request, { publicationId, seenHash: null })
    expect(own.difference).toMatchObject({
      since: 'own_decision',
      at: STORY_MOMENT,
      changes: [{ field: 'text', before: 'Satu kalimat.', after: 'Satu kalimat. Dua kalimat.' }],
      earlier: [{ pastedText: 'Satu kalimat.' }],
    })
    const since = await secondApprover.look(request, { publicationId, seenHash: null })
    expect(since.difference?.since).toBe('approval')
    const screen = await secondApprover.look(request, { publicationId, seenHash })
    expect(screen.difference?.since).toBe('screen')
    const fresh = await aSubmission(scene)
    const none = await approver.look(request, { publicationId: fresh.publicationId, seenHash: null })
    expect(none.difference).toBeNull()
  })

  it('says why one may not decide, and after the end how it ended', async () => {
    const { approver, planner } = scene.people
    const submitted = await aSubmission(scene)
    const { publicationId } = submitted
    const asked = await planner.look(request, { publicationId, seenHash: null })
    expect(asked.mine?.reasons).toMatchObject([{ code: 'wrote_it' }])
    const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: 'Ringkas.' }
    await approver.call(askForChanges, input)
    const ended = await approver.look(request, { publicationId, seenHash: null })
    expect(ended).toMatchObject({
      mine: null,
      submission: { endedWhy: 'changes_asked', endedBy: 'Hendra Wicaksono' },
      own: [{ kind: 'ask_for_changes', mayRevoke: false }],
    })
    expect((await stepsOf(scene, publicationId)).length).toBe(0)
  })

  it('tells the tab every submission with its decisions, a lost right too', async () => {
    const leaving = await scene.addPerson('Nanti Keluar', 'approver', scene.unit, 'keluar@contoh.example')
    const submitted = await aSubmission(scene)
    const { publicationId } = submitted
    await leaving.call(approve, { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' })
    await endRole(scene, leaving, 'approver')
    const told = await scene.people.reader.look(ofPublication, { publicationId })
    expect(told.submissions).toMatchObject([
      { isLive: true, steps: [{ state: 'done', decisions: [{ hasLostTheRight: true, revokedAt: null }] }] },
    ])
  })
})

describe('the record', () => {
  it('tells who wrote, submitted and decided, on which content and on whose behalf, in the order of time', async () => {
    const approved = await anApproved(scene, onExecutive())
    const told = await scene.people.planner.look(record, { publicationId: approved.publicationId })
    expect(told.events.map((event) => event.act)).toEqual([
      'began',
      'submitted',
      'asked_step',
      'asked_step',
      'approve',
      'approve',
    ])
    expect(told.events.at(-1)).toMatchObject({
      who: 'Agus Salim',
      onBehalfOf: 'Ratna Kusumawardhani',
      letterNumber: 'ND-12/2026',
      hash: approved.contentHash,
    })
    expect(told.posts).toHaveLength(1)
    expect(told.submittedHash).toBe(approved.contentHash)
  })
})

describe('rights that change while a submission waits', () => {
  it('change who is asked: a delegation given, taken back, a role ended', async () => {
    const newcomer = await scene.addPerson('Wakil Lain', 'approver', scene.otherUnit, 'lain@contoh.example')
    const executive = await aSubmission(scene, onExecutive())
    const lead = stepAt(executive.steps, 0)
    await scene.people.approver.call(approve, { ...executive, stepId: lead.id, comment: '' })
    const waiting = async () => (await rowOf(scene, executive.publicationId)).waitingFor
    expect(await waiting()).not.toContain(newcomer.id)
    const { delegationId } = await scene.people.privateOffice.call(delegate, {
      leaderId: scene.people.leader.id,
      delegateId: newcomer.id,
      startsAt: '2026-12-09T00:00:00.000Z',
      endsAt: '2026-12-12T00:00:00.000Z',
      subjectClasses: null,
      letterNumber: 'ND-13/2026',
    })
    await tellAll()
    expect(await waiting()).toContain(newcomer.id)
    await scene.people.privateOffice.call(endDelegation, { delegationId })
    await tellAll()
    expect(await waiting()).not.toContain(newcomer.id)

    const institutional = await aSubmission(scene)
    const { approver, administrator } = scene.people
    const [grantOfRole] = await scene.database.store.db
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.personId, approver.id), isNull(roleGrants.endedAt)))
    await administrator.call(endRoleCommand, { grantId: grantOfRole?.id ?? '' })
    await tellAll()
    expect((await rowOf(scene, institutional.publicationId)).waitingFor).not.toContain(approver.id)
  })
})

async function tellAll() {
  while ((await tellOnce(scene.world, listeners)) > 0);
}
