import { and, eq, isNull, sql } from 'drizzle-orm'
import { callerQuestions } from '../../db/schema/answers.ts'
import { logQuestionInput } from '../../domain/answers/input.ts'
import { addWorkingDays } from '../../domain/marks/working-time.ts'
import { command } from '../infrastructure/command.ts'
import { workingCalendar } from '../marks/calendar.ts'
import { onDuty } from '../people/on-duty.ts'

/** Working days in which a question that nobody can answer yet is owed one. Source: Selaras rules, Briefing and desk. */
const ANSWER_WORKING_DAYS = 3

/**
 * Logs what a caller asked and nobody could answer: what was typed is the question. The same open question again counts
 * one more, also where two log it at once. Its owner is a planner on duty; its clock is three working days. Nothing of the caller is kept.
 */
export const logQuestion = command({
  name: 'answers.logQuestion',
  right: 'answers.count',
  input: logQuestionInput,
  async run({ input, tx, person, moment, agency, record }) {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`question ${input.kind} ${input.text.toLowerCase()}`}, 0))`,
    )
    const [open] = await tx
      .select()
      .from(callerQuestions)
      .where(
        and(
          isNull(callerQuestions.answeredAt),
          eq(callerQuestions.kind, input.kind),
          sql`lower(${callerQuestions.text}) = lower(${input.text})`,
        ),
      )
      .limit(1)
      .for('update')
    if (open) {
      const version = open.version + 1
      await tx
        .update(callerQuestions)
        .set({ count: open.count + 1, version })
        .where(eq(callerQuestions.id, open.id))
      const data = { questionId: open.id, count: open.count + 1 }
      await record({ room: 'answers', subjectId: open.id, action: 'answers.question_counted', version, data })
      return { id: open.id, count: open.count + 1, dueAt: open.dueAt }
    }
    const due = addWorkingDays(moment, ANSWER_WORKING_DAYS, await workingCalendar(tx, agency))
    const [owner] = await onDuty(tx, 'planner', moment)
    const [row] = await tx
      .insert(callerQuestions)
      .values({
        text: input.text,
        kind: input.kind,
        count: 1,
        ownerId: owner?.id ?? null,
        loggedBy: person.id,
        loggedAt: moment,
        dueAt: due.at,
        version: 1,
      })
      .returning({ id: callerQuestions.id })
    if (!row) throw new Error('the question was not logged')
    await record({
      room: 'answers',
      subjectId: row.id,
      action: 'answers.question_logged',
      version: 1,
      data: { questionId: row.id, ownerId: owner?.id ?? null },
    })
    return { id: row.id, count: 1, dueAt: due.at }
  },
})
