import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ChoosableMail, QuietHours } from '../../domain/notifications/choosing.ts'
import { id, instant } from '../columns.ts'
import { people } from './people.ts'

/** One line of one person's bell. What waits for the person is settled when it was done, by whomever. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    room: text('room').notNull(),
    subjectId: uuid('subject_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    needsAction: boolean('needs_action').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('notifications_person').on(table.personId, table.at),
    index('notifications_subject').on(table.subjectId),
  ],
)

/** What a person chose about mails; none stands for every kind, at any hour. */
export const mailChoices = pgTable('mail_choices', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  off: text('off').array().$type<ChoosableMail[]>().notNull(),
  quiet: jsonb('quiet').$type<QuietHours>(),
  version: integer('version').notNull(),
})

/** A mail to be sent, once. Its one-time link is never kept here: `secretKind` says that the page must not show one. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    /** What it is about; one mail per cause and receiver. */
    causeId: uuid('cause_id').notNull(),
    personId: uuid('person_id').references(() => people.id),
    address: text('address').notNull(),
    kind: text('kind').notNull(),
    locale: text('locale').$type<'id' | 'en'>().notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    writtenAt: instant('written_at').notNull(),
    /** The end of its receiver's quiet hours; null for at once. */
    notBefore: instant('not_before'),
    /** Set before the first try: what cannot be taken back is tried once, and an unknown end asks a person. */
    triedAt: instant('tried_at'),
    sentAt: instant('sent_at'),
    failure: text('failure'),
    attempts: integer('attempts').notNull(),
  },
  (table) => [
    uniqueIndex('mails_once').on(table.causeId, table.kind, table.address),
    index('mails_waiting').on(table.writtenAt),
  ],
)
