import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { refuse } from '../infrastructure/refuse.ts'

/**
 * Refuses `account_exists` where another account in use has the handle on the platform, whatever its letters' case and
 * with or without the @. Two adders of one handle wait for each other.
 */
export async function proveHandleFree(
  tx: Tx,
  platform: string,
  handle: string,
  exceptId: string | null,
): Promise<void> {
  const bare = bareHandle(handle)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`account ${platform} ${bare}`}, 0))`)
  const [taken] = await tx
    .select({ handle: accounts.handle })
    .from(accounts)
    .where(
      and(
        eq(accounts.platform, platform),
        sql`ltrim(lower(${accounts.handle}), '@') = ${bare}`,
        isNull(accounts.endedAt),
        exceptId === null ? undefined : ne(accounts.id, exceptId),
      ),
    )
    .limit(1)
  if (taken) refuse('account_exists', { handle: taken.handle, platform })
}

function bareHandle(handle: string): string {
  return handle.toLowerCase().replace(/^@+/, '')
}
