import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { entries } from './answers.ts'
import { campaigns } from './campaigns.ts'
import { people } from './people.ts'
import { publications } from './publications.ts'

/** What a version says. Entries are kept in the wording they had, so that a later edit in the library shows here as changed. */
export type BriefingContent = {
  summary: string
  keyMessages: string[]
  notToSay: string[]
  entries: { entryId: string; question: string; answer: string; wordingHash: string }[]
  escalationContact: string
  sources: string[]
}

/** Belongs to a publication or to a campaign, never to both. */
export const briefings = pgTable(
  'briefings',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .unique()
      .references(() => publications.id),
    campaignId: uuid('campaign_id')
      .unique()
      .references(() => campaigns.id),
    presentNumber: integer('present_number').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    check('briefings_one_owner', sql`(${table.publicationId} is null) <> (${table.campaignId} is null)`),
  ],
)

export const briefingVersions = pgTable(
  'briefing_versions',
  {
    id: id(),
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id),
    number: integer('number').notNull(),
    content: jsonb('content').$type<BriefingContent>().notNull(),
    hash: text('hash').notNull(),
    /** Set once somebody asked on it, acknowledged or signed it: from then on a change opens the next version. */
    isClosed: boolean('is_closed').notNull(),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => people.id),
    openedAt: instant('opened_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [uniqueIndex('briefing_versions_once').on(table.briefingId, table.number)],
)

export const briefingQuestions = pgTable(
  'briefing_questions',
  {
    id: id(),
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id),
    versionNumber: integer('version_number').notNull(),
    body: text('body').notNull(),
    /** The paragraph it was asked at, as it stood there. */
    aboutText: text('about_text'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    /** Asked while the present version already stood signed: warns, and holds nothing. */
    isAfterSignature: boolean('is_after_signature').notNull(),
    state: text('state').$type<'open' | 'answered' | 'entry' | 'declined'>().notNull(),
    answer: text('answer'),
    settledBy: uuid('settled_by').references(() => people.id),
    settledAt: instant('settled_at'),
    entryId: uuid('entry_id').references(() => entries.id),
  },
  (table) => [index('briefing_questions_briefing').on(table.briefingId, table.state)],
)

export const alignments = pgTable(
  'alignments',
  {
    id: id(),
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id),
    versionNumber: integer('version_number').notNull(),
    hash: text('hash').notNull(),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => people.id),
    signedAt: instant('signed_at').notNull(),
    withdrawnBy: uuid('withdrawn_by').references(() => people.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnWhy: text('withdrawn_why'),
  },
  (table) => [
    uniqueIndex('alignments_standing')
      .on(table.briefingId, table.versionNumber)
      .where(sql`${table.withdrawnAt} is null`),
  ],
)

export const acknowledgements = pgTable(
  'acknowledgements',
  {
    id: id(),
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id),
    versionNumber: integer('version_number').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [uniqueIndex('acknowledgements_once').on(table.briefingId, table.versionNumber, table.personId)],
)
