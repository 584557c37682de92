import { eq } from 'drizzle-orm'
import { publications } from '../../../db/schema/publications.ts'
import type { Instant } from '../../../domain/time.ts'
import { respond } from '../../../server/issues/respond.ts'
import { confirm } from '../../../server/publishing/confirm.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { anApproved } from '../approvals/support.ts'
import { PLANNED, variantAt, variantsOf } from '../publishing/support.ts'

export function respondFully(scene: TestAgency, issueId: string, publicationId: string) {
  const given = { kind: 'full' as const, publicationId, title: null, accountIds: [], reason: '' }
  return scene.people.planner.call(respond, { issueId, ...given })
}

/** Hands an approved publication over at its planned time and confirms its only post. */
export async function putOut(
  scene: TestAgency,
  publicationId: string,
  confirmed: { at: Instant; happenedAt: Instant | null } = { at: PLANNED, happenedAt: null },
) {
  scene.at(PLANNED)
  await scene.people.planner.call(handOver, { publicationId })
  scene.at(confirmed.at)
  const variantId = variantAt(await variantsOf(scene, publicationId), 0).id
  const link = 'https://x.com/kemencontoh/status/1'
  await scene.people.planner.call(confirm, {
    publicationId,
    variantId,
    link,
    happenedAt: confirmed.happenedAt,
  })
  return { publicationId, variantId }
}

/** A post of the planned time that is `protect`; what that asks before a hand-over is not the matter here. */
export async function aProtectPost(scene: TestAgency, confirmed?: Parameters<typeof putOut>[2]) {
  const { publicationId } = await anApproved(scene, { objective: 'promote' })
  const post = await putOut(scene, publicationId, confirmed)
  await scene.database.store.transaction((tx) =>
    tx.update(publications).set({ objective: 'protect' }).where(eq(publications.id, publicationId)),
  )
  return post
}

/** A full response to the issue, posted at its planned time. */
export async function aPostedResponse(scene: TestAgency, issueId: string) {
  scene.at(STORY_MOMENT)
  const post = await aProtectPost(scene)
  await respondFully(scene, issueId, post.publicationId)
  return post
}
