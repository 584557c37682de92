import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { OwnLimitName, OwnLimitValue, StoredLimits } from '../../domain/platforms/own-limits.ts'
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
    /** The least time between two posts of this account, a day at most; closer ones are a clash. */
    minimumMinutes: integer('minimum_minutes').notNull(),
    /** The limits in force that are not the platform's: a summary of the live rows of `account_limits`. */
    ownLimits: jsonb('own_limits').$type<StoredLimits>(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('accounts_unit').on(table.unitId),
    check('accounts_minimum_minutes', sql`${table.minimumMinutes} between 0 and 1440`),
  ],
)

/** One limit of one account changed by an administrator, in place of the platform's, until it is ended or replaced. */
export const accountLimits = pgTable(
  'account_limits',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').$type<OwnLimitName>().notNull(),
    value: jsonb('value').$type<OwnLimitValue>().notNull(),
    reason: text('reason').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
    setAt: instant('set_at').notNull(),
    endedBy: uuid('ended_by').references(() => people.id),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('account_limits_live').on(table.accountId, table.name).where(sql`${table.endedAt} is null`),
  ],
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
