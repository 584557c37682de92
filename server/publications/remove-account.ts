import { eq } from 'drizzle-orm'
import { media, publications, variants } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import { removeAccountInput } from '../../domain/publications/input.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import { reasonsAgainstRemovingAccount } from '../../domain/publications/transitions.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { type SettleContext, settleContent } from './settle-content.ts'
import { proveWritingVariant, variantOf } from './writing.ts'

/**
 * Takes an account off a publication; what was written for it stays in the history. Refusals: not_found,
 * not_in_this_state, last_account, account_was_handed_over.
 */
export const removeAccount = command({
  name: 'publications.removeAccount',
  right: 'publication.draft',
  input: removeAccountInput,
  async run({ input, ...context }) {
    const before = await lockPublication(context.tx, input.publicationId, context.person, context.moment)
    return removeAccountLocked(context, before, input.variantId)
  },
})

/** Takes an account off a publication that the caller has locked. Refusals as the command's. */
export async function removeAccountLocked(context: SettleContext, before: PublicationRow, variantId: string) {
  const { tx, person, record } = context
  const { variant, account } = await variantOf(tx, before, variantId)
  const right = proveWritingVariant(person, before, account.unitId)
  for (const reason of reasonsAgainstRemovingAccount(phaseOf(before), before.variantCount)) {
    refuse(reason.code, reason.data)
  }
  const [outcome] = await tx
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(eq(outcomes.variantId, variant.id))
    .limit(1)
  if (outcome) return refuse('account_was_handed_over', { handle: account.handle })
  await tx.delete(media).where(eq(media.variantId, variant.id))
  await tx.delete(variants).where(eq(variants.id, variant.id))
  await tx
    .update(publications)
    .set({ version: before.version + 1 })
    .where(eq(publications.id, before.id))
  const { publication } = await settleContent(context, before, 'remove_account', right)
  const { headline, ownText, ownLink, ownLanguage } = variant
  await record({
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    action: 'publications.edited',
    version: publication.version,
    before: { accountIds: before.accountIds, removed: { headline, ownText, ownLink, ownLanguage } },
    after: { accountIds: publication.accountIds },
    data: { fields: ['accountIds'], accountId: account.id },
  })
  return { version: publication.version, state: publication.state }
}
