import { desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { callerQuestions } from '../../db/schema/answers.ts'
import { people } from '../../db/schema/people.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'

const MOST = 200

/** The open questions that nobody could answer, most asked first, at most 200, each with owner and clock. */
export const questions = read({
  name: 'answers.questions',
  right: 'answers.count',
  input: z.object({}),
  async run({ db, person, moment }) {
    const owner = alias(people, 'owner')
    const logger = alias(people, 'logger')
    const rows = await db
      .select({
        id: callerQuestions.id,
        text: callerQuestions.text,
        kind: callerQuestions.kind,
        count: callerQuestions.count,
        loggedAt: callerQuestions.loggedAt,
        dueAt: callerQuestions.dueAt,
        version: callerQuestions.version,
        owner: owner.name,
        loggedBy: logger.name,
      })
      .from(callerQuestions)
      .leftJoin(owner, eq(owner.id, callerQuestions.ownerId))
      .innerJoin(logger, eq(logger.id, callerQuestions.loggedBy))
      .where(isNull(callerQuestions.answeredAt))
      .orderBy(desc(callerQuestions.count), callerQuestions.id)
      .limit(MOST)
    return {
      questions: rows.map((row) => ({ ...row, isLate: row.dueAt < moment })),
      mayAnswer: holdsAnywhere(person.grants, 'answers.write'),
    }
  },
})
