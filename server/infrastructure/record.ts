import { sql } from 'drizzle-orm'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/open.ts'
import { audit, outbox, revisions } from '../../db/schema/records.ts'
import type { Instant } from '../../domain/time.ts'

/** The rooms whose things change; live views, audit and revisions name them. */
export type Room =
  | 'agency'
  | 'people'
  | 'accounts'
  | 'marks'
  | 'files'
  | 'campaigns'
  | 'agenda'
  | 'publications'
  | 'answers'
  | 'briefings'
  | 'templates'
  | 'approvals'
  | 'publishing'
  | 'issues'
  | 'notifications'
  | 'views'
  | 'feeds'
  | 'overlays'

export type Change = {
  room: Room
  subjectId: string
  /** `room.past_participle`, such as `publications.edited`; one name in audit, outbox and notifications. */
  action: string
  /** The subject's version after the change. */
  version: number
  /** Where given, a revision is written: the touched fields before and after. */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  partId?: string | null
  /** The publication whose circle alone may learn of it; null where everybody signed in may. */
  publicationId?: string | null
  /** Small facts for audit and teller: ids, numbers, codes. Never content. */
  data?: Record<string, unknown>
}

/** Several changes of one command may be given at once. */
export type RecordChange = (...changes: Change[]) => Promise<void>

/** So many rows fit into one statement. */
const AT_ONCE = 500

/**
 * Writes a change once into revisions, audit and outbox, in the caller's transaction: what was changed, who did it and
 * who is to hear of it commit together or not at all.
 */
export function recorder(tx: Tx, personId: string | null, moment: Instant, requestId: string): RecordChange {
  return async (...changes) => {
    for (let first = 0; first < changes.length; first += AT_ONCE) {
      await writeChanges(tx, changes.slice(first, first + AT_ONCE), { personId, moment, requestId })
    }
  }
}

type Call = { personId: string | null; moment: Instant; requestId: string }

async function writeChanges(tx: Tx, changes: Change[], { personId, moment, requestId }: Call): Promise<void> {
  const rows = changes.map((change) => ({
    change,
    revisionId: change.before !== undefined || change.after !== undefined ? newId() : null,
  }))
  const revised = rows.flatMap(({ change, revisionId }) =>
    revisionId === null
      ? []
      : [
          {
            id: revisionId,
            room: change.room,
            subjectId: change.subjectId,
            partId: change.partId ?? null,
            version: change.version,
            action: change.action,
            personId,
            at: moment,
            before: change.before ?? {},
            after: change.after ?? {},
          },
        ],
  )
  if (revised.length > 0) await tx.insert(revisions).values(revised)
  await tx.insert(audit).values(
    rows.map(({ change, revisionId }) => ({
      at: moment,
      personId,
      action: change.action,
      room: change.room,
      subjectId: change.subjectId,
      publicationId: change.publicationId ?? null,
      revisionId,
      data: change.data ?? {},
      requestId,
    })),
  )
  await tx.insert(outbox).values(
    changes.map((change) => ({
      transactionId: sql`pg_current_xact_id()`,
      at: moment,
      room: change.room,
      subjectId: change.subjectId,
      publicationId: change.publicationId ?? null,
      version: change.version,
      personId,
      action: change.action,
      data: change.data ?? {},
    })),
  )
}
