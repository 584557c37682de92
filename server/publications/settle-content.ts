import { type PublicationCommand, phaseOf } from '../../domain/publications/states.ts'
import { endsSubmission, phaseAfter } from '../../domain/publications/transitions.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import { addAuthor } from './authors.ts'
import { type EndedSubmission, endSubmission } from './end-submission.ts'
import type { PublicationRow } from './lock.ts'
import { refreshFacts } from './refresh-facts.ts'
import { transition } from './transition.ts'
import type { WritingRight } from './writing.ts'

export type SettleContext = Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>
type ContentCommand = Extract<PublicationCommand, 'edit_content' | 'add_account' | 'remove_account'>

/**
 * After a change of what is written: recomputes the facts and compares the content hash with that of `before`. A content
 * that changed ends the live submission, takes the publication back to draft and tells whoever had decided. The person
 * becomes an author. The caller holds the lock and calls it before its own `record`.
 */
export async function settleContent(
  { tx, person, moment, record }: SettleContext,
  before: PublicationRow,
  command: ContentCommand,
  right: WritingRight,
): Promise<{ publication: PublicationRow; ended: EndedSubmission }> {
  await addAuthor(tx, before.id, person.id, moment)
  const refreshed = await refreshFacts(tx, before.id)
  const isUnchanged = command === 'edit_content' && refreshed.contentHash === before.contentHash
  const effective = isUnchanged ? 'edit_details' : command
  const from = phaseOf(before)
  const to = phaseAfter(from, effective)
  const ended: EndedSubmission =
    to !== null && endsSubmission(from, to)
      ? await endSubmission(tx, before, 'edited', person.id, moment)
      : { submissionId: null, decidedBy: [] }
  const publication = await transition(tx, refreshed, effective, { moment, right })
  if (ended.submissionId !== null) {
    await record({
      room: 'publications',
      subjectId: before.id,
      publicationId: before.id,
      action: 'publications.submission_ended',
      version: publication.version,
      data: { submissionId: ended.submissionId, why: 'edited', decidedBy: ended.decidedBy },
    })
  }
  return { publication, ended }
}
