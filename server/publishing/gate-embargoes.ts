import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { revisions } from '../../db/schema/records.ts'
import type { ReadinessFacts } from '../../domain/publishing/readiness.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from '../publications/lock.ts'

export type GateEmbargoes = {
  embargoes: ReadinessFacts['embargoes']
  /** When an embargo on it or its campaign was last set, changed or lifted, or it last changed its campaign. */
  changedAt: Instant | null
}

/** The embargoes that concern the publication, read anew from where each was set. */
export async function embargoesAtGate(db: Db, publication: PublicationRow): Promise<GateEmbargoes> {
  const { id, campaignId, embargoUntil } = publication
  const embargoes: ReadinessFacts['embargoes'][number][] = []
  if (embargoUntil !== null) embargoes.push({ of: 'publication', until: embargoUntil, name: null })
  if (campaignId !== null) {
    const [campaign] = await db
      .select({ name: campaigns.name, until: campaigns.embargoUntil })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
    if (campaign?.until) embargoes.push({ of: 'campaign', until: campaign.until, name: campaign.name })
  }
  const [last] = await db
    .select({ at: revisions.at })
    .from(revisions)
    .where(
      or(
        changed('publications', id, sql`${revisions.after} ?| array['embargoUntil', 'campaignId']`),
        campaignId === null
          ? undefined
          : changed('campaigns', campaignId, sql`${revisions.after} ? 'embargoUntil'`),
      ),
    )
    .orderBy(desc(revisions.at))
    .limit(1)
  return { embargoes, changedAt: last?.at ?? null }
}

function changed(room: 'publications' | 'campaigns', subjectId: string, touches: SQL): SQL | undefined {
  return and(
    eq(revisions.room, room),
    eq(revisions.subjectId, subjectId),
    eq(revisions.action, `${room}.${room === 'campaigns' ? 'changed' : 'edited'}`),
    touches,
  )
}
