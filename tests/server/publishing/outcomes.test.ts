import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { entries } from '../../../db/schema/answers.ts'
import { alignments, briefings } from '../../../db/schema/briefings.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { editor } from '../../../server/publications/editor.ts'
import { confirm } from '../../../server/publishing/confirm.ts'
import { due } from '../../../server/publishing/due.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { handover } from '../../../server/publishing/handover.ts'
import { notPosted } from '../../../server/publishing/not-posted.ts'
import { withdrawPost } from '../../../server/publishing/withdraw-post.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import {
  aDelegation,
  aDraft,
  anApproved,
  eventsOf,
  grant,
  refusalOf,
  rowOf,
  stepsOf,
  submissionsOf,
} from '../approvals/support.ts'
import { aHandedOver, outcomesOf, PLANNED, variantAt, variantsOf } from './support.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
  await grant(scene, scene.people.approver, 'approver', scene.otherUnit)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

const link = 'https://x.com/kemencontoh/status/1'
const later = '2026-12-10T02:05:00.000Z'
const twoAccounts = () => ({ accountIds: [scene.accounts.x, scene.accounts.otherFacebook] })

describe('a confirmation', () => {
  it('of the first variant makes it published and keeps what was posted; of some, partly published', async () => {
    const { publicationId, variants } = await aHandedOver(scene, {
      accountIds: [scene.accounts.x],
      mainLink: 'https://contoh.example/brr',
    })
    scene.at(later)
    const variantId = variantAt(variants, 0).id
    const input = { publicationId, variantId, link, happenedAt: '2026-12-10T02:04:00.000Z' }
    expect(await scene.people.planner.call(confirm, input)).toEqual({ state: 'published', isFirst: true })
    expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'published', postedCount: 1 })
    const [outcome] = await outcomesOf(scene, publicationId)
    expect(outcome).toMatchObject({
      kind: 'posted',
      link,
      happenedAt: '2026-12-10T02:04:00.000Z',
      recordedAt: later,
      posted: {
        text: 'Siapkan KTP dan kartu keluarga.',
        pastedText: 'Siapkan KTP dan kartu keluarga.\nhttps://contoh.example/brr',
        media: [],
      },
    })
    expect(await eventsOf(scene, publicationId, 'publishing.posted')).toMatchObject([
      { data: { variantId, isFirst: true } },
    ])
  })

  it('of one account and not of the other reads partly published', async () => {
    const { publicationId, variants } = await aHandedOverOnTwo()
    scene.at(later)
    const [x] = variants
    const input = { publicationId, variantId: x?.id ?? '', link, happenedAt: later }
    await scene.people.planner.call(confirm, input)
    const page = await scene.people.reader.look(editor, { publicationId })
    expect(page.status).toBe('partly_published')
  })

  it('under one key has one effect; a second says that it is confirmed', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    scene.at(later)
    const input = { publicationId, variantId: variantAt(variants, 0).id, link, happenedAt: later }
    const key = randomUUID()
    const first = await scene.people.planner.call(confirm, input, key)
    expect(await scene.onSecond(scene.people.planner).call(confirm, input, key)).toEqual(first)
    expect(await refusalOf(scene.people.planner.call(confirm, input))).toMatchObject({
      code: 'outcome_not_next',
      data: { context: 'posted' },
    })
    expect(await outcomesOf(scene, publicationId)).toHaveLength(1)
  })

  it('wants the link where the platform gives one, and a moment between hand-over and now', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    scene.at(later)
    const input = { publicationId, variantId: variantAt(variants, 0).id, link, happenedAt: later }
    const { planner } = scene.people
    expect(await refusalOf(planner.call(confirm, { ...input, link: null }))).toMatchObject({
      code: 'post_link_missing',
    })
    expect(
      await refusalOf(planner.call(confirm, { ...input, link: 'https://instagram.com/p/abc' })),
    ).toMatchObject({
      code: 'input_invalid',
      data: { fields: [{ path: 'link', code: 'post_link_elsewhere', params: { platform: 'x' } }] },
    })
    for (const happenedAt of ['2026-12-10T01:59:00.000Z', '2026-12-10T02:05:00.001Z']) {
      expect(await refusalOf(planner.call(confirm, { ...input, happenedAt }))).toMatchObject({
        code: 'posted_moment_unlikely',
        data: { from: PLANNED, until: later },
      })
    }
    expect(confirm.input.safeParse({ ...input, link: 'javascript:alert(1)' }).success).toBe(false)
    await planner.call(confirm, { ...input, happenedAt: PLANNED })
  })

  it('before the hand-over, of another publication’s variant or by another unit is none', async () => {
    const approved = await anApproved(scene)
    const other = await aHandedOver(scene)
    scene.at(later)
    const [own] = await variantsOf(scene, approved.publicationId)
    const input = { publicationId: approved.publicationId, variantId: own?.id ?? '', link, happenedAt: later }
    const { planner, otherPlanner } = scene.people
    expect(await refusalOf(planner.call(confirm, input))).toMatchObject({
      code: 'not_handed_over',
      data: { phase: 'approved' },
    })
    const foreign = { ...input, publicationId: other.publicationId }
    expect(await refusalOf(planner.call(confirm, foreign))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(otherPlanner.call(confirm, input))).toMatchObject({ code: 'not_found' })
  })

  it('switches on the answers that came with the post, in the same moment as those they replace end', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    const old = await anEntry({ validFrom: STORY_MOMENT })
    const fresh = await anEntry({ publicationId, replacesId: old })
    scene.at(later)
    const input = { publicationId, variantId: variantAt(variants, 0).id, link, happenedAt: later }
    await scene.people.planner.call(confirm, input)
    expect(await entryOf(fresh)).toMatchObject({ validFrom: later, endedAt: null })
    expect(await entryOf(old)).toMatchObject({ endedAt: later, endedWhy: 'replaced' })
    scene.at('2026-12-10T03:00:00.000Z')
    const withdrawing = {
      publicationId,
      variantId: input.variantId,
      reason: 'Angka keliru.',
      replacementId: null,
    }
    await scene.people.planner.call(withdrawPost, withdrawing)
    expect(await entryOf(fresh)).toMatchObject({ endedWhy: 'post_withdrawn' })
    expect(await entryOf(old)).toMatchObject({ endedWhy: 'replaced' })
  })

  it('of an executive account shows it to everybody from then on, and to nobody else before', async () => {
    const { publicationId, variants } = await aHandedOverExecutive()
    const { reader, administrator, planner } = scene.people
    for (const person of [reader, administrator]) {
      expect(await refusalOf(person.look(handover, { publicationId }))).toMatchObject({ code: 'not_found' })
    }
    scene.at(later)
    await planner.call(confirm, {
      publicationId,
      variantId: variantAt(variants, 0).id,
      link,
      happenedAt: later,
    })
    expect((await rowOf(scene, publicationId)).restrictedAccountIds).toEqual([])
    expect((await reader.look(handover, { publicationId })).variants).toHaveLength(1)
  })
})

