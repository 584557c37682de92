import type { CommandContext } from '../infrastructure/command.ts'
import { endSubmission } from '../publications/end-submission.ts'
import { transition } from '../publications/transition.ts'
import { openDeciding, writeDecisions } from './deciding.ts'

type Objection = { publicationId: string; stepId: string; contentHash: string; comment: string }

const ends = {
  ask_for_changes: 'changes_asked',
  reject: 'rejected',
} as const

/** What asking for changes and rejecting have in common: the decision is kept and the submission ends with it. */
export async function objectWith(kind: keyof typeof ends, context: CommandContext<Objection>) {
  const { tx, person, input, moment, record } = context
  const { publication: before, facts, step, right } = await openDeciding(context)
  const decided = { kind, stepIds: [step.id], comment: input.comment }
  const { onBehalfOfId } = await writeDecisions(tx, facts, decided, person, moment)
  const ended = await endSubmission(tx, before, ends[kind], person.id, moment)
  const publication = await transition(tx, before, kind, { moment, right })
  await record({
    room: 'approvals',
    subjectId: before.id,
    publicationId: before.id,
    action: 'approvals.decided',
    version: publication.version,
    data: {
      submissionId: facts.submission.id,
      stepId: step.id,
      stepIds: [step.id],
      kind,
      onBehalfOf: onBehalfOfId,
      nextAsked: [],
      isComplete: false,
      decidedBy: ended.decidedBy,
      contentHash: facts.submission.contentHash,
    },
  })
  return { state: publication.state }
}
