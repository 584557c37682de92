import { turnIntoEntryInput } from '../../domain/briefings/input.ts'
import { command } from '../infrastructure/command.ts'
import { lockQuestion } from './lock-question.ts'
import { heldOf, writeNewEntry } from './resolve-entries.ts'
import { saveContent } from './save-content.ts'
import { settleQuestion } from './settle-question.ts'

/**
 * Makes a question an entry of the library and of this briefing, which opens the next version. A question answered before
 * may still become one. Refusals: not_found, briefing_question_settled and those of `writeEntry`.
 */
export const turnIntoEntry = command({
  name: 'briefings.turnIntoEntry',
  right: 'briefing.answer',
  input: turnIntoEntryInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const { locked, question, right } = await lockQuestion(tx, input.questionId, 'entry', person, moment)
    const { owner, ...begun } = locked
    const entry = heldOf(
      await writeNewEntry(context, owner, { question: input.question, answer: input.answer }),
    )
    const { content } = begun.present
    const after = { ...content, entries: [...content.entries, entry] }
    const saved = await saveContent(context, owner, begun, after, right)
    const briefing = saved?.briefing ?? begun.briefing
    const outcome = { how: 'entry', answer: input.answer, entryId: entry.entryId } as const
    const version = await settleQuestion(context, { owner, briefing }, question, outcome, right)
    return { version, entryId: entry.entryId }
  },
})
