import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { callerQuestions } from '../../db/schema/answers.ts'
import { issues, readings, responses } from '../../db/schema/issues.ts'
import { people } from '../../db/schema/people.ts'
import { searchQuery } from '../../domain/answers/query.ts'
import { reasonsAgainstClosing } from '../../domain/issues/closing.ts'
import { oneIssueInput } from '../../domain/issues/input.ts'
import { uptakeParts } from '../../domain/issues/uptake.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { chronologyOf } from './chronology.ts'
import { closingFacts } from './close.ts'
import { givenLevel, thresholdsOf } from './lock-issue.ts'
import { obligationRows } from './obligation-rows.ts'
import { promotionRows, responseRows } from './room-publications.ts'

const MOST_READINGS = 500
const MOST_QUESTIONS = 20

/** Whether a caller's question holds a word of the issue's title or content, in whatever form. */
function asksAbout(issue: { title: string; content: string }): SQL {
  const words = [...searchQuery(issue.title).words, ...searchQuery(issue.content).words]
  const query = words.map((word) => `'${word}'`).join(' | ')
  return sql`to_tsvector('indonesian', ${callerQuestions.text}) @@ to_tsquery('indonesian', ${query})`
}

/** Everything the issue's room shows, with what the reader may do there and why it cannot be closed yet. */
export const room = read({
  name: 'issues.room',
  right: 'issue.read',
  input: oneIssueInput,
  async run({ db, person, input, moment, agency }) {
    const [found] = await db
      .select({ issue: issues, owner: people.name })
      .from(issues)
      .innerJoin(people, eq(people.id, issues.ownerId))
      .where(eq(issues.id, input.issueId))
    if (!found) return refuseMissing()
    const { issue, owner } = found
    const read = await db
      .select()
      .from(readings)
      .where(eq(readings.issueId, issue.id))
      .orderBy(desc(readings.at), desc(readings.id))
      .limit(MOST_READINGS)
    const newest = read[0]
    const answers = await responseRows(db, issue.id, person, moment)
    const declined = await db
      .select({ reason: responses.reason, by: people.name, at: responses.decidedAt })
      .from(responses)
      .innerJoin(people, eq(people.id, responses.decidedBy))
      .where(and(eq(responses.issueId, issue.id), eq(responses.kind, 'none')))
    const answerIds = answers.map((answer) => answer.id)
    const { lines, changes } = await chronologyOf(db, issue.id, answerIds, person, moment)
    const given = await givenLevel(db, issue, agency)
    const accountIds = [...new Set(answers.flatMap((answer) => answer.accountIds))]
    const asked = await db
      .select({ id: callerQuestions.id, text: callerQuestions.text, count: callerQuestions.count })
      .from(callerQuestions)
      .where(and(isNull(callerQuestions.answeredAt), asksAbout(issue)))
      .orderBy(desc(callerQuestions.count), asc(callerQuestions.id))
      .limit(MOST_QUESTIONS)
    return {
      issue: { ...issue, owner },
      level: changes.find((change) => !change.isPending && change.to === issue.level) ?? null,
      pending: changes[0]?.isPending ? changes[0] : null,
      givenLevel: given.level,
      thresholds: thresholdsOf(agency),
      obligations: await obligationRows(db, [issue.id], moment),
      readings: read.toReversed(),
      uptake: newest === undefined ? [] : uptakeParts(newest),
      responses: answers,
      declined,
      promotions:
        issue.closedAt === null ? await promotionRows(db, issue.id, accountIds, person, moment) : [],
      questions: asked,
      chronology: lines,
      againstClosing: reasonsAgainstClosing(await closingFacts(db, issue), '-'),
      may: {
        record: holdsAnywhere(person.grants, 'issue.record'),
        lead: holdsAnywhere(person.grants, 'issue.lead'),
        lower: holdsAnywhere(person.grants, 'issue.lower'),
      },
    }
  },
})
