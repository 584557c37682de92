import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { mails, notifications } from '../../../db/schema/notifications.ts'
import { outbox } from '../../../db/schema/records.ts'
import type { changeAccountInput } from '../../../domain/accounts/input.ts'
import { change } from '../../../server/accounts/change.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { listeners } from '../../../server/jobs.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDelegation, anApproved, aSubmission, eventsOf, rowOf, submissionsOf } from '../approvals/support.ts'
import { aPublication, bring } from './support.ts'

let scene: TestAgency

beforeEach(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})

afterEach(() => scene.drop())

type Change = Partial<Parameters<typeof changeAccountInput.parse>[0] & Record<string, unknown>>

async function changes(accountId: string, fields: Change) {
  const [account] = await scene.world.store.db.select().from(accounts).where(eq(accounts.id, accountId))
  await scene.people.administrator.call(change, { id: accountId, version: account?.version ?? 0, ...fields })
  await toldAll()
}

async function toldAll() {
  for (;;) if ((await tellOnce(scene.world, listeners)) === 0) return
}

test('another handle ends what was approved for the old one, and whoever decided is told', async () => {
  const { publicationId } = await anApproved(scene)
  await changes(scene.accounts.x, { handle: '@akunlain' })
  expect(await rowOf(scene, publicationId)).toMatchObject({
    state: 'draft',
    submissionId: null,
    stepsDecided: 0,
  })
  const { administrator, approver, planner } = scene.people
  expect(await submissionsOf(scene, publicationId)).toMatchObject([
    { endedWhy: 'account_changed', endedBy: administrator.id },
  ])
  expect(await eventsOf(scene, publicationId, 'publications.submission_ended')).toMatchObject([
    { personId: administrator.id, data: { why: 'account_changed', decidedBy: [approver.id] } },
  ])
  const lines = await scene.world.store.db
    .select({ personId: notifications.personId, data: notifications.data })
    .from(notifications)
    .where(eq(notifications.kind, 'account_changed'))
  const told = lines.map((line) => line.personId)
  expect(told).toEqual(expect.arrayContaining([approver.id, planner.id]))
  expect(lines[0]?.data).toMatchObject({ byId: administrator.id })
  const letters = await scene.world.store.db.select().from(mails).where(eq(mails.kind, 'approval_ended'))
  expect(letters.map((letter) => letter.personId).sort()).toEqual([...told].sort())
})

test('another office-holder ends what is in review', async () => {
  const { publicationId } = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
  await changes(scene.accounts.executive, { officeHolder: { name: 'Bambang Sutrisno' } })
  expect(await rowOf(scene, publicationId)).toMatchObject({ state: 'draft', submissionId: null })
})

test('what leaves the account the same, and what is out of our hands, stays decided', async () => {
  const { publicationId } = await anApproved(scene)
  const handedOver = await bring(scene, await aPublication(scene), 'handed_over')
  const elsewhere = await anApproved(scene, { accountIds: [scene.accounts.instagram] })
  await changes(scene.accounts.x, { handle: '@kemencontoh', displayName: 'Nama baru', minimumMinutes: 30 })
  expect((await rowOf(scene, publicationId)).state).toBe('approved')
  await changes(scene.accounts.x, { handle: '@akunlain' })
  expect(await rowOf(scene, handedOver.id)).toEqual(handedOver)
  expect((await rowOf(scene, elsewhere.publicationId)).state).toBe('approved')
})

test('an executive plan is named to its circle only', async () => {
  const { publicationId } = await aSubmission(scene, { accountIds: [scene.accounts.executive] })
  await changes(scene.accounts.executive, { handle: '@lain' })
  const events = await scene.world.store.db
    .select({ publicationId: outbox.publicationId })
    .from(outbox)
    .where(eq(outbox.action, 'publications.submission_ended'))
  expect(events).toEqual([{ publicationId }])
})
