import { eq } from 'drizzle-orm'
import { callerQuestions } from '../../db/schema/answers.ts'
import { declineQuestionInput } from '../../domain/answers/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockOpenQuestion } from './lock-question.ts'

/** Says why a caller's question gets no answer of ours. Refusals: not_found, question_settled. */
export const declineQuestion = command({
  name: 'answers.declineQuestion',
  right: 'answers.write',
  input: declineQuestionInput,
  async run({ input, tx, person, moment, record }) {
    const question = await lockOpenQuestion(tx, input.questionId)
    const version = question.version + 1
    await tx
      .update(callerQuestions)
      .set({ answeredAt: moment, answeredBy: person.id, declineReason: input.reason, version })
      .where(eq(callerQuestions.id, question.id))
    await record({
      room: 'answers',
      subjectId: question.id,
      action: 'answers.question_declined',
      version,
      data: { questionId: question.id, loggedBy: question.loggedBy },
    })
    return { version }
  },
})
