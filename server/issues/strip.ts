import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { issues } from '../../db/schema/issues.ts'
import { read } from '../infrastructure/read.ts'
import { obligationRows } from './obligation-rows.ts'

const MOST = 20

/** Open issues at `public_interest` with what is due next: the one permanent strip under the top bar. */
export const strip = read({
  name: 'issues.strip',
  right: 'issue.read',
  input: z.object({}),
  async run({ db, moment }) {
    const rows = await db
      .select({ id: issues.id, title: issues.title })
      .from(issues)
      .where(and(isNull(issues.closedAt), eq(issues.level, 'public_interest')))
      .orderBy(asc(issues.recordedAt))
      .limit(MOST)
    const owed = await obligationRows(
      db,
      rows.map((row) => row.id),
      moment,
    )
    return {
      issues: rows.map((row) => ({
        ...row,
        due: owed
          .filter((due) => due.issueId === row.id && due.metAt === null)
          .map(({ kind, dueAt, state }) => ({ kind, dueAt, state })),
      })),
    }
  },
})
