import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'

export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    platform: text('platform').notNull(),
    handle: text('handle').notNull(),
    displayName: text('display_name').notNull(),
    kind: text('kind').$type<'institutional' | 'executive'>().notNull(),
    officeHolderId: uuid('office_holder_id').references(() => people.id),
    office: text('office'),
    /** The least time between two posts of this account; closer ones are a clash. */
    minimumMinutes: integer('minimum_minutes').notNull(),
    /** For the platform `other`: limits of one's own. */
    ownLimits: jsonb('own_limits').$type<Record<string, number | boolean>>(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
  },
  (table) => [index('accounts_unit').on(table.unitId)],
)

/** Persons added by name to the circle of an executive account. */
export const circleMembers = pgTable(
  'circle_members',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (table) => [
    uniqueIndex('circle_members_once')
      .on(table.accountId, table.personId)
      .where(sql`${table.removedAt} is null`),
  ],
)
