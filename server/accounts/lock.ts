import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type AccountRow = typeof accounts.$inferSelect

/**
 * The account's row, locked for this transaction. Refuses `not_found`, and `account_ended` for one no longer in use. With
 * `no key update` rows that point to it can still be written: for who goes on to lock what is planned on the account.
 */
export async function lockAccount(
  tx: Tx,
  id: string,
  strength: 'update' | 'no key update' = 'update',
): Promise<AccountRow> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for(strength)
  if (!row) return refuseMissing()
  if (row.endedAt !== null) return refuse('account_ended', { handle: row.handle })
  return row
}

/** As `lockAccount`, for what only an executive account has. */
export async function lockExecutive(tx: Tx, id: string): Promise<AccountRow> {
  const row = await lockAccount(tx, id)
  if (row.kind !== 'executive') return refuse('account_not_executive', { handle: row.handle })
  return row
}
