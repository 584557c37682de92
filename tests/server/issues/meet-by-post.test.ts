import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { obligations } from '../../../db/schema/issues.ts'
import { publications } from '../../../db/schema/publications.ts'
import { obligationAt } from '../../../domain/issues/obligations.ts'
import { addMinutes, type Instant } from '../../../domain/time.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { changeLevel } from '../../../server/issues/change-level.ts'
import { close } from '../../../server/issues/close.ts'
import { meetByPost } from '../../../server/issues/meet-by-post.ts'
import { record } from '../../../server/issues/record.ts'
import { confirm } from '../../../server/publishing/confirm.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { anApproved, refusalOf } from '../approvals/support.ts'
import { PLANNED, variantAt, variantsOf } from '../publishing/support.ts'
import { aProtectPost, respondFully } from './support.ts'

let scene: TestAgency
beforeEach(async () => {
  scene = await anAgency()
})
afterEach(() => scene.drop())

/** An issue recorded at `moment`: at the top where it harms people. */
async function anIssueAt(moment: Instant, isHarmful = true): Promise<string> {
  scene.at(moment)
  const text = { title: 'Isu', content: '', context: '', publicInterest: '', links: '' }
  const { id } = await scene.people.agent.call(record, { ...text, isHarmful, reading: null })
  return id
}

/** An approved publication, linked as the full response; what `protect` asks before a hand-over is not the matter here. */
async function aResponse(issueId: string): Promise<string> {
  const { publicationId } = await anApproved(scene, { objective: 'promote' })
  await beProtect(publicationId, true)
  await respondFully(scene, issueId, publicationId)
  await beProtect(publicationId, false)
  return publicationId
}

const beProtect = (id: string, isProtect: boolean) =>
  scene.database.store.transaction((tx) =>
    tx
      .update(publications)
      .set({ objective: isProtect ? 'protect' : 'promote' })
      .where(eq(publications.id, id)),
  )

async function postAt(publicationId: string, at: Instant, happenedAt: Instant | null) {
  scene.at(PLANNED)
  await scene.people.planner.call(handOver, { publicationId })
  await tellAll()
  scene.at(at)
  const variantId = variantAt(await variantsOf(scene, publicationId), 0).id
  const link = 'https://x.com/kemencontoh/status/1'
  await scene.people.planner.call(confirm, { publicationId, variantId, link, happenedAt })
  await beProtect(publicationId, true)
}

async function tellAll() {
  for (;;) if ((await tellOnce(scene.world, [meetByPost])) === 0) return
}

async function metOf(issueId: string) {
  const rows = await scene.database.store.db
    .select()
    .from(obligations)
    .where(eq(obligations.issueId, issueId))
  return rows.filter((row) => row.metAt !== null)
}

test('a response meets what it answers when it went out, not when that was confirmed, and once', async () => {
  const issueId = await anIssueAt(addMinutes(PLANNED, -60))
  const publicationId = await aResponse(issueId)
  await postAt(publicationId, addMinutes(PLANNED, 90), addMinutes(PLANNED, 5))
  expect(await metOf(issueId)).toEqual([])
  await Promise.all([tellOnce(scene.world, [meetByPost]), tellOnce(scene.second, [meetByPost])])
  await tellAll()
  const met = await metOf(issueId)
  expect(met.map((row) => row.kind)).toContain('full_response')
  for (const row of met) {
    expect(row).toMatchObject({
      metAt: addMinutes(PLANNED, 5),
      metBy: scene.people.planner.id,
      metByPublicationId: publicationId,
    })
  }
})

test('a post that was out before the issue was recorded answers nothing, however late it is confirmed', async () => {
  const issueId = await anIssueAt(addMinutes(PLANNED, -60))
  const publicationId = await aResponse(issueId)
  const later = await anIssueAt(addMinutes(PLANNED, 30))
  await beProtect(publicationId, true)
  await respondFully(scene, later, publicationId)
  await beProtect(publicationId, false)
  await postAt(publicationId, addMinutes(PLANNED, 60), addMinutes(PLANNED, 5))
  await tellAll()
  expect(await metOf(later)).toEqual([])
  expect((await metOf(issueId)).length).toBeGreaterThan(0)
})

test('what is no response any more meets nothing', async () => {
  const issueId = await anIssueAt(addMinutes(PLANNED, -60))
  const publicationId = await aResponse(issueId)
  await postAt(publicationId, addMinutes(PLANNED, 1), null)
  await beProtect(publicationId, false)
  await tellAll()
  expect(await metOf(issueId)).toEqual([])
})

test('linked afterwards, a post out before the issue was recorded does not close it', async () => {
  const confirmed = { at: addMinutes(PLANNED, 60), happenedAt: addMinutes(PLANNED, 5) }
  const { publicationId } = await aProtectPost(scene, confirmed)
  const issueId = await anIssueAt(addMinutes(PLANNED, 30))
  await respondFully(scene, issueId, publicationId)
  const closing = scene.people.planner.call(close, { issueId, reason: 'selesai' })
  expect((await refusalOf(closing)).code).toBe('full_response_missing')
})

test('a post linked afterwards met what it answers when it went out, and nothing before that began', async () => {
  const issueId = await anIssueAt(addMinutes(PLANNED, -10))
  const inTime = { at: addMinutes(PLANNED, 20), happenedAt: addMinutes(PLANNED, 5) }
  const { publicationId } = await aProtectPost(scene, inTime)
  scene.at(addMinutes(PLANNED, 90))
  await respondFully(scene, issueId, publicationId)
  const met = await metOf(issueId)
  expect(met.map((row) => row.kind)).toContain('holding_statement')
  for (const row of met) {
    expect(row).toMatchObject({ metAt: addMinutes(PLANNED, 5), metByPublicationId: publicationId })
    expect(obligationAt(row, addMinutes(PLANNED, 90)).state).toBe('met')
  }
})

test('a post from before the level rose meets what the rise brings as that begins', async () => {
  const issueId = await anIssueAt(addMinutes(PLANNED, -10), false)
  const { publicationId } = await aProtectPost(scene, { at: addMinutes(PLANNED, 5), happenedAt: PLANNED })
  const risenAt = addMinutes(PLANNED, 30)
  scene.at(risenAt)
  const risen = { issueId, to: 'public_interest' as const, reason: 'diliput televisi nasional' }
  await scene.people.leadAgent.call(changeLevel, risen)
  await respondFully(scene, issueId, publicationId)
  const statement = (await metOf(issueId)).find((row) => row.kind === 'holding_statement')
  expect(statement).toMatchObject({ beganAt: risenAt, metAt: risenAt })
})
