import { asc, desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { pauses } from '../../db/schema/marks.ts'
import { people } from '../../db/schema/people.ts'
import { authors, pauseExceptions, variants } from '../../db/schema/publications.ts'
import { handovers, outcomes } from '../../db/schema/publishing.ts'
import type { Instant } from '../../domain/time.ts'

/** One line of the record: who did what, when, on which content, on whose behalf. `who` null is the system. */
export type RecordEvent = {
  at: Instant
  who: string | null
  act: string
  onBehalfOf: string | null
  letterNumber: string | null
  /** The content hash it was done on, or the hash of a briefing's version. */
  hash: string | null
  version: number | null
  position: number | null
  names: string[]
  account: string | null
  link: string | null
  text: string | null
}

const AT_MOST = 300

/** An event with nothing but what is given. */
export function recordEvent(
  given: Pick<RecordEvent, 'at' | 'who' | 'act'> & Partial<RecordEvent>,
): RecordEvent {
  return {
    onBehalfOf: null,
    letterNumber: null,
    hash: null,
    version: null,
    position: null,
    names: [],
    account: null,
    link: null,
    text: null,
    ...given,
  }
}

/** Who began it and who ever wrote in it. */
export async function writingEvents(
  db: Db,
  publication: { id: string; createdBy: string; createdAt: Instant },
): Promise<RecordEvent[]> {
  const rows = await db
    .select({ personId: authors.personId, who: people.name, at: authors.firstAt })
    .from(authors)
    .innerJoin(people, eq(people.id, authors.personId))
    .where(eq(authors.publicationId, publication.id))
    .orderBy(asc(authors.firstAt))
    .limit(AT_MOST)
  const [began] = await db
    .select({ who: people.name })
    .from(people)
    .where(eq(people.id, publication.createdBy))
  return [
    recordEvent({ at: publication.createdAt, who: began?.who ?? null, act: 'began' }),
    ...rows
      .filter((row) => row.personId !== publication.createdBy)
      .map(({ who, at }) => recordEvent({ at, who, act: 'wrote' })),
  ]
}

/** Exceptions from pauses, hand-overs, and what became of each variant. */
export async function publishingEvents(db: Db, publicationId: string): Promise<RecordEvent[]> {
  const excepted = await db
    .select({ exception: pauseExceptions, who: people.name, name: pauses.name })
    .from(pauseExceptions)
    .innerJoin(people, eq(people.id, pauseExceptions.grantedBy))
    .innerJoin(pauses, eq(pauses.id, pauseExceptions.pauseId))
    .where(eq(pauseExceptions.publicationId, publicationId))
    .limit(AT_MOST)
  const given = await db
    .select({ handover: handovers, who: people.name })
    .from(handovers)
    .leftJoin(people, eq(people.id, handovers.handedOverBy))
    .where(eq(handovers.publicationId, publicationId))
    .limit(AT_MOST)
  const became = await db
    .select({ outcome: outcomes, who: people.name, account: accounts.handle, hash: handovers.contentHash })
    .from(outcomes)
    .innerJoin(people, eq(people.id, outcomes.recordedBy))
    .innerJoin(handovers, eq(handovers.id, outcomes.handoverId))
    .innerJoin(variants, eq(variants.id, outcomes.variantId))
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(outcomes.publicationId, publicationId))
    .orderBy(desc(outcomes.recordedAt))
    .limit(AT_MOST)
  return [
    ...excepted.map(({ exception, who, name }) =>
      recordEvent({ at: exception.grantedAt, who, act: 'excepted', names: [name], text: exception.reason }),
    ),
    ...given.map(({ handover, who }) =>
      recordEvent({ at: handover.handedOverAt, who, act: 'handed_over', hash: handover.contentHash }),
    ),
    ...became.map(({ outcome, who, account, hash }) =>
      recordEvent({
        at: outcome.kind === 'posted' ? outcome.happenedAt : outcome.recordedAt,
        who,
        act: outcome.kind,
        account,
        link: outcome.link,
        text: outcome.reason,
        hash,
      }),
    ),
  ]
}
