import canonicalize from 'canonicalize'
import { asc, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import type { StoredLimits } from '../../domain/platforms/own-limits.ts'
import { type JudgedVariant, judgeAccount } from './judge-account.ts'

type Account = { id: string; platform: string; ownLimits: StoredLimits | null }

/**
 * Judges anew what is planned on an account by its limits as they are given, and stores what changed with the variants
 * and the publications' rows. The caller holds the account's lock; nobody is asked what they may see of it, and nothing
 * of it is answered. Publications are locked in the order of their ids and judged as they stand under the lock.
 */
export async function refreshAccountFindings(tx: Tx, account: Account): Promise<void> {
  const stale: string[] = []
  for await (const judged of judgeAccount(tx, account, [account.ownLimits])) {
    stale.push(...judged.filter(differs).map(({ publication }) => publication.id))
  }
  for (let first = 0; first < stale.length; first += AT_ONCE) {
    await refresh(tx, account, stale.slice(first, first + AT_ONCE))
  }
}

/** So many publications are locked and written by one statement. */
const AT_ONCE = 500

async function refresh(tx: Tx, account: Account, ids: string[]): Promise<void> {
  await tx
    .select({ id: publications.id })
    .from(publications)
    .where(inArray(publications.id, ids))
    .orderBy(asc(publications.id))
    .for('update')
  const changed: JudgedVariant[] = []
  for await (const judged of judgeAccount(tx, account, [account.ownLimits], inArray(publications.id, ids))) {
    changed.push(...judged.filter(differs))
  }
  if (changed.length === 0) return
  const rows = changed.map(
    ({ variant, findings: [found = []] }) =>
      sql`(${variant.id}::uuid, ${JSON.stringify(found)}::text::jsonb)`,
  )
  await tx.execute(sql`
    update ${variants} v set findings = judged.findings
    from (values ${sql.join(rows, sql`, `)}) as judged (id, findings)
    where v.id = judged.id`)
  const concerned = sql.join(
    changed.map(({ publication }) => sql`${publication.id}::uuid`),
    sql`, `,
  )
  await tx.execute(sql`
    update ${publications} p
    set blocking_findings = counted.blocking, warning_findings = counted.warning
    from (
      select publication_id,
        (count(*) filter (where is_blocked))::int as blocking,
        (count(*) filter (where not is_blocked and is_found))::int as warning
      from (
        select publication_id,
          findings @> '[{"severity": "blocker"}]'::jsonb as is_blocked,
          jsonb_array_length(findings) > 0 as is_found
        from ${variants} where publication_id in (${concerned})
      ) each_variant
      group by publication_id
    ) counted
    where p.id = counted.publication_id`)
}

function differs({ variant, findings }: JudgedVariant): boolean {
  return canonicalize(variant.findings) !== canonicalize(findings[0])
}
