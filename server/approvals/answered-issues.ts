import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { issues, responses } from '../../db/schema/issues.ts'
import { levels } from '../../domain/issues/level.ts'

/** The open issues that a publication answers, the highest level first. Who sees the publication sees them. */
export async function answeredIssues(db: Db, publicationId: string) {
  const rows = await db
    .selectDistinct({
      id: issues.id,
      title: issues.title,
      level: issues.level,
      recordedAt: issues.recordedAt,
    })
    .from(responses)
    .innerJoin(issues, eq(issues.id, responses.issueId))
    .where(and(eq(responses.publicationId, publicationId), isNull(issues.closedAt)))
    .orderBy(desc(issues.recordedAt), desc(issues.id))
  return rows
    .map(({ id, title, level }) => ({ id, title, level }))
    .toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))
}
