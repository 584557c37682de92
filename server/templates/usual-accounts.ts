import { inArray } from 'drizzle-orm'
import type { Db, Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { holds } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import { usableAccounts } from '../publications/usable-accounts.ts'

type Account = Pick<typeof accounts.$inferSelect, 'id' | 'unitId' | 'handle' | 'endedAt'>

/**
 * Proves that these accounts may stand in a template, which the whole unit reads. Refusals: not_found for one the person
 * may not use, account_ended, template_executive.
 */
export async function proveUsualAccounts(
  tx: Tx,
  accountIds: readonly string[],
  person: Person,
  moment: Instant,
): Promise<string[]> {
  const found = await usableAccounts(tx, accountIds, person, moment)
  const executive = found.find((account) => account.kind !== 'institutional')
  if (executive) refuse('template_executive', { handle: executive.handle })
  return found.map((account) => account.id)
}

/**
 * The accounts of these ids that a template may show, by id: institutional ones alone, ended ones among them. Nothing
 * tells of any other.
 */
export async function shownAccounts(
  db: Pick<Db, 'select'>,
  accountIds: readonly string[],
): Promise<Map<string, Account>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: accounts.id,
      unitId: accounts.unitId,
      handle: accounts.handle,
      endedAt: accounts.endedAt,
      kind: accounts.kind,
    })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(accountIds)]))
  return new Map(rows.flatMap(({ kind, ...one }) => (kind === 'institutional' ? [[one.id, one]] : [])))
}

/** One that does not come along, and whether because it ended or because the person may not plan for its unit. */
export type LeftOut = { handle: string; isEnded: boolean }

/**
 * Which of a template's accounts this person may put on a publication of its unit, in their order, and which are left
 * out. An account of another unit wants a planner in either, as where a publication is created.
 */
export function usualFor(
  template: { unitId: string; accountIds: readonly string[] },
  shown: ReadonlyMap<string, Account>,
  person: Person,
): { accountIds: string[]; leftOut: LeftOut[] } {
  const mayUse = (account: Account) =>
    account.unitId === template.unitId ||
    holds(person.grants, 'publication.plan', template.unitId) ||
    holds(person.grants, 'publication.plan', account.unitId)
  const accountIds: string[] = []
  const leftOut: LeftOut[] = []
  for (const id of template.accountIds) {
    const account = shown.get(id)
    if (account === undefined) continue
    const isEnded = account.endedAt !== null
    if (!isEnded && mayUse(account)) accountIds.push(id)
    else leftOut.push({ handle: account.handle, isEnded })
  }
  return { accountIds, leftOut }
}