describe('what was not posted', () => {
  it('says why and may still become posted', async () => {
    const { publicationId, variants } = await aHandedOverOnTwo()
    scene.at(later)
    const variantId = variantAt(variants, 0).id
    const { planner } = scene.people
    const first = await planner.call(notPosted, { publicationId, variantId, reason: 'Akun terkunci.' })
    expect(first).toEqual({ state: 'approved' })
    expect((await rowOf(scene, publicationId)).handedOverAt).toBe(PLANNED)
    await planner.call(confirm, { publicationId, variantId, link, happenedAt: later })
    const kinds = (await outcomesOf(scene, publicationId)).map((outcome) => outcome.kind)
    expect(kinds).toEqual(['not_posted', 'posted'])
    expect(await rowOf(scene, publicationId)).toMatchObject({ postedCount: 1, notPostedCount: 0 })
  })

  it('of all variants is a draft again; submitted and approved anew it is handed over anew', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    scene.at(later)
    const { planner } = scene.people
    const named = { publicationId, variantId: variantAt(variants, 0).id, reason: 'Akun terkunci.' }
    expect(await planner.call(notPosted, named)).toEqual({ state: 'draft' })
    expect(await rowOf(scene, publicationId)).toMatchObject({
      state: 'draft',
      handedOverAt: null,
      submissionId: null,
    })
    expect(await submissionsOf(scene, publicationId)).toMatchObject([{ endedWhy: 'not_posted' }])
    expect(await refusalOf(planner.call(notPosted, named))).toMatchObject({ code: 'not_handed_over' })
    await planner.call(submit, { publicationId })
    await approveAll(publicationId)
    await planner.call(handOver, { publicationId })
    expect(await rowOf(scene, publicationId)).toMatchObject({ notPostedCount: 0 })
    await planner.call(confirm, { publicationId, variantId: named.variantId, link, happenedAt: later })
  })

  it('needs a reason', () => {
    const given = { publicationId: randomUUID(), variantId: randomUUID(), reason: ' ' }
    expect(notPosted.input.safeParse(given).success).toBe(false)
    expect(withdrawPost.input.safeParse(given).success).toBe(false)
  })
})

