import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from './lock.ts'
import { visibleTo } from './visible.ts'

/**
 * Whether a publication stands in a series, as `inSeries` tells this person: with another that was not cancelled and of
 * which they may know. One that is alone, or whose others are a circle's, is for them in none.
 */
export async function standsInSeries(
  tx: Tx,
  { id, seriesId }: Pick<PublicationRow, 'id' | 'seriesId'>,
  person: { id: string },
  moment: Instant,
): Promise<boolean> {
  if (seriesId === null) return false
  const [other] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        eq(publications.seriesId, seriesId),
        ne(publications.id, id),
        ne(publications.state, 'cancelled'),
        visibleTo(person, moment),
      ),
    )
    .limit(1)
  return other !== undefined
}
