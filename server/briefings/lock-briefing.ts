import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { briefings, briefingVersions } from '../../db/schema/briefings.ts'
import type { BriefingOwner } from '../../domain/briefings/input.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { type LockedOwner, lockOwner } from './lock-owner.ts'

export type BriefingRow = typeof briefings.$inferSelect
export type VersionRow = typeof briefingVersions.$inferSelect

/** A briefing under its owner's lock and its own, with the version that stands. */
export type LockedBriefing = { owner: LockedOwner; briefing: BriefingRow; present: VersionRow }

export const ownerIs = (owner: BriefingOwner) =>
  eq(owner.kind === 'publication' ? briefings.publicationId : briefings.campaignId, owner.id)

/**
 * Locks the owner's own briefing; null where nobody has begun one. Every command of this room begins here and believes
 * nothing it read before. Refuses `not_found` where the owner is none that the person may know of.
 */
export async function lockBriefingIfAny(
  tx: Tx,
  owner: BriefingOwner,
  person: { id: string },
  moment: Instant,
): Promise<{ owner: LockedOwner; begun: Omit<LockedBriefing, 'owner'> | null }> {
  const locked = await lockOwner(tx, owner, person, moment)
  const [briefing] = await tx.select().from(briefings).where(ownerIs(owner)).for('update')
  if (!briefing) return { owner: locked, begun: null }
  const [present] = await tx
    .select()
    .from(briefingVersions)
    .where(
      and(eq(briefingVersions.briefingId, briefing.id), eq(briefingVersions.number, briefing.presentNumber)),
    )
  if (!present) throw new Error(`briefing ${briefing.id} lacks its present version`)
  return { owner: locked, begun: { briefing, present } }
}

/** As `lockBriefingIfAny`; refuses `not_found` also where there is no briefing. */
export async function lockBriefing(
  tx: Tx,
  owner: BriefingOwner,
  person: { id: string },
  moment: Instant,
): Promise<LockedBriefing> {
  const { owner: locked, begun } = await lockBriefingIfAny(tx, owner, person, moment)
  return begun === null ? refuseMissing() : { owner: locked, ...begun }
}
