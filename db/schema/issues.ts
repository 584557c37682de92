import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { people } from './people.ts'
import { publications } from './publications.ts'

type Level = 'issue' | 'opinion_leader' | 'public_interest'

export const issues = pgTable(
  'issues',
  {
    id: id(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    context: text('context').notNull(),
    publicInterest: text('public_interest').notNull(),
    links: text('links').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    level: text('level').$type<Level>().notNull(),
    isHarmful: boolean('is_harmful').notNull(),
    canonicalPage: text('canonical_page'),
    /** When it first was at `public_interest`; never cleared: such an issue cannot be closed without a full response. */
    wasPublicInterestAt: instant('was_public_interest_at'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    recordedAt: instant('recorded_at').notNull(),
    closedBy: uuid('closed_by').references(() => people.id),
    closedAt: instant('closed_at'),
    closedWhy: text('closed_why'),
    version: integer('version').notNull(),
  },
  (table) => [index('issues_open').on(table.closedAt, table.recordedAt)],
)

/** One dated value of the counts, each with where it comes from. */
export const readings = pgTable(
  'readings',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id),
    at: instant('at').notNull(),
    issueCount: integer('issue_count').notNull(),
    opinionLeaderCount: integer('opinion_leader_count').notNull(),
    reachPeople: integer('reach_people').notNull(),
    deskQuestions: integer('desk_questions').notNull(),
    /** Null: no baseline yet, which counts as 0 and says so. */
    deskBaseline: integer('desk_baseline'),
    press: text('press').$type<'none' | 'local' | 'national'>().notNull(),
    hasFormalInquiry: boolean('has_formal_inquiry').notNull(),
    publicUptake: integer('public_uptake').notNull(),
    sources: jsonb('sources').$type<Record<string, string>>().notNull(),
    readBy: uuid('read_by')
      .notNull()
      .references(() => people.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [index('readings_issue').on(table.issueId, table.at)],
)

export const levelChanges = pgTable(
  'level_changes',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id),
    from: text('from_level').$type<Level>(),
    to: text('to_level').$type<Level>().notNull(),
    /** The rule that raised it with its numbers, or `by_hand` with the reason given. */
    because: jsonb('because').$type<Record<string, unknown>>().notNull(),
    readingId: uuid('reading_id').references(() => readings.id),
    changedBy: uuid('changed_by').references(() => people.id),
    /** Lowering from `public_interest`: asked by one, confirmed by a second on duty. Until then it has not happened. */
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    isPending: boolean('is_pending').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('level_changes_issue').on(table.issueId, table.at)],
)

/** A deadline that a level brought. It never moves; met or missed are written once. */
export const obligations = pgTable(
  'obligations',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id),
    kind: text('kind').notNull(),
    clock: text('clock').$type<'working' | 'wall'>().notNull(),
    hours: integer('hours').notNull(),
    beganAt: instant('began_at').notNull(),
    dueAt: instant('due_at').notNull(),
    metAt: instant('met_at'),
    metBy: uuid('met_by').references(() => people.id),
    metByPublicationId: uuid('met_by_publication_id').references(() => publications.id),
    missedAt: instant('missed_at'),
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    uniqueIndex('obligations_once').on(table.issueId, table.kind),
    index('obligations_due').on(table.dueAt),
  ],
)

/** A protect publication that answers the issue, or the decision not to respond, with its reason. */
export const responses = pgTable(
  'responses',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id),
    kind: text('kind').$type<'holding' | 'full' | 'none'>().notNull(),
    publicationId: uuid('publication_id').references(() => publications.id),
    reason: text('reason'),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    index('responses_issue').on(table.issueId),
    index('responses_publication').on(table.publicationId),
  ],
)

export const issueNotes = pgTable(
  'issue_notes',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id),
    body: text('body').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('issue_notes_issue').on(table.issueId, table.writtenAt)],
)
