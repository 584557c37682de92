import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { publications } from '../../db/schema/publications.ts'
import type { BriefingOwner } from '../../domain/briefings/input.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { lockPublication } from '../publications/lock.ts'

/** Whose briefing it is, locked until the transaction ends, with the publications that may go by it. */
export type LockedOwner = BriefingOwner & {
  unitId: string
  /** The publication, where it is its own. */
  publicationId: string | null
  /** A variant of the publication was posted already. */
  isPosted: boolean
  /** Publications that go by it, or would if they had none of their own. */
  userIds: string[]
}

/**
 * Locks whose briefing it is: the publication, or the campaign and then its publications in the order of their ids, so
 * that the gate, which holds a publication's lock, never reads between two writes of its briefing. Refuses `not_found`
 * where there is none or the person may not know of it.
 */
export async function lockOwner(
  tx: Tx,
  owner: BriefingOwner,
  person: { id: string },
  moment: Instant,
): Promise<LockedOwner> {
  if (owner.kind === 'publication') {
    const { id, unitId, state } = await lockPublication(tx, owner.id, person, moment)
    return {
      kind: 'publication',
      id,
      unitId,
      publicationId: id,
      isPosted: state === 'published',
      userIds: [id],
    }
  }
  const [campaign] = await tx
    .select({ id: campaigns.id, unitId: campaigns.unitId })
    .from(campaigns)
    .where(eq(campaigns.id, owner.id))
    .for('update')
  if (!campaign) return refuseMissing()
  const users = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.campaignId, campaign.id))
    .orderBy(asc(publications.id))
    .for('update')
  return {
    kind: 'campaign',
    ...campaign,
    publicationId: null,
    isPosted: false,
    userIds: users.map((user) => user.id),
  }
}
