import { and, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import { issueNotes, levelChanges } from '../../db/schema/issues.ts'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { audit } from '../../db/schema/records.ts'
import type { Instant } from '../../domain/time.ts'
import type { Person } from '../infrastructure/right.ts'
import { visibleTo } from '../publications/visible.ts'

const MOST = 200

/**
 * What happened with an issue, newest first: its own record, level changes with their reasons, notes, and its responses' posts.
 * A fall that waits for its second person is told once, as asked for. What concerns a publication that the person may
 * not see is left out.
 */
export async function chronologyOf(
  db: Db,
  issueId: string,
  responseIds: readonly string[],
  person: Person,
  moment: Instant,
) {
  const own = await db
    .select({
      at: audit.at,
      action: audit.action,
      data: audit.data,
      by: people.name,
      title: publications.title,
    })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.personId))
    .leftJoin(publications, and(eq(publications.id, audit.subjectId), visibleTo(person, moment)))
    .where(
      and(
        or(
          isNull(audit.publicationId),
          sql`exists (
            select 1 from ${publications} answering
            where answering.id = ${audit.publicationId} and ${visibleTo(person, moment, 'answering')}
          )`,
        ),
        or(
          and(
            eq(audit.room, 'issues'),
            eq(audit.subjectId, issueId),
            notInArray(audit.action, ['issues.level_changed', 'issues.noted']),
          ),
          responseIds.length === 0
            ? undefined
            : and(
                inArray(audit.subjectId, [...responseIds]),
                inArray(audit.action, ['publishing.posted', 'publishing.withdrawn']),
              ),
        ),
      ),
    )
    .orderBy(desc(audit.position))
    .limit(MOST)
  const confirmer = alias(people, 'confirmer')
  const changes = await db
    .select({
      at: levelChanges.at,
      from: levelChanges.from,
      to: levelChanges.to,
      because: levelChanges.because,
      isPending: levelChanges.isPending,
      id: levelChanges.id,
      by: people.name,
      askedById: levelChanges.changedBy,
      confirmedBy: confirmer.name,
    })
    .from(levelChanges)
    .leftJoin(people, eq(people.id, levelChanges.changedBy))
    .leftJoin(confirmer, eq(confirmer.id, levelChanges.confirmedBy))
    .where(eq(levelChanges.issueId, issueId))
    .orderBy(desc(levelChanges.at), desc(levelChanges.id))
    .limit(MOST)
  const notes = await db
    .select({ at: issueNotes.writtenAt, body: issueNotes.body, by: people.name })
    .from(issueNotes)
    .innerJoin(people, eq(people.id, issueNotes.writtenBy))
    .where(eq(issueNotes.issueId, issueId))
    .orderBy(desc(issueNotes.writtenAt))
    .limit(MOST)
  const lines = [
    ...own.map((line) => ({ kind: 'event' as const, ...line })),
    ...changes.filter((change) => !change.isPending).map((change) => ({ kind: 'level' as const, ...change })),
    ...notes.map((written) => ({ kind: 'note' as const, ...written })),
  ]
  return {
    lines: lines
      .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .slice(0, MOST),
    changes,
  }
}
