import { and, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { briefings, briefingVersions } from '../../db/schema/briefings.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { publications } from '../../db/schema/publications.ts'
import type { BriefingOwner } from '../../domain/briefings/input.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { type BriefingRow, ownerIs, type VersionRow } from './lock-briefing.ts'

export type PublicationAsked = Pick<
  typeof publications.$inferSelect,
  | 'id'
  | 'unitId'
  | 'title'
  | 'campaignId'
  | 'objective'
  | 'subjectClass'
  | 'isExecutive'
  | 'accountIds'
  | 'plannedAt'
  | 'plannedDay'
  | 'timeKind'
>

export type FoundBriefing = {
  /** Whose briefing it is, or would be: the publication's own, else its campaign's. */
  owner: BriefingOwner & { unitId: string }
  campaign: { id: string; name: string } | null
  publication: PublicationAsked | null
  begun: { briefing: BriefingRow; present: VersionRow } | null
}

/**
 * The briefing that a publication goes by (its own, else its campaign's) or a campaign's own. Refuses `not_found` where
 * the person may not know of the publication.
 */
export async function findBriefing(
  db: Db,
  of: BriefingOwner,
  person: { id: string },
  moment: Instant,
): Promise<FoundBriefing> {
  if (of.kind === 'campaign') {
    const { unitId, ...campaign } = (await campaignOf(db, of.id)) ?? refuseMissing()
    return {
      owner: { ...of, unitId },
      campaign,
      publication: null,
      begun: await begunBy(db, of),
    }
  }
  const [publication] = await db
    .select({
      id: publications.id,
      unitId: publications.unitId,
      title: publications.title,
      campaignId: publications.campaignId,
      objective: publications.objective,
      subjectClass: publications.subjectClass,
      isExecutive: publications.isExecutive,
      accountIds: publications.accountIds,
      plannedAt: publications.plannedAt,
      plannedDay: publications.plannedDay,
      timeKind: publications.timeKind,
    })
    .from(publications)
    .where(and(eq(publications.id, of.id), visibleTo(person, moment)))
  if (!publication) return refuseMissing()
  const own = await begunBy(db, of)
  const campaign = publication.campaignId === null ? null : await campaignOf(db, publication.campaignId)
  const named = campaign && { id: campaign.id, name: campaign.name }
  const ownOwner = { ...of, unitId: publication.unitId }
  if (own !== null || campaign === null) return { owner: ownOwner, campaign: named, publication, begun: own }
  const shared = { kind: 'campaign' as const, id: campaign.id }
  const inherited = await begunBy(db, shared)
  if (inherited === null) return { owner: ownOwner, campaign: named, publication, begun: null }
  return { owner: { ...shared, unitId: campaign.unitId }, campaign: named, publication, begun: inherited }
}

async function campaignOf(db: Db, id: string) {
  const [campaign] = await db
    .select({ id: campaigns.id, name: campaigns.name, unitId: campaigns.unitId })
    .from(campaigns)
    .where(eq(campaigns.id, id))
  return campaign ?? null
}

async function begunBy(db: Db, owner: BriefingOwner): Promise<FoundBriefing['begun']> {
  const [row] = await db
    .select({ briefing: briefings, present: briefingVersions })
    .from(briefings)
    .innerJoin(
      briefingVersions,
      and(
        eq(briefingVersions.briefingId, briefings.id),
        eq(briefingVersions.number, briefings.presentNumber),
      ),
    )
    .where(ownerIs(owner))
  return row ?? null
}
