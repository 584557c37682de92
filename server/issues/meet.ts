import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { obligations } from '../../db/schema/issues.ts'
import type { ObligationKind } from '../../domain/issues/obligations.ts'
import type { Instant } from '../../domain/time.ts'
import type { RecordChange } from '../infrastructure/record.ts'

/**
 * Writes once that obligations were met, when and by whom or by which post; what was there before an obligation began meets
 * it as it begins, and one met after its due time stays missed on the record. The caller holds the issue's lock.
 */
export async function meetObligations(
  { tx, record }: { tx: Tx; record: RecordChange },
  issue: { id: string; version: number },
  kinds: readonly ObligationKind[],
  by: { at: Instant; personId: string | null; publicationId: string | null },
): Promise<ObligationKind[]> {
  if (kinds.length === 0) return []
  const met = await tx
    .update(obligations)
    .set({
      metAt: sql`greatest(${obligations.beganAt}, ${by.at}::timestamptz)`,
      metBy: by.personId,
      metByPublicationId: by.publicationId,
    })
    .where(
      and(
        eq(obligations.issueId, issue.id),
        inArray(obligations.kind, [...kinds]),
        isNull(obligations.metAt),
      ),
    )
    .returning({ kind: obligations.kind })
  for (const { kind } of met) {
    await record({
      room: 'issues',
      subjectId: issue.id,
      action: 'issues.obligation_met',
      version: issue.version,
      data: { kind },
    })
  }
  return kinds.filter((kind) => met.some((row) => row.kind === kind))
}
