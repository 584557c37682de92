import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { variants } from '../../db/schema/publications.ts'
import type { SubmittedAccount } from '../../domain/publications/submitted-accounts.ts'

/** The accounts that a publication is said on, as they are called now, in the order of their ids. */
export async function accountsSaidOn(db: Db, publicationId: string): Promise<SubmittedAccount[]> {
  return query(db, publicationId)
}

/**
 * The same, and until the transaction ends none of them becomes another one: `accounts.change` waits. The caller holds the
 * publication's lock; limits of the accounts can still be changed.
 */
export async function holdAccountsSaidOn(tx: Tx, publicationId: string): Promise<SubmittedAccount[]> {
  return query(tx, publicationId).for('key share', { of: accounts })
}

function query(db: Db, publicationId: string) {
  return db
    .select({ accountId: accounts.id, handle: accounts.handle, officeHolderId: accounts.officeHolderId })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publicationId))
    .orderBy(asc(accounts.id))
}
