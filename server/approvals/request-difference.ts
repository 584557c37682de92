import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { decisions, steps } from '../../db/schema/approvals.ts'
import { submissions } from '../../db/schema/publications.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { type ContentChange, contentDifference } from '../../domain/publications/difference.ts'
import type { Instant } from '../../domain/time.ts'
import { postsOf } from './posts.ts'

/** Written out: in a selection the column alone would name that of the inner table. */
const ownId = sql`${sql.identifier('submissions')}.id`

export type RequestDifference = {
  /** What the difference is told from: the content on the screen, one's own decision, an approval, the one asked before. */
  since: 'screen' | 'own_decision' | 'approval' | 'submission'
  at: Instant
  changes: ContentChange[]
  /** What each account would have posted then, to mark in the post what is new. */
  earlier: { accountId: string; headline: string | null; pastedText: string }[]
}

/**
 * What is new in a submission for this person: since the content they had on the screen, else since the last one they
 * decided on, else since the last that anybody approved, else since the one before. Null where there is none before.
 */
export async function differenceFor(
  db: Db,
  present: { id: string; publicationId: string; content: CanonicalContent },
  personId: string,
  seenHash: string | null,
): Promise<RequestDifference | null> {
  const earlier = await db
    .select({
      hash: submissions.contentHash,
      content: submissions.content,
      at: submissions.submittedAt,
      isAsked: sql<boolean>`exists (select 1 from ${steps} step
        where step.submission_id = ${ownId} and step.asked @> array[${personId}::uuid])`,
      ownAt: sql<
        string | null
      >`(select to_char(max(d.decided_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        from ${decisions} d where d.submission_id = ${ownId} and d.person_id = ${personId}::uuid)`,
      approvedAt: sql<
        string | null
      >`(select to_char(max(d.decided_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        from ${decisions} d where d.submission_id = ${ownId} and d.kind = 'approve')`,
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.publicationId, present.publicationId),
        ne(submissions.id, present.id),
        isNotNull(submissions.endedAt),
      ),
    )
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(20)
  const seen = earlier.find((row) => row.hash === seenHash)
  const own = earlier.find((row) => row.ownAt !== null)
  const approved = earlier.find((row) => row.approvedAt !== null)
  const asked = earlier.find((row) => row.isAsked) ?? earlier[0]
  const bases = [
    { since: 'screen' as const, row: seen, at: seen?.at },
    { since: 'own_decision' as const, row: own, at: own?.ownAt },
    { since: 'approval' as const, row: approved, at: approved?.approvedAt },
    { since: 'submission' as const, row: asked, at: asked?.at },
  ]
  const base = bases.find((one) => one.row !== undefined)
  if (!base?.row || !base.at) return null
  const content = base.row.content as CanonicalContent
  const posts = await postsOf(db, present.publicationId, content)
  return {
    since: base.since,
    at: base.at,
    changes: contentDifference(content, present.content),
    earlier: posts.map(({ account, headline, pastedText }) => ({
      accountId: account.id,
      headline,
      pastedText,
    })),
  }
}
