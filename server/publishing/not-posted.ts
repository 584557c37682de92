import { notPostedInput } from '../../domain/publishing/input.ts'
import { commandOfOutcome } from '../../domain/publishing/outcomes.ts'
import { command } from '../infrastructure/command.ts'
import { endSubmission } from '../publications/end-submission.ts'
import { openOutcome, writeOutcome } from './outcome.ts'

/**
 * Records that a variant did not go out, with the reason; it may still become posted. Where none of them did, the
 * publication is a draft again and its submission ends. Refusals: not_found, not_handed_over, outcome_not_next.
 */
export const notPosted = command({
  name: 'publishing.notPosted',
  right: 'publication.handOver',
  input: notPostedInput,
  async run(context) {
    const { tx, person, input, moment, record } = context
    const open = await openOutcome(context, 'not_posted')
    const { publication, account, handover } = open
    const isLast = commandOfOutcome(open.facts, 'not_posted') === 'mark_last_not_posted'
    const ended = isLast ? await endSubmission(tx, publication, 'not_posted', person.id, moment) : null
    const written = { kind: 'not_posted', reason: input.reason, happenedAt: moment } as const
    const row = await writeOutcome(tx, open, written, person.id, moment)
    const common = {
      subjectId: publication.id,
      publicationId: publication.id,
      version: row.version,
    }
    await record({
      ...common,
      room: 'publishing',
      action: 'publishing.not_posted',
      data: { variantId: open.variant.id, accountId: account.id, handoverId: handover.id, isLast },
    })
    if (ended?.submissionId) {
      await record({
        ...common,
        room: 'publications',
        action: 'publications.submission_ended',
        data: { submissionId: ended.submissionId, why: 'not_posted', decidedBy: ended.decidedBy },
      })
    }
    return { state: row.state }
  },
})
