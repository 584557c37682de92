import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { FocusPoint } from '../../domain/platforms/crop.ts'
import type { CommentPlace } from '../../domain/publications/comment-place.ts'
import type { SeriesRule } from '../../domain/publications/series-rule.ts'
import type { SubmittedAccount } from '../../domain/publications/submitted-accounts.ts'
import { day, id, instant } from '../columns.ts'
import { accounts } from './accounts.ts'
import { publics, units } from './agency.ts'
import { agendaEvents } from './agenda.ts'
import { campaigns } from './campaigns.ts'
import { files } from './files.ts'
import { pauses } from './marks.ts'
import { people } from './people.ts'

/** Publications that repeat one another by a rule; each is a publication of its own. */
export const series = pgTable('series', {
  id: id(),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  /** As it was begun: what follows is changed in the publications. */
  rule: jsonb('rule').$type<SeriesRule>().notNull(),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => people.id),
  createdAt: instant('created_at').notNull(),
})

/**
 * One planned message. The columns from `accountIds` on are facts that lists judge by; the commands that change
 * them write them in their own transaction. The gate trusts none of them.
 */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    title: text('title').notNull(),
    objective: text('objective').$type<'promote' | 'protect'>().notNull(),
    subjectClass: text('subject_class'),
    campaignId: uuid('campaign_id').references(() => campaigns.id),
    /** The event it hangs on and moves with. */
    agendaEventId: uuid('agenda_event_id').references(() => agendaEvents.id),
    /** The public it speaks to; null: everybody. No part of the content. */
    publicId: uuid('public_id').references(() => publics.id),
    mainText: text('main_text').notNull(),
    mainLink: text('main_link'),
    language: text('language').$type<'id' | 'en'>().notNull(),
    /** Null while there is no time: an idea, or a day whose hour is still open. */
    plannedAt: instant('planned_at'),
    /** The day in the agency's zone, kept also where the hour is open. */
    plannedDay: day('planned_day'),
    timeKind: text('time_kind').$type<'none' | 'exact' | 'tentative' | 'open'>().notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    notes: text('notes').notNull(),
    state: text('state')
      .$type<'idea' | 'draft' | 'in_review' | 'approved' | 'published' | 'cancelled'>()
      .notNull(),
    /** The hash of the present content; null while there is no variant. */
    contentHash: text('content_hash'),
    correctsId: uuid('corrects_id'),
    /** The series in which it stands, in order of its time. */
    seriesId: uuid('series_id').references(() => series.id),
    /** Nothing of it goes out before this moment; null: no embargo. Not content: no decision is bound to it. */
    embargoUntil: instant('embargo_until'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull(),
    /** Counts moves alone, so that a move compares the time only. */
    timeVersion: integer('time_version').notNull(),

    accountIds: uuid('account_ids').array().notNull(),
    /** Executive accounts whose circle alone may see it; empty for institutional ones and once a variant is posted. */
    restrictedAccountIds: uuid('restricted_account_ids').array().notNull(),
    isExecutive: boolean('is_executive').notNull(),
    isTimeBound: boolean('is_time_bound').notNull(),
    submissionId: uuid('submission_id'),
    stepsRequired: integer('steps_required').notNull(),
    stepsDecided: integer('steps_decided').notNull(),
    /** Who is asked at the step that is open now. */
    waitingFor: uuid('waiting_for').array().notNull(),
    briefingId: uuid('briefing_id'),
    briefingVersion: integer('briefing_version'),
    signedVersion: integer('signed_version'),
    openQuestions: integer('open_questions').notNull(),
    questionsAfterSignature: integer('questions_after_signature').notNull(),
    acknowledgedCount: integer('acknowledged_count').notNull(),
    blockingFindings: integer('blocking_findings').notNull(),
    warningFindings: integer('warning_findings').notNull(),
    isHeld: boolean('is_held').notNull(),
    handedOverAt: instant('handed_over_at'),
    variantCount: integer('variant_count').notNull(),
    postedCount: integer('posted_count').notNull(),
    notPostedCount: integer('not_posted_count').notNull(),
    withdrawnCount: integer('withdrawn_count').notNull(),
  },
  (table) => [
    index('publications_day').on(table.plannedDay, table.id),
    index('publications_backlog').on(table.changedAt, table.id).where(sql`${table.plannedDay} is null`),
    index('publications_due')
      .on(table.plannedAt)
      .where(sql`${table.handedOverAt} is null and ${table.state} in ('draft', 'in_review', 'approved')`),
    index('publications_handed_over').on(table.handedOverAt).where(sql`${table.handedOverAt} is not null`),
    index('publications_alike')
      .on(table.objective, table.subjectClass, table.handedOverAt)
      .where(sql`${table.handedOverAt} is not null and ${table.postedCount} > 0`),
    index('publications_embargo').on(table.embargoUntil).where(sql`${table.embargoUntil} is not null`),
    index('publications_changed').on(table.changedAt),
    index('publications_waiting').using('gin', table.waitingFor),
    index('publications_campaign').on(table.campaignId),
    index('publications_agenda_event').on(table.agendaEventId).where(sql`${table.agendaEventId} is not null`),
    index('publications_series').on(table.seriesId).where(sql`${table.seriesId} is not null`),
    index('publications_briefing').on(table.briefingId),
    index('publications_title_words').using('gin', sql`${table.title} gin_trgm_ops`),
    index('publications_words').using(
      'gin',
      sql`to_tsvector('simple', ${table.title} || ' ' || ${table.mainText})`,
    ),
  ],
)

