import { and, countDistinct, eq, gte, min } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { responses } from '../../db/schema/issues.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import type { Instant } from '../../domain/time.ts'

export type StandingResponse = { count: number; firstAt: Instant }

/**
 * How many variants of each publication that answers the issue stand as its response, and when the first of them went out: posted and not withdrawn, out on
 * the platform since the issue was recorded, whenever that was confirmed, and still of a `protect` publication. Those without any are left out.
 * Source: Selaras rules, Issue level.
 */
export async function standingResponses(
  db: Pick<Db, 'select'>,
  issue: { id: string; recordedAt: Instant },
): Promise<Map<string, StandingResponse>> {
  const rows = await db
    .select({
      publicationId: publications.id,
      count: countDistinct(variants.id),
      firstAt: min(outcomes.happenedAt),
    })
    .from(responses)
    .innerJoin(publications, eq(publications.id, responses.publicationId))
    .innerJoin(variants, and(eq(variants.publicationId, publications.id), eq(variants.outcome, 'posted')))
    .innerJoin(
      outcomes,
      and(
        eq(outcomes.variantId, variants.id),
        eq(outcomes.kind, 'posted'),
        gte(outcomes.happenedAt, issue.recordedAt),
      ),
    )
    .where(and(eq(responses.issueId, issue.id), eq(publications.objective, 'protect')))
    .groupBy(publications.id)
  return new Map(
    rows.flatMap(({ publicationId, count, firstAt }) =>
      firstAt === null ? [] : [[publicationId, { count, firstAt }] as const],
    ),
  )
}
