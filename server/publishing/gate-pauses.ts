import { and, eq, notExists } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { issues } from '../../db/schema/issues.ts'
import { pauses } from '../../db/schema/marks.ts'
import { people } from '../../db/schema/people.ts'
import { authors, holds, pauseExceptions } from '../../db/schema/publications.ts'
import { type PausedFacts, type PauseSpan, pauseCovers, pauseSpan } from '../../domain/marks/pauses.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time.ts'

export type GatePauses = {
  pauses: PauseSpan[]
  exceptedPauseIds: string[]
  /** When the last thing of these that covered the planned time stopped covering it: a pause ended, an exception. */
  liftedAt: Instant | null
}

/**
 * Every pause that may cover the publication's time, its exceptions, and when the last one that did was lifted. An
 * exception granted by who is among the authors does not count.
 */
export async function pausesAtGate(
  db: Db,
  publicationId: string,
  facts: PausedFacts,
  zone: string,
): Promise<GatePauses> {
  const rows = await db.select().from(pauses)
  const exceptions = await db
    .select({ pauseId: pauseExceptions.pauseId, at: pauseExceptions.grantedAt })
    .from(pauseExceptions)
    .where(
      and(
        eq(pauseExceptions.publicationId, publicationId),
        notExists(
          db
            .select({ id: authors.personId })
            .from(authors)
            .where(
              and(
                eq(authors.publicationId, pauseExceptions.publicationId),
                eq(authors.personId, pauseExceptions.grantedBy),
              ),
            ),
        ),
      ),
    )
  const spans = rows.flatMap((pause) => pauseSpan(pause, zone) ?? [])
  const endedEarly = rows.filter((pause) => {
    const asPlanned = pauseSpan({ ...pause, endedAt: null }, zone)
    const asEnded = pauseSpan(pause, zone)
    if (pause.endedAt === null || asPlanned === null || !pauseCovers(asPlanned, facts)) return false
    return asEnded === null || !pauseCovers(asEnded, facts)
  })
  const exceptedAt = exceptions.filter((exception) =>
    spans.some((span) => span.id === exception.pauseId && pauseCovers(span, facts)),
  )
  const lifted = [...endedEarly.map((pause) => pause.endedAt), ...exceptedAt.map((one) => one.at)]
  return {
    pauses: spans.filter((span) => pauseCovers(span, facts)),
    exceptedPauseIds: exceptions.map((exception) => exception.pauseId),
    liftedAt:
      lifted
        .filter((at) => at !== null)
        .sort()
        .at(-1) ?? null,
  }
}

export type GateHolds = {
  holds: { issueId: string; leads: NamedPerson[] }[]
  liftedAt: Instant | null
}

/** The issues that hold it back, with who leads each, and when the last hold was lifted. */
export async function holdsAtGate(db: Db, publicationId: string): Promise<GateHolds> {
  const rows = await db
    .select({ issueId: holds.issueId, liftedAt: holds.liftedAt, id: people.id, name: people.name })
    .from(holds)
    .leftJoin(issues, eq(issues.id, holds.issueId))
    .leftJoin(people, eq(people.id, issues.ownerId))
    .where(eq(holds.publicationId, publicationId))
  return {
    holds: rows
      .filter((row) => row.liftedAt === null)
      .map(({ issueId, id, name }) => ({
        issueId,
        leads: id === null || name === null ? [] : [{ id, name }],
      })),
    liftedAt:
      rows
        .flatMap((row) => row.liftedAt ?? [])
        .sort()
        .at(-1) ?? null,
  }
}
