import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { marks } from '../../db/schema/marks.ts'
import { read } from '../infrastructure/read.ts'

/** The years whose decree of holidays is here; every other year is counted with weekends alone, and pages say so. */
export const yearsKnown = read({
  name: 'marks.yearsKnown',
  right: 'institutional.read',
  input: z.void(),
  run: async ({ db }) => readYearsKnown(db),
})

export async function readYearsKnown(db: Pick<Db, 'select'>): Promise<number[]> {
  const year = sql<number>`extract(year from ${marks.day})::int`
  const rows = await db
    .select({ year })
    .from(marks)
    .where(eq(marks.kind, 'national'))
    .groupBy(year)
    .orderBy(year)
  return rows.map((row) => Number(row.year))
}
