import { and, eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { withdrawPostInput } from '../../domain/publishing/input.ts'
import { endEntries } from '../answers/switch-on.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { openOutcome, writeOutcome } from './outcome.ts'

/**
 * Records that a post was taken down, with the reason and, where there is one, the publication that replaces it. When
 * none stands any more, the answers that came with it end. Refusals: not_found, not_handed_over, outcome_not_next,
 * replacement_is_itself.
 */
export const withdrawPost = command({
  name: 'publishing.withdrawPost',
  right: 'publication.handOver',
  input: withdrawPostInput,
  async run(context) {
    const { tx, person, input, moment, record } = context
    const open = await openOutcome(context, 'withdrawn')
    const { publication, account, handover, facts } = open
    const { reason, replacementId } = input
    if (replacementId === publication.id) refuse('replacement_is_itself', {})
    if (replacementId !== null) {
      const [replacement] = await tx
        .select({ id: publications.id })
        .from(publications)
        .where(and(eq(publications.id, replacementId), visibleTo(person, moment)))
      if (!replacement) refuseMissing()
    }
    const isLast = !facts.others.includes('posted')
    const written = { kind: 'withdrawn', reason, replacementId, happenedAt: moment } as const
    const row = await writeOutcome(tx, open, written, person.id, moment)
    if (isLast) await endEntries(tx, publication.id, moment)
    await record({
      room: 'publishing',
      subjectId: publication.id,
      publicationId: publication.id,
      action: 'publishing.withdrawn',
      version: row.version,
      data: {
        variantId: open.variant.id,
        accountId: account.id,
        handoverId: handover.id,
        isLast,
      },
    })
    return { state: row.state, isLast }
  },
})
