import { eq } from 'drizzle-orm'
import { callerQuestions } from '../../db/schema/answers.ts'
import { answerQuestionInput } from '../../domain/answers/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockOpenQuestion } from './lock-question.ts'
import { writeEntry } from './write-entry.ts'

/**
 * Turns a caller's question into an entry with its answer; the verifier still has to confirm it before the desk offers
 * it. Refusals: not_found, question_settled and those of `writeEntry`.
 */
export const answerQuestion = command({
  name: 'answers.answerQuestion',
  right: 'answers.write',
  input: answerQuestionInput,
  async run({ input, ...context }) {
    const { tx, person, moment, record } = context
    const question = await lockOpenQuestion(tx, input.questionId)
    const entry = await writeEntry(context, input.entry)
    const version = question.version + 1
    await tx
      .update(callerQuestions)
      .set({ answeredAt: moment, answeredBy: person.id, entryId: entry.id, version })
      .where(eq(callerQuestions.id, question.id))
    await record({
      room: 'answers',
      subjectId: question.id,
      action: 'answers.question_answered',
      version,
      data: { questionId: question.id, entryId: entry.id, loggedBy: question.loggedBy },
    })
    return { entryId: entry.id }
  },
})
