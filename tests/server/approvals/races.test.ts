import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisions } from '../../../db/schema/approvals.ts'
import { handovers } from '../../../db/schema/publishing.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { revoke } from '../../../server/approvals/revoke.ts'
import { Refused } from '../../../server/infrastructure/refuse.ts'
import { edit } from '../../../server/publications/edit.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { anApproved, aSubmission, decisionsOn, rowOf, stepAt } from './support.ts'

const ROUNDS = 40

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

/** Both at once on two servers: true where it went through; anything but a refusal fails. */
async function both(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[boolean, boolean]> {
  const settled = await Promise.allSettled([one(), other()])
  return settled.map((result) => {
    if (result.status === 'fulfilled') return true
    if (result.reason instanceof Refused) return false
    throw result.reason
  }) as [boolean, boolean]
}

test('of an approval and an edit at once the approval never stands on the edited content', async () => {
  const ways = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    scene.at(STORY_MOMENT)
    const submitted = await aSubmission(scene)
    const { publicationId } = submitted
    const { version } = await rowOf(scene, publicationId)
    const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' }
    const changes = { mainText: `Diubah ${round}.` }
    const { approver, planner } = scene.people
    const [approved, edited] =
      round % 2 === 0
        ? await both(
            () => approver.call(approve, input),
            () => scene.onSecond(planner).call(edit, { publicationId, version, changes }),
          )
        : await both(
            () => scene.onSecond(approver).call(approve, input),
            () => planner.call(edit, { publicationId, version, changes }),
          )
    expect(edited).toBe(true)
    const row = await rowOf(scene, publicationId)
    expect(row).toMatchObject({ state: 'draft', submissionId: null, stepsDecided: 0 })
    const standing = await decisionsOn(scene, publicationId)
    expect(standing).toHaveLength(approved ? 1 : 0)
    for (const decision of standing) expect(decision.contentHash).not.toBe(row.contentHash)
    ways.add(`${approved}`)
  }
  expect(ways.size).toBeGreaterThan(0)
})

test('of a hand-over and a revoked approval at once exactly one goes through', async () => {
  const ways = { handedOver: 0, revoked: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    scene.at(STORY_MOMENT)
    const { publicationId } = await anApproved(scene)
    const [decision] = await decisionsOn(scene, publicationId)
    const decisionId = decision?.id ?? ''
    scene.at('2026-12-10T02:00:00.000Z')
    const { approver, planner } = scene.people
    const [out, revoked] =
      round % 2 === 0
        ? await both(
            () => planner.call(handOver, { publicationId }),
            () => scene.onSecond(approver).call(revoke, { publicationId, decisionId }),
          )
        : await both(
            () => scene.onSecond(planner).call(handOver, { publicationId }),
            () => approver.call(revoke, { publicationId, decisionId }),
          )
    expect([out, revoked].filter(Boolean)).toHaveLength(1)
    const row = await rowOf(scene, publicationId)
    expect(row.state).toBe(out ? 'approved' : 'in_review')
    expect(row.handedOverAt !== null).toBe(out)
    ways[out ? 'handedOver' : 'revoked']++
  }
  expect(ways.handedOver + ways.revoked).toBe(ROUNDS)
})

test('past the commands too: of a raw hand-over and a raw revocation at once never both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    scene.at(STORY_MOMENT)
    const { publicationId, contentHash } = await anApproved(scene)
    const { submissionId } = await rowOf(scene, publicationId)
    const results = await Promise.allSettled([
      scene.world.store.transaction(async (tx) => {
        await tx.execute(
          sql`update publications set handed_over_at = ${STORY_MOMENT}::timestamptz where id = ${publicationId}::uuid`,
        )
        await tx.insert(handovers).values({
          publicationId,
          submissionId: submissionId ?? '',
          contentHash,
          handedOverAt: STORY_MOMENT,
        })
      }),
      scene.second.store.transaction((tx) =>
        tx
          .update(decisions)
          .set({ revokedAt: STORY_MOMENT })
          .where(sql`publication_id = ${publicationId}::uuid`),
      ),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  }
})

test('of two first approvals of one step at once one is written; the other is told', async () => {
  for (let round = 0; round < ROUNDS / 2; round++) {
    scene.at(STORY_MOMENT)
    const submitted = await aSubmission(scene)
    const input = { ...submitted, stepId: stepAt(submitted.steps, 0).id, comment: '' }
    const { approver, secondApprover } = scene.people
    const through = await both(
      () => approver.call(approve, input),
      () => scene.onSecond(secondApprover).call(approve, input),
    )
    expect(through.filter(Boolean)).toHaveLength(1)
    expect(await decisionsOn(scene, submitted.publicationId)).toHaveLength(1)
  }
})
