import { eq } from 'drizzle-orm'
import { variants } from '../../../db/schema/publications.ts'
import { handovers, outcomes } from '../../../db/schema/publishing.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import type { TestAgency } from '../../support/agency.ts'
import { anApproved } from '../approvals/support.ts'

/** The planned time of `aDraft`: Thursday 10 December 2026, 09.00 in Jakarta. */
export const PLANNED = '2026-12-10T02:00:00.000Z'

export async function aHandedOver(scene: TestAgency, given: Parameters<typeof anApproved>[1] = {}) {
  const approved = await anApproved(scene, given)
  scene.at(PLANNED)
  await scene.people.planner.call(handOver, { publicationId: approved.publicationId })
  return { ...approved, variants: await variantsOf(scene, approved.publicationId) }
}

export function variantsOf(scene: TestAgency, publicationId: string) {
  return scene.database.store.db
    .select()
    .from(variants)
    .where(eq(variants.publicationId, publicationId))
    .orderBy(variants.id)
}

export function handoversOf(scene: TestAgency, publicationId: string) {
  return scene.database.store.db
    .select()
    .from(handovers)
    .where(eq(handovers.publicationId, publicationId))
    .orderBy(handovers.handedOverAt)
}

export function outcomesOf(scene: TestAgency, publicationId: string) {
  return scene.database.store.db
    .select()
    .from(outcomes)
    .where(eq(outcomes.publicationId, publicationId))
    .orderBy(outcomes.recordedAt)
}

export function variantAt<V>(found: readonly V[], index: number): V {
  const variant = found[index]
  if (variant === undefined) throw new Error(`no variant ${index}`)
  return variant
}
