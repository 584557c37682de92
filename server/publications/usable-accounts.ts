import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import type { Instant } from '../../domain/time.ts'
import { circleAccountIds } from '../accounts/circle.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type UsableAccount = typeof accounts.$inferSelect

/**
 * The accounts a person may put on a publication, in the order given: institutional ones, and executive ones whose circle
 * holds them; their limits stay as they are until the transaction ends. Refusals: not_found for any other, account_ended.
 */
export async function usableAccounts(
  tx: Tx,
  accountIds: readonly string[],
  person: { id: string },
  moment: Instant,
): Promise<UsableAccount[]> {
  if (accountIds.length === 0) return []
  const isInCircle = sql<boolean>`(${accounts.kind} = 'institutional' or ${accounts.id} in ${circleAccountIds(person.id, moment)})`
  const rows = await tx
    .select({ account: accounts, isInCircle })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(accountIds)]))
    .for('share')
  const known = new Map(rows.map((row) => [row.account.id, row]))
  return [...new Set(accountIds)].map((accountId) => {
    const row = known.get(accountId)
    if (!row?.isInCircle) return refuseMissing()
    if (row.account.endedAt !== null) return refuse('account_ended', { handle: row.account.handle })
    return row.account
  })
}
