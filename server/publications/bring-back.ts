import { and, eq } from 'drizzle-orm'
import { revisions } from '../../db/schema/records.ts'
import { bringBackInput } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { writeHead } from './edit.ts'
import { writeVariant } from './edit-variant.ts'
import { lockPublication } from './lock.ts'

/**
 * Writes the text that stood before an earlier change again, as a new edit from the present version: whoever brings it
 * back becomes its author, and a content that changes by it ends the submission. Refusals: not_found, not_in_this_state,
 * conflict.
 */
export const bringBack = command({
  name: 'publications.bringBack',
  right: 'publication.draft',
  input: bringBackInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    const [row] = await tx
      .select({ partId: revisions.partId, before: revisions.before, at: revisions.at })
      .from(revisions)
      .where(
        and(
          eq(revisions.id, input.revisionId),
          eq(revisions.room, 'publications'),
          eq(revisions.subjectId, publication.id),
        ),
      )
    const revision = row ?? refuseMissing()
    const text = revision.before[input.field]
    if (typeof text !== 'string') return refuseMissing()
    const edit = { publicationId: publication.id, version: input.version, changes: { [input.field]: text } }
    const also = { broughtBackFrom: revision.at }
    return revision.partId === null
      ? writeHead(context, edit, also)
      : writeVariant(context, { ...edit, variantId: revision.partId }, also)
  },
})
