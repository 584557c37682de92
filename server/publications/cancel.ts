import { onePublicationInput } from '../../domain/publications/input.ts'
import { type CommandContext, command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { endSubmission } from './end-submission.ts'
import { lockPublication, type PublicationRow } from './lock.ts'
import { transition } from './transition.ts'
import { refuseUnlessOpenTo } from './writing.ts'

type CancelContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>

/** Gives a publication up before its hand-over, for good; a duplicate starts anew. Refusals: not_found, not_in_this_state. */
export const cancel = command({
  name: 'publications.cancel',
  right: 'publication.plan',
  input: onePublicationInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const { state } = await cancelLocked(context, before)
    return { state }
  },
})

/** Cancels a publication that the caller has locked. Refusals as the command's. */
export async function cancelLocked({ tx, person, moment, record }: CancelContext, before: PublicationRow) {
  const right = proveRight(person, 'publication.plan', before.unitId)
  refuseUnlessOpenTo(before, 'cancel')
  const ended = await endSubmission(tx, before, 'cancelled', person.id, moment)
  const cancelled = await transition(tx, before, 'cancel', { moment, right })
  const common = {
    room: 'publications',
    subjectId: before.id,
    publicationId: before.id,
    version: cancelled.version,
  } as const
  if (ended.submissionId !== null) {
    const data = { submissionId: ended.submissionId, why: 'cancelled', decidedBy: ended.decidedBy }
    await record({ ...common, action: 'publications.submission_ended', data })
  }
  await record({ ...common, action: 'publications.cancelled' })
  return cancelled
}
