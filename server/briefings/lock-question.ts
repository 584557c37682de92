import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { briefingQuestions, briefings } from '../../db/schema/briefings.ts'
import { type QuestionState, reasonsAgainstSettling } from '../../domain/briefings/questions.ts'
import type { Instant } from '../../domain/time.ts'
import { refuseFirst, refuseMissing } from '../infrastructure/refuse.ts'
import { type Person, proveRight, type Right } from '../infrastructure/right.ts'
import { type LockedBriefing, lockBriefing } from './lock-briefing.ts'

export type QuestionRow = typeof briefingQuestions.$inferSelect

/**
 * Locks a question on a briefing, with the briefing, to be settled as `to` by whoever answers for its unit. Refusals:
 * not_found, briefing_question_settled.
 */
export async function lockQuestion(
  tx: Tx,
  questionId: string,
  to: QuestionState,
  person: Person,
  moment: Instant,
): Promise<{ locked: LockedBriefing; question: QuestionRow; right: Right<'briefing.answer'> }> {
  const [place] = await tx
    .select({ publicationId: briefings.publicationId, campaignId: briefings.campaignId })
    .from(briefingQuestions)
    .innerJoin(briefings, eq(briefings.id, briefingQuestions.briefingId))
    .where(eq(briefingQuestions.id, questionId))
  const { publicationId, campaignId } = place ?? refuseMissing()
  const owner =
    publicationId === null
      ? { kind: 'campaign' as const, id: campaignId ?? refuseMissing() }
      : { kind: 'publication' as const, id: publicationId }
  const locked = await lockBriefing(tx, owner, person, moment)
  const right = proveRight(person, 'briefing.answer', locked.owner.unitId)
  const [question] = await tx.select().from(briefingQuestions).where(eq(briefingQuestions.id, questionId))
  if (!question) return refuseMissing()
  refuseFirst(reasonsAgainstSettling(question.state, to))
  return { locked, question, right }
}
