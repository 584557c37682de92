import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { accounts } from './accounts.ts'
import { units } from './agency.ts'
import { delegations, people } from './people.ts'
import { publications, submissions } from './publications.ts'

/** One step a submission must pass, in order, with who was asked when it was submitted. */
export const steps = pgTable(
  'steps',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    position: integer('position').notNull(),
    approver: text('approver').$type<'unit_approver' | 'communications_lead' | 'office_holder'>().notNull(),
    needs: text('needs').$type<'any' | 'all'>().notNull(),
    unitId: uuid('unit_id').references(() => units.id),
    accountId: uuid('account_id').references(() => accounts.id),
    officeHolderId: uuid('office_holder_id').references(() => people.id),
    /** The policies this step serves: a kind of account, or one account. One person fills one step at most within each. */
    policies: text('policies').array().notNull(),
    asked: uuid('asked').array().notNull(),
    dueAt: instant('due_at').notNull(),
    remindedAt: instant('reminded_at'),
    escalatedAt: instant('escalated_at'),
  },
  (table) => [
    uniqueIndex('steps_order').on(table.submissionId, table.position),
    index('steps_asked').using('gin', table.asked),
    index('steps_due').on(table.dueAt),
  ],
)

/** What one person decided, on which content, on whose behalf. Never rewritten but for its revocation. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    stepId: uuid('step_id')
      .notNull()
      .references(() => steps.id),
    kind: text('kind').$type<'approve' | 'ask_for_changes' | 'reject'>().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    onBehalfOfId: uuid('on_behalf_of_id').references(() => people.id),
    delegationId: uuid('delegation_id').references(() => delegations.id),
    contentHash: text('content_hash').notNull(),
    comment: text('comment').notNull(),
    decidedAt: instant('decided_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    uniqueIndex('decisions_once').on(table.stepId, table.personId).where(sql`${table.revokedAt} is null`),
    index('decisions_publication').on(table.publicationId, table.decidedAt),
  ],
)
