import { desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { issues, readings } from '../../db/schema/issues.ts'
import { people } from '../../db/schema/people.ts'
import { boardInput } from '../../domain/issues/input.ts'
import { levels } from '../../domain/issues/level.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { read } from '../infrastructure/read.ts'
import { obligationRows } from './obligation-rows.ts'

const MOST = 200

/** The open issues, the highest level first (or the closed ones, newest first), at most 200, each with what is due next. */
export const board = read({
  name: 'issues.board',
  right: 'issue.read',
  input: boardInput,
  async run({ db, person, input, moment }) {
    const rows = await db
      .select({
        id: issues.id,
        title: issues.title,
        level: issues.level,
        isHarmful: issues.isHarmful,
        owner: people.name,
        recordedAt: issues.recordedAt,
        closedAt: issues.closedAt,
        closedWhy: issues.closedWhy,
      })
      .from(issues)
      .innerJoin(people, eq(people.id, issues.ownerId))
      .where(input.closed ? isNotNull(issues.closedAt) : isNull(issues.closedAt))
      .orderBy(desc(sql`coalesce(${issues.closedAt}, ${issues.recordedAt})`), desc(issues.id))
      .limit(MOST)
    const ids = rows.map((row) => row.id)
    const owed = await obligationRows(db, ids, moment)
    const newest =
      ids.length === 0
        ? []
        : await db
            .selectDistinctOn([readings.issueId], {
              issueId: readings.issueId,
              publicUptake: readings.publicUptake,
              opinionLeaderCount: readings.opinionLeaderCount,
              issueCount: readings.issueCount,
            })
            .from(readings)
            .where(inArray(readings.issueId, ids))
            .orderBy(readings.issueId, desc(readings.at), desc(readings.id))
    const height = (row: (typeof rows)[number]) => levels.indexOf(row.level)
    const sorted = input.closed ? rows : rows.toSorted((one, other) => height(other) - height(one))
    return {
      issues: sorted.map((row) => ({
        ...row,
        next: owed.find((due) => due.issueId === row.id && due.metAt === null) ?? null,
        missed: owed.filter((due) => due.issueId === row.id && due.state === 'missed').length,
        reading: newest.find((reading) => reading.issueId === row.id) ?? null,
      })),
      mayRecord: holdsAnywhere(person.grants, 'issue.record'),
    }
  },
})
