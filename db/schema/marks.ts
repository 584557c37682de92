import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { MarkKind } from '../../domain/marks/kinds.ts'
import { day, id, instant } from '../columns.ts'
import { people } from './people.ts'

/** Days by decree (national holidays, joint leave, election days) and important days, each with its source. */
export const marks = pgTable(
  'marks',
  {
    id: id(),
    day: day('day').notNull(),
    kind: text('kind').$type<MarkKind>().notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
  },
  (table) => [uniqueIndex('marks_day').on(table.day, table.kind, table.name)],
)

/** A period in which nothing promotional, or nothing at all, goes out. Given in days of the agency's zone, or in instants. */
export const pauses = pgTable(
  'pauses',
  {
    id: id(),
    kind: text('kind').$type<'election_quiet' | 'mourning' | 'disaster' | 'crisis'>().notNull(),
    name: text('name').notNull(),
    stops: text('stops').$type<'promotional' | 'everything'>().notNull(),
    scope: text('scope').$type<'agency' | 'units' | 'accounts'>().notNull(),
    unitIds: uuid('unit_ids').array().notNull(),
    accountIds: uuid('account_ids').array().notNull(),
    firstDay: day('first_day'),
    lastDay: day('last_day'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
    version: integer('version').notNull(),
  },
  (table) => [index('pauses_ended').on(table.endedAt)],
)