export const variants = pgTable(
  'variants',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    headline: text('headline'),
    /** Null: follows the main text. */
    ownText: text('own_text'),
    /** Null: follows the main link. */
    ownLink: text('own_link'),
    hasOwnMedia: boolean('has_own_media').notNull(),
    /** Null: the publication's language. */
    ownLanguage: text('own_language').$type<'id' | 'en'>(),
    /** A copy of the publication's time, so that one account's month is one index range. */
    plannedAt: instant('planned_at'),
    findings: jsonb('findings').$type<unknown[]>().notNull(),
    outcome: text('outcome').$type<'none' | 'posted' | 'not_posted' | 'withdrawn'>().notNull(),
    outcomeAt: instant('outcome_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('variants_once').on(table.publicationId, table.accountId),
    index('variants_account_time').on(table.accountId, table.plannedAt),
    index('variants_words').using(
      'gin',
      sql`to_tsvector('simple', coalesce(${table.headline}, '') || ' ' || coalesce(${table.ownText}, ''))`,
    ),
  ],
)

/** Images and videos in order: of the main text where `variantId` is null, else of that variant. */
export const media = pgTable(
  'media',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    variantId: uuid('variant_id').references(() => variants.id),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    position: integer('position').notNull(),
    alternativeText: text('alternative_text').notNull(),
    /** A video's file of captions. */
    captionsFileId: uuid('captions_file_id').references(() => files.id),
    /** A video's cover: the image by which it is shown before it plays. */
    posterFileId: uuid('poster_file_id').references(() => files.id),
    /** What is said in a video, written out. */
    transcript: text('transcript').notNull().default(''),
    /** The point of an image that crops keep in view; null: its middle. No part of the content, as the whole file is handed over. */
    focus: jsonb('focus').$type<FocusPoint>(),
  },
  (table) => [
    index('media_publication').on(table.publicationId),
    index('media_file').on(table.fileId),
    index('media_captions').on(table.captionsFileId).where(sql`${table.captionsFileId} is not null`),
    index('media_poster').on(table.posterFileId).where(sql`${table.posterFileId} is not null`),
  ],
)

/** Everybody who ever wrote or edited the content: feeds four eyes, never deleted. */
export const authors = pgTable(
  'authors',
  {
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    firstAt: instant('first_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.personId] })],
)

export const comments = pgTable(
  'comments',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    body: text('body').notNull(),
    at: instant('at').notNull(),
    /** Where in the text it points; null for the whole. */
    place: jsonb('place').$type<CommentPlace>(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => people.id),
  },
  (table) => [index('comments_publication').on(table.publicationId, table.at)],
)

/** An issue holds a publication back until whoever leads the issue puts it back. `issueId` points upwards, so it carries no key. */
export const holds = pgTable(
  'holds',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    issueId: uuid('issue_id').notNull(),
    heldBy: uuid('held_by')
      .notNull()
      .references(() => people.id),
    heldAt: instant('held_at').notNull(),
    liftedBy: uuid('lifted_by').references(() => people.id),
    liftedAt: instant('lifted_at'),
  },
  (table) => [
    uniqueIndex('holds_once').on(table.publicationId, table.issueId).where(sql`${table.liftedAt} is null`),
  ],
)

/** One frozen content put before the approvers. At most one per publication is live. */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    contentHash: text('content_hash').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    /** The accounts as they were then, by id: one that became another one since is not what was submitted. */
    accounts: jsonb('accounts').$type<SubmittedAccount[]>().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => people.id),
    submittedAt: instant('submitted_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
    endedWhy: text('ended_why').$type<
      | 'edited'
      | 'withdrawn'
      | 'changes_asked'
      | 'rejected'
      | 'moved'
      | 'cancelled'
      | 'not_posted'
      | 'account_changed'
    >(),
  },
  (table) => [uniqueIndex('submissions_live').on(table.publicationId).where(sql`${table.endedAt} is null`)],
)

export const pauseExceptions = pgTable(
  'pause_exceptions',
  {
    id: id(),
    pauseId: uuid('pause_id')
      .notNull()
      .references(() => pauses.id),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    reason: text('reason').notNull(),
    grantedBy: uuid('granted_by')
      .notNull()
      .references(() => people.id),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [uniqueIndex('pause_exceptions_once').on(table.pauseId, table.publicationId)],
)

/** A row of a plan that came in, so that the same file brings in nothing twice. `wholeMark` and `titleMark` are hashes. */
export const importedRows = pgTable(
  'imported_rows',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    wholeMark: text('whole_mark').notNull(),
    titleMark: text('title_mark').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [
    index('imported_rows_whole').on(table.unitId, table.wholeMark),
    index('imported_rows_title').on(table.unitId, table.titleMark),
  ],
)
