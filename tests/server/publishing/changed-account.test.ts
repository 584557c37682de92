import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { handovers } from '../../../db/schema/publishing.ts'
import { audit } from '../../../db/schema/records.ts'
import { change } from '../../../server/accounts/change.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { Refused } from '../../../server/infrastructure/refuse.ts'
import { listeners } from '../../../server/jobs.ts'
import { withdrawSubmission } from '../../../server/publications/withdraw-submission.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { handOverByClock } from '../../../server/publishing/hand-over-by-clock.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aDelegation, anApproved, rowOf } from '../approvals/support.ts'
import { refusalOf } from '../publications/support.ts'
import { handoversOf, PLANNED } from './support.ts'

const ROUNDS = 20

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
  await aDelegation(scene, scene.people.delegate)
})
afterAll(() => scene.drop())
beforeEach(() => scene.at(STORY_MOMENT))

/** Changes an account; nobody has been told of it yet. */
async function changes(accountId: string, fields: Record<string, unknown>, on = scene.people.administrator) {
  const [account] = await scene.world.store.db.select().from(accounts).where(eq(accounts.id, accountId))
  return on.call(change, { id: accountId, version: account?.version ?? 0, ...fields })
}

test('what was approved for one handle does not go out on another, before anybody was told of the change', async () => {
  const { publicationId } = await anApproved(scene)
  await changes(scene.accounts.x, { handle: '@akunlain' })
  scene.at(PLANNED)
  const refusal = await refusalOf(scene.people.planner.call(handOver, { publicationId }))
  expect(refusal).toMatchObject({ code: 'not_ready' })
  await handOverByClock(scene.world)
  expect(await handoversOf(scene, publicationId)).toEqual([])
  await changes(scene.accounts.x, { handle: '@kemencontoh' })
})

test('what was approved for one minister does not go out for the next', async () => {
  const { publicationId } = await anApproved(scene, { accountIds: [scene.accounts.executive] })
  await changes(scene.accounts.executive, { officeHolder: { name: 'Bambang Sutrisno' } })
  scene.at(PLANNED)
  await handOverByClock(scene.world)
  expect(await handoversOf(scene, publicationId)).toEqual([])
})

test('what is submitted after the change stays, when the change is told', async () => {
  const { publicationId } = await anApproved(scene)
  await changes(scene.accounts.x, { handle: '@akunbaru' })
  await scene.people.planner.call(withdrawSubmission, { publicationId })
  await scene.people.planner.call(submit, { publicationId })
  while ((await tellOnce(scene.world, listeners)) > 0);
  expect((await rowOf(scene, publicationId)).state).toBe('in_review')
  await changes(scene.accounts.x, { handle: '@kemencontoh' })
})

test('the database itself refuses a hand-over on an account that became another one', async () => {
  const { publicationId, contentHash } = await anApproved(scene)
  const { submissionId } = await rowOf(scene, publicationId)
  await changes(scene.accounts.x, { handle: '@akunlain' })
  const raw = scene.database.store.transaction((tx) =>
    tx
      .insert(handovers)
      .values({ publicationId, submissionId: submissionId ?? '', contentHash, handedOverAt: PLANNED }),
  )
  await expect(raw).rejects.toMatchObject({
    message: expect.stringContaining('an account is not the one submitted for'),
  })
  await changes(scene.accounts.x, { handle: '@kemencontoh' })
})

test('of a hand-over and another handle at once, what went out went out before the change', async () => {
  const ways = { refused: 0, before: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    scene.at(STORY_MOMENT)
    const { publicationId } = await anApproved(scene)
    scene.at(PLANNED)
    const { planner, administrator } = scene.people
    const handle = `@putaran${round}`
    const [out, changed] = await Promise.allSettled(
      round % 2 === 0
        ? [
            planner.call(handOver, { publicationId }),
            changes(scene.accounts.x, { handle }, scene.onSecond(administrator)),
          ]
        : [scene.onSecond(planner).call(handOver, { publicationId }), changes(scene.accounts.x, { handle })],
    )
    expect(changed.status).toBe('fulfilled')
    if (out.status === 'rejected') {
      if (!(out.reason instanceof Refused)) throw out.reason
      ways.refused++
      continue
    }
    const order = await scene.database.store.db
      .select({ action: audit.action })
      .from(audit)
      .where(inArray(audit.subjectId, [publicationId, scene.accounts.x]))
      .orderBy(asc(audit.position))
    const actions = order.map((line) => line.action)
    expect(actions.lastIndexOf('publishing.handed_over')).toBeLessThan(
      actions.lastIndexOf('accounts.changed'),
    )
    ways.before++
  }
  expect(ways.refused + ways.before).toBe(ROUNDS)
})
