import { sql } from 'drizzle-orm'
import { customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'
import { publications } from './publications.ts'

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** A question as the public asks it, with the approved answer. */
export const entries = pgTable(
  'entries',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    voiceAnswer: text('voice_answer'),
    socialAnswer: text('social_answer'),
    notToSay: text('not_to_say').notNull(),
    source: text('source').notNull(),
    verifierId: uuid('verifier_id').references(() => people.id),
    validFrom: instant('valid_from'),
    validUntil: instant('valid_until'),
    /** SHA-256 of the present wording; offered as approved only where it is the confirmed or a signed one. */
    wordingHash: text('wording_hash').notNull(),
    approvedHash: text('approved_hash'),
    /** Becomes valid when this publication's first variant is posted; until then only its circle sees it. */
    publicationId: uuid('publication_id').references(() => publications.id),
    replacesId: uuid('replaces_id'),
    endedAt: instant('ended_at'),
    endedWhy: text('ended_why').$type<'withdrawn' | 'replaced' | 'post_withdrawn'>(),
    /** The question's own words, phrasings included; the answer's words apart. Written by the commands. */
    questionTerms: searchVector('question_terms').notNull(),
    answerTerms: searchVector('answer_terms').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('entries_question_terms').using('gin', table.questionTerms),
    index('entries_answer_terms').using('gin', table.answerTerms),
    index('entries_publication').on(table.publicationId),
    index('entries_changed').on(table.changedAt, table.id),
  ],
)

/** Other ways callers put the question. */
export const phrasings = pgTable(
  'phrasings',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    text: text('text').notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [index('phrasings_entry').on(table.entryId)],
)

export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    wordingHash: text('wording_hash').notNull(),
    verifiedBy: uuid('verified_by')
      .notNull()
      .references(() => people.id),
    verifiedAt: instant('verified_at').notNull(),
  },
  (table) => [index('verifications_entry').on(table.entryId)],
)

/** Who took which answer away, in which wording, so that a withdrawal reaches them. */
export const copies = pgTable(
  'copies',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    wordingHash: text('wording_hash').notNull(),
    form: text('form').$type<'voice' | 'chat' | 'social'>().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    /** When they said that they know it was withdrawn. */
    heardAt: instant('heard_at'),
  },
  (table) => [
    index('copies_entry').on(table.entryId, table.at),
    index('copies_unheard').on(table.personId, table.entryId).where(sql`${table.heardAt} is null`),
  ],
)

/** One caller asked this entry's question. */
export const asked = pgTable(
  'asked',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    day: day('day').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [index('asked_entry').on(table.entryId, table.day), index('asked_day').on(table.day)],
)

/** What callers asked and nobody could answer: an owner and a clock. No caller's personal data. */
export const callerQuestions = pgTable(
  'caller_questions',
  {
    id: id(),
    text: text('text').notNull(),
    kind: text('kind').$type<'question' | 'complaint' | 'information_request' | 'press'>().notNull(),
    count: integer('count').notNull(),
    ownerId: uuid('owner_id').references(() => people.id),
    loggedBy: uuid('logged_by')
      .notNull()
      .references(() => people.id),
    loggedAt: instant('logged_at').notNull(),
    dueAt: instant('due_at').notNull(),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => people.id),
    entryId: uuid('entry_id').references(() => entries.id),
    declineReason: text('decline_reason'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('caller_questions_open').on(table.count, table.id).where(sql`${table.answeredAt} is null`),
    index('caller_questions_entry').on(table.entryId).where(sql`${table.entryId} is not null`),
  ],
)

/** Every word of the library's questions and answers, to mend what nobody wrote. */
export const vocabulary = pgTable(
  'vocabulary',
  { word: text('word').primaryKey(), uses: integer('uses').notNull() },
  (table) => [index('vocabulary_trigrams').using('gin', sql`${table.word} gin_trgm_ops`)],
)
