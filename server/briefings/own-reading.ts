import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { acknowledgements, briefingVersions } from '../../db/schema/briefings.ts'
import { type BriefingNews, newsBetween } from '../../domain/briefings/what-is-new.ts'
import type { BriefingRow, VersionRow } from './lock-briefing.ts'

export type OwnReading = {
  /** The newest version the reader has confirmed; null where none. */
  readNumber: number | null
  /** What the present version says that the one they read did not; null where they read none or this very one. */
  news: BriefingNews | null
}

/** What is new in a briefing for one reader. */
export async function ownReading(
  db: Db,
  { briefing, present }: { briefing: BriefingRow; present: VersionRow },
  personId: string,
): Promise<OwnReading> {
  const [read] = await db
    .select({ number: briefingVersions.number, content: briefingVersions.content })
    .from(acknowledgements)
    .innerJoin(
      briefingVersions,
      and(
        eq(briefingVersions.briefingId, acknowledgements.briefingId),
        eq(briefingVersions.number, acknowledgements.versionNumber),
      ),
    )
    .where(and(eq(acknowledgements.briefingId, briefing.id), eq(acknowledgements.personId, personId)))
    .orderBy(desc(acknowledgements.versionNumber))
    .limit(1)
  if (!read) return { readNumber: null, news: null }
  const isPresent = read.number === present.number
  return { readNumber: read.number, news: isPresent ? null : newsBetween(read.content, present.content) }
}
