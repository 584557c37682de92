import { inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { issues } from '../../db/schema/issues.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Cause, Facts } from '../../domain/notifications/facts.ts'

/**
 * What the sentences of these causes need, as it stands now, in their order. An executive account's publication gives
 * no title while nothing of it is posted; the caller leaves out what the reader may not know of at all.
 */
export async function resolveFacts(db: Db, causes: readonly Cause[]): Promise<Facts[]> {
  const [plans, matters, narratives, names] = await Promise.all([
    byId(idsOf(causes, ['publicationId']), (ids) =>
      db
        .select({
          id: publications.id,
          title: publications.title,
          plannedAt: publications.plannedAt,
          restricted: publications.restrictedAccountIds,
        })
        .from(publications)
        .where(inArray(publications.id, ids)),
    ),
    byId(idsOf(causes, ['issueId']), (ids) =>
      db.select({ id: issues.id, title: issues.title }).from(issues).where(inArray(issues.id, ids)),
    ),
    byId(idsOf(causes, ['campaignId']), (ids) =>
      db.select({ id: campaigns.id, name: campaigns.name }).from(campaigns).where(inArray(campaigns.id, ids)),
    ),
    byId(idsOf(causes, ['byId', 'leaderId', 'delegateId']), (ids) =>
      db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    ),
  ])
  return causes.map((cause) => {
    const plan = plans.get(cause.publicationId ?? '')
    const isExecutive = plan !== undefined && plan.restricted.length > 0
    return {
      title: plan === undefined || isExecutive ? null : plan.title,
      isExecutive,
      plannedAt: plan?.plannedAt ?? null,
      issue: matters.get(cause.issueId ?? '')?.title ?? null,
      campaign: narratives.get(cause.campaignId ?? '')?.name ?? null,
      by: names.get(cause.byId ?? '')?.name ?? null,
      leader: names.get(cause.leaderId ?? '')?.name ?? null,
      delegate: names.get(cause.delegateId ?? '')?.name ?? null,
    }
  })
}

type IdKey = 'publicationId' | 'issueId' | 'campaignId' | 'byId' | 'leaderId' | 'delegateId'

function idsOf(causes: readonly Cause[], keys: IdKey[]): string[] {
  return [...new Set(causes.flatMap((cause) => keys.flatMap((key) => cause[key] ?? [])))]
}

async function byId<Row extends { id: string }>(
  ids: string[],
  find: (ids: string[]) => PromiseLike<Row[]>,
): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map()
  return new Map((await find(ids)).map((row) => [row.id, row]))
}
