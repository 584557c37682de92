import { answerInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockQuestion } from './lock-question.ts'
import { settleQuestion } from './settle-question.ts'

/** Answers a question on a briefing. Refusals: not_found, briefing_question_settled. */
export const answer = command({
  name: 'briefings.answer',
  right: 'briefing.answer',
  input: answerInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { locked, question, right } = await lockQuestion(tx, input.questionId, 'answered', person, moment)
    const outcome = { how: 'answered', answer: input.answer, entryId: null } as const
    return { version: await settleQuestion(context, locked, question, outcome, right) }
  },
})