describe('a withdrawal', () => {
  it('gives its reason and what replaces it; the last one says so', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    const correction = await anApproved(scene)
    scene.at(later)
    const variantId = variantAt(variants, 0).id
    const { planner } = scene.people
    const input = {
      publicationId,
      variantId,
      reason: 'Angka keliru.',
      replacementId: correction.publicationId,
    }
    expect(await refusalOf(planner.call(withdrawPost, input))).toMatchObject({
      code: 'outcome_not_next',
      data: { context: 'none' },
    })
    await planner.call(confirm, { publicationId, variantId, link, happenedAt: later })
    const itself = { ...input, replacementId: publicationId }
    expect(await refusalOf(planner.call(withdrawPost, itself))).toMatchObject({
      code: 'replacement_is_itself',
    })
    const unknown = { ...input, replacementId: randomUUID() }
    expect(await refusalOf(planner.call(withdrawPost, unknown))).toMatchObject({ code: 'not_found' })
    expect(await planner.call(withdrawPost, input)).toEqual({ state: 'published', isLast: true })
    expect((await outcomesOf(scene, publicationId)).at(-1)).toMatchObject({
      kind: 'withdrawn',
      reason: 'Angka keliru.',
      replacementId: correction.publicationId,
    })
    expect(await refusalOf(planner.call(withdrawPost, input))).toMatchObject({
      code: 'outcome_not_next',
      data: { context: 'withdrawn' },
    })
  })
})

describe('what replaces a withdrawn post', () => {
  it('is named to who may know of it, and is offered where it corrects it', async () => {
    const { publicationId, variants } = await aHandedOver(scene)
    const executive = { title: 'RAHASIA', accountIds: [scene.accounts.executive] }
    const replacementId = await aDraft(scene, executive)
    scene.at(later)
    const variantId = variantAt(variants, 0).id
    const { planner, reader } = scene.people
    await planner.call(confirm, { publicationId, variantId, link, happenedAt: later })
    const corrected = await planner.call(duplicate, { publicationId, isCorrection: true })
    const before = await reader.look(handover, { publicationId })
    expect(before.corrections.map((one) => one.id)).toEqual([corrected.id])
    await planner.call(withdrawPost, { publicationId, variantId, reason: 'Keliru.', replacementId })
    const seen = async (person: typeof planner) => {
      const [variant] = (await person.look(handover, { publicationId })).variants
      return variant?.outcomes.at(-1)?.replacement
    }
    expect(await seen(planner)).toEqual({ id: replacementId, title: 'RAHASIA' })
    expect(await seen(reader)).toBeNull()
    expect(JSON.stringify(await reader.look(handover, { publicationId }))).not.toContain(replacementId)
  })
})

