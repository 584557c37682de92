import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { publications, variants } from '../../db/schema/publications.ts'
import { editVariantInput, type VariantChanges } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { mergedChanges, pick } from './merge.ts'
import { type SettleContext, settleContent } from './settle-content.ts'
import { proveWritingVariant, refuseUnlessOpenTo, variantOf } from './writing.ts'

/**
 * Gives one account a text, headline, link or language of its own, or lets it follow the main one again (null). A
 * content that changed ends the submission. Refusals: not_found, not_in_this_state, conflict.
 */
export const editVariant = command({
  name: 'publications.editVariant',
  right: 'publication.draft',
  input: editVariantInput,
  run: ({ input, ...context }) => writeVariant(context, input),
})

/**
 * Writes the touched fields of a variant in the caller's transaction, with all that follows from it; `also` goes into the
 * record. Refusals as of `editVariant`.
 */
export async function writeVariant(
  context: SettleContext,
  input: z.output<typeof editVariantInput>,
  also: Record<string, unknown> = {},
): Promise<{ version: number; state: PublicationRow['state']; endedDecisions: number }> {
  const { tx, person, moment, record } = context
  const before = await lockPublication(tx, input.publicationId, person, moment)
  const { variant, account } = await variantOf(tx, before, input.variantId)
  const right = proveWritingVariant(person, before, account.unitId)
  refuseUnlessOpenTo(before, 'edit_content')
  const part = {
    publicationId: before.id,
    partId: variant.id,
    presentVersion: variant.version,
    startedFrom: input.version,
  }
  const changes: VariantChanges = await mergedChanges<VariantChanges>(tx, part, variant, input.changes)
  const fields = Object.keys(changes)
  if (fields.length === 0) return { version: variant.version, state: before.state, endedDecisions: 0 }
  const version = variant.version + 1
  await tx
    .update(variants)
    .set({ ...changes, version })
    .where(eq(variants.id, variant.id))
  await tx.update(publications).set({ changedAt: moment }).where(eq(publications.id, before.id))
  const { publication, ended } = await settleContent(context, before, 'edit_content', right)
  await record({
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    partId: variant.id,
    action: 'publications.edited',
    version,
    before: pick(variant, fields),
    after: pick(changes, fields),
    data: { fields, accountId: account.id, ...also },
  })
  return { version, state: publication.state, endedDecisions: ended.decidedBy.length }
}
