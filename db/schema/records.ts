import { sql } from 'drizzle-orm'
import {
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

/** What was written before and after one change of one part. Content lives here, once. */
export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    room: text('room').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The part that changed where a subject has several (a variant of a publication). */
    partId: uuid('part_id'),
    version: integer('version').notNull(),
    action: text('action').notNull(),
    personId: uuid('person_id'),
    at: instant('at').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    after: jsonb('after').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('revisions_subject').on(table.room, table.subjectId, table.at)],
)

/** Who did what to what, append-only (a trigger refuses update, delete and truncate). Names the revision, holds no content. */
export const audit = pgTable(
  'audit',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    personId: uuid('person_id'),
    action: text('action').notNull(),
    room: text('room').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The publication whose circle alone may read of it; null where every administrator may. */
    publicationId: uuid('publication_id'),
    revisionId: uuid('revision_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('audit_subject').on(table.room, table.subjectId, table.position),
    index('audit_at').on(table.at),
  ],
)

/**
 * What happened, for those outside the transaction: live views, mails, jobs. `transactionId` lets a reader stop
 * before the oldest transaction still open, so that no cursor passes a row that commits later.
 */
export const outbox = pgTable(
  'outbox',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    transactionId: transactionId('transaction_id').notNull(),
    at: instant('at').notNull(),
    room: text('room').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The publication whose circle may learn of it; null where everybody signed in may. */
    publicationId: uuid('publication_id'),
    version: integer('version').notNull(),
    personId: uuid('person_id'),
    action: text('action').notNull(),
    /** Small facts the teller needs (who had decided, which version): never content. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** When notifications and mails had been written from it. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('outbox_at').on(table.at),
    index('outbox_order').on(table.transactionId, table.position),
    index('outbox_untold').on(table.position).where(sql`${table.toldAt} is null`),
  ],
)

/** The answer a command gave under a key, kept 7 days, so that a retry has one effect and one answer. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: uuid('person_id').notNull(),
    key: uuid('key').notNull(),
    command: text('command').notNull(),
    inputHash: text('input_hash').notNull(),
    answer: jsonb('answer').$type<unknown>(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.key] }),
    index('idempotency_keys_at').on(table.at),
  ],
)
