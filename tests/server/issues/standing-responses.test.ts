import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { obligations } from '../../../db/schema/issues.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { close } from '../../../server/issues/close.ts'
import { record } from '../../../server/issues/record.ts'
import { room } from '../../../server/issues/room.ts'
import { auditLog } from '../../../server/notifications/audit-log.ts'
import { edit } from '../../../server/publications/edit.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft, refusalOf, rowOf, stepAt, stepsOf } from '../approvals/support.ts'
import { aProtectPost, putOut, respondFully } from './support.ts'

let scene: TestAgency
beforeEach(async () => {
  scene = await anAgency()
})
afterEach(() => scene.drop())

const anIssue = (isHarmful = true) =>
  scene.people.agent.call(record, {
    title: 'Isu',
    content: '',
    context: '',
    publicInterest: '',
    links: '',
    isHarmful,
    reading: null,
  })
const closing = (issueId: string) =>
  refusalOf(scene.people.planner.call(close, { issueId, reason: 'selesai' }))
async function metOf(issueId: string) {
  const rows = await scene.database.store.db
    .select()
    .from(obligations)
    .where(eq(obligations.issueId, issueId))
  return rows.filter((row) => row.metAt !== null)
}

test('a response turned into a promotion after it was linked does not close an issue at the top', async () => {
  const { planner, approver } = scene.people
  const { id } = await anIssue()
  const publicationId = await aDraft(scene, { objective: 'protect' })
  await respondFully(scene, id, publicationId)
  const { version } = await rowOf(scene, publicationId)
  const changes = { objective: 'promote' as const, mainText: 'Selamat Hari Ibu!' }
  await planner.call(edit, { publicationId, version, changes })
  const { contentHash } = await planner.call(submit, { publicationId })
  const stepId = stepAt(await stepsOf(scene, publicationId), 0).id
  await approver.call(approve, { publicationId, contentHash, stepId, comment: '' })
  await putOut(scene, publicationId)
  expect((await closing(id)).code).toBe('full_response_missing')
})

test('a post that went out before the issue was known is no full response to it', async () => {
  const { publicationId } = await aProtectPost(scene)
  scene.at('2026-12-12T02:00:00.000Z')
  const { id } = await anIssue()
  await respondFully(scene, id, publicationId)
  expect((await closing(id)).code).toBe('full_response_missing')
  expect(await metOf(id)).toEqual([])
})

test('a response posted after the issue was recorded counts also where it is linked afterwards', async () => {
  const { id } = await anIssue()
  const { publicationId } = await aProtectPost(scene)
  await respondFully(scene, id, publicationId)
  expect((await metOf(id)).map((row) => row.kind)).toContain('full_response')
  await scene.people.planner.call(close, { issueId: id, reason: 'selesai' })
})

const executiveDraft = () =>
  aDraft(scene, {
    title: 'RAHASIA',
    objective: 'protect',
    subjectClass: 'clarification',
    accountIds: [scene.accounts.executive],
  })

test('an executive response leaves no trace in the room of an issue for a reader', async () => {
  const { id } = await anIssue(false)
  const publicationId = await executiveDraft()
  const seenBy = (person = scene.people.reader) => person.look(room, { issueId: id })
  const before = await seenBy()
  await respondFully(scene, id, publicationId)
  expect(await seenBy()).toEqual(before)
  expect((await seenBy(scene.people.planner)).chronology).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ action: 'issues.responded' })]),
  )
})

test('an executive response leaves no trace in the audit of an administrator', async () => {
  const { id } = await anIssue(false)
  const publicationId = await executiveDraft()
  const all = { cursor: null, personId: null, room: null, from: null, until: null }
  const before = (await scene.people.administrator.look(auditLog, all)).rows.length
  await respondFully(scene, id, publicationId)
  const after = await scene.people.administrator.look(auditLog, all)
  expect(JSON.stringify(after)).not.toContain(publicationId)
  expect(after.rows).toHaveLength(before)
})