describe('the reads', () => {
  it('what is due names what blocks it, what is unconfirmed is counted, another unit’s is not there', async () => {
    const blocked = await anApproved(scene, { objective: 'protect' })
    const out = await aHandedOver(scene)
    scene.at('2026-12-10T02:16:00.000Z')
    const { due: rows } = await scene.people.planner.look(due, {})
    const of = (id: string) => rows.find((row) => row.id === id)
    expect(of(blocked.publicationId)?.blockers.map((found) => found.code)).toContain('alignment_missing')
    expect(of(out.publicationId)).toMatchObject({ unconfirmed: 1, isOverdue: true, status: 'overdue' })
    const others = await scene.people.otherPlanner.look(due, {})
    expect(others.due).toEqual([])
  })

  it('the hand-over’s page shows what was approved, never what a row says later', async () => {
    const { publicationId } = await aHandedOver(scene)
    const page = await scene.people.planner.look(handover, { publicationId })
    expect(page).toMatchObject({ phase: 'handed_over', may: true, handedOverBy: 'Sekar Larasati' })
    expect(page.variants[0]).toMatchObject({
      pastedText: 'Siapkan KTP dan kartu keluarga.',
      givesLink: true,
      outcome: 'none',
      next: ['posted', 'not_posted'],
    })
    expect((await scene.people.reader.look(handover, { publicationId })).may).toBe(false)
  })
})

async function aHandedOverOnTwo() {
  scene.at(STORY_MOMENT)
  const approved = await anApproved(scene, twoAccounts())
  scene.at(PLANNED)
  await scene.people.planner.call(handOver, { publicationId: approved.publicationId })
  return { ...approved, variants: await variantsOf(scene, approved.publicationId) }
}

async function approveAll(publicationId: string) {
  const { contentHash } = await rowOf(scene, publicationId)
  for (const step of await stepsOf(scene, publicationId)) {
    const by = step.approver === 'office_holder' ? scene.people.delegate : scene.people.approver
    await by.call(approve, { publicationId, stepId: step.id, contentHash: contentHash ?? '', comment: '' })
  }
}

/** On the minister's account, its briefing signed. */
async function aHandedOverExecutive() {
  const approved = await anApproved(scene, { accountIds: [scene.accounts.executive] })
  const { publicationId } = approved
  await scene.database.store.transaction(async (tx) => {
    const by = scene.people.planner.id
    const [briefing] = await tx
      .insert(briefings)
      .values({ publicationId, presentNumber: 1, createdBy: by, createdAt: STORY_MOMENT, version: 1 })
      .returning()
    await tx.insert(alignments).values({
      briefingId: briefing?.id ?? '',
      versionNumber: 1,
      hash: 'a'.repeat(64),
      signedBy: scene.people.leadAgent.id,
      signedAt: STORY_MOMENT,
    })
  })
  scene.at(PLANNED)
  await scene.people.planner.call(handOver, { publicationId })
  return { ...approved, variants: await variantsOf(scene, publicationId) }
}

async function anEntry(given: Partial<typeof entries.$inferInsert>): Promise<string> {
  return scene.database.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(entries)
      .values({
        unitId: scene.unit,
        question: 'Apakah berbayar?',
        answer: 'Tidak.',
        notToSay: '',
        source: '',
        wordingHash: 'a'.repeat(64),
        questionTerms: '',
        answerTerms: '',
        createdBy: scene.people.planner.id,
        createdAt: STORY_MOMENT,
        changedAt: STORY_MOMENT,
        version: 1,
        ...given,
      })
      .returning({ id: entries.id })
    return row?.id ?? ''
  })
}

async function entryOf(id: string) {
  const [row] = await scene.database.store.db.select().from(entries).where(eq(entries.id, id))
  return row
}
