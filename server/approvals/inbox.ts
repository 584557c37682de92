import { and, asc, eq, gt, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { steps } from '../../db/schema/approvals.ts'
import { publications } from '../../db/schema/publications.ts'
import { inboxInput } from '../../domain/approvals/input.ts'
import { holds } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import type { Person } from '../infrastructure/right.ts'
import { judgeRows, reviewPage } from './queue.ts'
import { inReviewFor, mayWaitFor } from './visible.ts'

const PAGE = 50

/**
 * What waits for a decision: first what this person may decide now, then what waits for others and concerns them (of
 * their units, or theirs to write or to decide). Each group by time, in pages of 50.
 */
export const inbox = read({
  name: 'approvals.inbox',
  right: 'institutional.read',
  input: inboxInput,
  async run({ db, person, input, moment }) {
    const inReview = inReviewFor(person, moment)
    const mine = mayWaitFor(person, moment)
    const asked = await reviewPage(db, sql`${inReview} and ${mine}`, input.cursor, PAGE)
    const judged = await judgeRows(db, asked.rows, person, moment)
    const concerning = sql`${inReview} and ${not(mine)} and ${concerns(person)}`
    const rest = await reviewPage(db, concerning, input.othersCursor, PAGE)
    const others = await judgeRows(db, rest.rows, person, moment)
    return {
      yours: judged.filter((row) => row.stepId !== null),
      others: [...judged.filter((row) => row.stepId === null), ...others],
      next: asked.next,
      othersNext: rest.next,
      nextAt: await nextAt(db, person, moment),
      moment,
    }
  },
})

/** Of a unit where the person works, started or owned by them, or with a step at which they are asked. */
function concerns(person: Person): SQL {
  const works = person.grants.filter((grant) =>
    (['publication.draft', 'approval.decide'] as const).some((action) =>
      holds([grant], action, grant.unitId),
    ),
  )
  const isAskedLater = sql`exists (select 1 from ${steps} step
    where step.submission_id = ${publications.submissionId} and step.asked @> array[${person.id}::uuid])`
  return (
    or(
      works.some((grant) => grant.unitId === null) ? sql`true` : undefined,
      ...works.flatMap((grant) => (grant.unitId === null ? [] : [eq(publications.unitId, grant.unitId)])),
      eq(publications.ownerId, person.id),
      eq(publications.createdBy, person.id),
      isAskedLater,
    ) ?? sql`false`
  )
}

/** When the next step is due at which this person is asked and which is not open yet; null where there is none. */
async function nextAt(db: Db, person: Person, moment: string): Promise<string | null> {
  const [row] = await db
    .select({ dueAt: steps.dueAt })
    .from(steps)
    .innerJoin(publications, eq(publications.submissionId, steps.submissionId))
    .where(
      and(
        inReviewFor(person, moment),
        gt(steps.dueAt, moment),
        sql`${steps.asked} @> array[${person.id}::uuid]`,
        not(sql`${publications.waitingFor} @> array[${person.id}::uuid]`),
        isNull(publications.handedOverAt),
      ),
    )
    .orderBy(asc(steps.dueAt))
    .limit(1)
  return row?.dueAt ?? null
}
