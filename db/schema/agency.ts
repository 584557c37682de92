import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'

/** The one agency of this database and what it has decided for itself. Exactly one row. */
export const agency = pgTable(
  'agency',
  {
    id: id(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
    isDemo: boolean('is_demo').notNull(),
    graceMinutes: integer('grace_minutes').notNull(),
    confirmMinutes: integer('confirm_minutes').notNull(),
    acknowledgementPercent: integer('acknowledgement_percent').notNull(),
    acknowledgementBlocks: boolean('acknowledgement_blocks').notNull(),
    alignmentLeadWorkingDays: integer('alignment_lead_working_days').notNull(),
    alsoAlignedClasses: text('also_aligned_classes').array().notNull(),
    crowdedFrom: integer('crowded_from').notNull(),
    uptakeThreshold: integer('uptake_threshold').notNull(),
    opinionLeaderThreshold: integer('opinion_leader_threshold').notNull(),
    issueCountThreshold: integer('issue_count_threshold'),
    opensAt: text('opens_at').notNull(),
    closesAt: text('closes_at').notNull(),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  () => [uniqueIndex('agency_once').on(sql`(true)`)],
)

export const units = pgTable(
  'units',
  {
    id: id(),
    name: text('name').notNull(),
    communicationsLeadId: uuid('communications_lead_id'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
  },
  (table) => [uniqueIndex('units_name').on(sql`lower(${table.name})`).where(sql`${table.endedAt} is null`)],
)

/** Whom publications speak to, as the agency names them; a publication that names none speaks to everybody. */
export const publics = pgTable(
  'publics',
  {
    id: id(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
  },
  (table) => [uniqueIndex('publics_name').on(sql`lower(${table.name})`).where(sql`${table.endedAt} is null`)],
)

/** Where the demo keeps what it moved in time; empty in an agency's own database. */
export const demoStory = pgTable('demo_story', {
  id: id(),
  toldAt: instant('told_at').notNull(),
  facts: jsonb('facts').$type<Record<string, string>>().notNull(),
})
