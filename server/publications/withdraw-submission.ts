import { onePublicationInput } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { endSubmission } from './end-submission.ts'
import { lockPublication } from './lock.ts'
import { transition } from './transition.ts'
import { refuseUnlessOpenTo } from './writing.ts'

/** Takes a submission back, so that the publication is a draft again. Refusals: not_found, not_in_this_state. */
export const withdrawSubmission = command({
  name: 'publications.withdrawSubmission',
  right: 'publication.submit',
  input: onePublicationInput,
  async run({ input, tx, person, moment, record }) {
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'publication.submit', before.unitId)
    refuseUnlessOpenTo(before, 'withdraw_submission')
    const ended = await endSubmission(tx, before, 'withdrawn', person.id, moment)
    const draft = await transition(tx, before, 'withdraw_submission', { moment, right })
    await record({
      room: 'publications',
      subjectId: before.id,
      publicationId: before.id,
      action: 'publications.submission_withdrawn',
      version: draft.version,
      data: { submissionId: ended.submissionId, decidedBy: ended.decidedBy },
    })
    return { state: draft.state }
  },
})
