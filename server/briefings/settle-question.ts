import { eq } from 'drizzle-orm'
import { briefingQuestions } from '../../db/schema/briefings.ts'
import type { QuestionState } from '../../domain/briefings/questions.ts'
import type { CommandContext } from '../infrastructure/command.ts'
import type { Right } from '../infrastructure/right.ts'
import type { LockedBriefing } from './lock-briefing.ts'
import type { QuestionRow } from './lock-question.ts'
import { recordAct } from './record-act.ts'

type Outcome = { how: Exclude<QuestionState, 'open'>; answer: string; entryId: string | null }

/** Writes what became of a question and tells who asked. The caller holds the locks of `lockQuestion`. */
export async function settleQuestion(
  context: Pick<CommandContext<unknown>, 'tx' | 'person' | 'moment' | 'record'>,
  locked: Pick<LockedBriefing, 'owner' | 'briefing'>,
  question: QuestionRow,
  { how, answer, entryId }: Outcome,
  _right: Right<'briefing.answer'>,
): Promise<number> {
  const { tx, person, moment } = context
  await tx
    .update(briefingQuestions)
    .set({ state: how, answer, entryId, settledBy: person.id, settledAt: moment })
    .where(eq(briefingQuestions.id, question.id))
  const data = { questionId: question.id, askedBy: question.askedBy, how }
  return recordAct(context, locked, 'briefings.answered', data)
}
