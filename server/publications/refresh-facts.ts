import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import { isTimeBoundFor } from '../../domain/approvals/policy.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import { contentOf } from './content.ts'
import { refreshFindings } from './findings.ts'
import type { PublicationRow } from './lock.ts'

/**
 * Recomputes what a publication's row keeps for lists from its variants and accounts: accounts, whom it is restricted to,
 * whether the time is bound, findings, the content hash, the counts of outcomes, and each variant's copy of the time. The
 * caller holds the publication's lock and has written everything else. Answers the row as it is now.
 */
export async function refreshFacts(tx: Tx, publicationId: string): Promise<PublicationRow> {
  const rows = await tx
    .select({
      outcome: variants.outcome,
      accountId: accounts.id,
      kind: accounts.kind,
    })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
    .orderBy(asc(variants.id))
  const countOf = (outcome: (typeof rows)[number]['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length
  const wasPosted = rows.some((row) => row.outcome === 'posted' || row.outcome === 'withdrawn')
  const executive = rows.filter((row) => row.kind === 'executive').map((row) => row.accountId)
  const [publication] = await tx
    .update(publications)
    .set({
      accountIds: rows.map((row) => row.accountId),
      restrictedAccountIds: wasPosted ? [] : executive,
      isExecutive: executive.length > 0,
      isTimeBound: isTimeBoundFor(rows),
      variantCount: rows.length,
      postedCount: countOf('posted'),
      notPostedCount: countOf('not_posted'),
      withdrawnCount: countOf('withdrawn'),
    })
    .where(eq(publications.id, publicationId))
    .returning()
  if (!publication) throw new Error(`no publication ${publicationId}`)
  await tx
    .update(variants)
    .set({ plannedAt: publication.plannedAt })
    .where(eq(variants.publicationId, publicationId))
  const findings = await refreshFindings(tx, publicationId)
  const hash = rows.length === 0 ? null : contentHash(await contentOf(tx, publicationId))
  const [refreshed] = await tx
    .update(publications)
    .set({ contentHash: hash, ...findings })
    .where(eq(publications.id, publicationId))
    .returning()
  return refreshed ?? publication
}
