import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'

/** Two names at once wait for each other here until the transaction ends, so that none is given twice. */
export async function lockPublics(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('names of publics', 0))`)
}
