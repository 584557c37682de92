import { and, eq } from 'drizzle-orm'
import { publications, variants } from '../../db/schema/publications.ts'
import { addAccountInput } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { newVariant } from './create.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { type SettleContext, settleContent } from './settle-content.ts'
import { usableAccounts } from './usable-accounts.ts'
import { proveWritingVariant, refuseUnlessOpenTo } from './writing.ts'

/**
 * Adds a variant for an account, which turns an idea into a draft and ends a live submission.
 * Refusals: not_found, not_in_this_state, account_ended, account_already_there.
 */
export const addAccount = command({
  name: 'publications.addAccount',
  right: 'publication.draft',
  input: addAccountInput,
  async run({ input, ...context }) {
    const before = await lockPublication(context.tx, input.publicationId, context.person, context.moment)
    return addAccountLocked(context, before, input.accountId)
  },
})

/** Adds an account to a publication that the caller has locked. Refusals as the command's. */
export async function addAccountLocked(context: SettleContext, before: PublicationRow, accountId: string) {
  const { tx, person, moment, record } = context
  const [account] = await usableAccounts(tx, [accountId], person, moment)
  if (!account) return refuseMissing()
  const right = proveWritingVariant(person, before, account.unitId)
  refuseUnlessOpenTo(before, 'add_account')
  const [already] = await tx
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.publicationId, before.id), eq(variants.accountId, account.id)))
  if (already) return refuse('account_already_there', { handle: account.handle })
  const [added] = await tx
    .insert(variants)
    .values(newVariant(before, account.id))
    .returning({ id: variants.id })
  if (!added) throw new Error('the variant was not written')
  await tx
    .update(publications)
    .set({ version: before.version + 1 })
    .where(eq(publications.id, before.id))
  const { publication } = await settleContent(context, before, 'add_account', right)
  await record({
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    action: 'publications.edited',
    version: publication.version,
    before: { accountIds: before.accountIds },
    after: { accountIds: publication.accountIds },
    data: { fields: ['accountIds'], accountId: account.id, hides: hides(before, publication) },
  })
  return { variantId: added.id, version: publication.version, state: publication.state }
}

/** Whether those outside the circle lose sight of it with this change: they have to hear of it once more. */
function hides(before: PublicationRow, after: PublicationRow): boolean {
  return before.restrictedAccountIds.length === 0 && after.restrictedAccountIds.length > 0
}
