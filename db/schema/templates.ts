import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'
import { publications } from './publications.ts'

/** What one kind of post of a unit usually is: its accounts and words, and what its briefing begins with. */
export const templates = pgTable(
  'templates',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    objective: text('objective').$type<'promote' | 'protect'>().notNull(),
    subjectClass: text('subject_class'),
    language: text('language').$type<'id' | 'en'>().notNull(),
    /** Institutional ones alone; one that ended since stays here and is left out where the template is used. */
    accountIds: uuid('account_ids').array().notNull(),
    mainText: text('main_text').notNull(),
    keyMessages: jsonb('key_messages').$type<string[]>().notNull(),
    notToSay: jsonb('not_to_say').$type<string[]>().notNull(),
    /** What the summary should say; shown to whoever writes it, never to who reads the briefing. */
    summaryPrompt: text('summary_prompt').notNull(),
    /** What the public will ask, without answers. */
    questions: jsonb('questions').$type<string[]>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    retiredAt: instant('retired_at'),
    version: integer('version').notNull(),
  },
  (table) => [index('templates_unit').on(table.unitId)],
)

/** Whoever wrote what a template gives to a publication's content, and so is an author of each publication made from it. */
export const templateAuthors = pgTable(
  'template_authors',
  {
    templateId: uuid('template_id')
      .notNull()
      .references(() => templates.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.personId] })],
)

/** What a template asks of the briefing of a publication made from it, until it is written or put aside. */
export const briefingOutlines = pgTable('briefing_outlines', {
  publicationId: uuid('publication_id')
    .primaryKey()
    .references(() => publications.id),
  templateId: uuid('template_id')
    .notNull()
    .references(() => templates.id),
  summaryPrompt: text('summary_prompt').notNull(),
  questions: jsonb('questions').$type<string[]>().notNull(),
  version: integer('version').notNull(),
})
