import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { callerQuestions } from '../../db/schema/answers.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type QuestionRow = typeof callerQuestions.$inferSelect

/** Locks a caller's question that is still open. Refusals: not_found, question_settled. */
export async function lockOpenQuestion(tx: Tx, questionId: string): Promise<QuestionRow> {
  const [row] = await tx
    .select()
    .from(callerQuestions)
    .where(eq(callerQuestions.id, questionId))
    .for('update')
  if (!row) return refuseMissing()
  if (row.answeredAt !== null) refuse('question_settled', {})
  return row
}
