import { declineInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockQuestion } from './lock-question.ts'
import { settleQuestion } from './settle-question.ts'

/** Declines a question on a briefing, with the reason. Refusals: not_found, briefing_question_settled. */
export const decline = command({
  name: 'briefings.decline',
  right: 'briefing.answer',
  input: declineInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { locked, question, right } = await lockQuestion(tx, input.questionId, 'declined', person, moment)
    const outcome = { how: 'declined', answer: input.reason, entryId: null } as const
    return { version: await settleQuestion(context, locked, question, outcome, right) }
  },
})
