import { and, countDistinct, eq, gte } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { responses } from '../../db/schema/issues.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import type { Instant } from '../../domain/time.ts'

/**
 * How many variants of each publication that answers the issue stand as its response: posted and not withdrawn, out on
 * the platform since the issue was recorded, whenever that was confirmed, and still of a `protect` publication. Those without any are left out.
 * Source: Selaras rules, Issue level.
 */
export async function standingResponses(
  db: Pick<Db, 'select'>,
  issue: { id: string; recordedAt: Instant },
): Promise<Map<string, number>> {
  const rows = await db
    .select({ publicationId: publications.id, count: countDistinct(variants.id) })
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
  return new Map(rows.map((row) => [row.publicationId, row.count]))
}
