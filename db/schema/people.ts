import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Grant, Role } from '../../domain/permissions.ts'
import { id, instant } from '../columns.ts'
import { units } from './agency.ts'

export const people = pgTable(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    position: text('position'),
    extension: text('extension'),
    locale: text('locale').$type<'id' | 'en'>().notNull(),
    theme: text('theme').$type<'auto' | 'light' | 'dark'>().notNull(),
    firstPage: text('first_page'),
    singleKeysOff: boolean('single_keys_off').notNull(),
    /** Sign-in's own user; null for an office-holder without a sign-in. */
    userId: text('user_id').unique(),
    createdAt: instant('created_at').notNull(),
    deactivatedAt: instant('deactivated_at'),
    version: integer('version').notNull(),
  },
  (table) => [uniqueIndex('people_email').on(sql`lower(${table.email})`)],
)

export const roleGrants = pgTable(
  'role_grants',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    unitId: uuid('unit_id').references(() => units.id),
    grantedBy: uuid('granted_by').references(() => people.id),
    grantedAt: instant('granted_at').notNull(),
    endedBy: uuid('ended_by').references(() => people.id),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('role_grants_person').on(table.personId).where(sql`${table.endedAt} is null`),
    uniqueIndex('role_grants_once')
      .on(
        table.personId,
        table.role,
        sql`coalesce(${table.unitId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      )
      .where(sql`${table.endedAt} is null`),
  ],
)

export const invitations = pgTable('invitations', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  grants: jsonb('grants').$type<Grant[]>().notNull(),
  invitedBy: uuid('invited_by')
    .notNull()
    .references(() => people.id),
  invitedAt: instant('invited_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
  personId: uuid('person_id').references(() => people.id),
  revokedAt: instant('revoked_at'),
})

/** A period in which a delegate decides for a leader. Rows are never rewritten but for their revocation. */
export const delegations = pgTable(
  'delegations',
  {
    id: id(),
    leaderId: uuid('leader_id')
      .notNull()
      .references(() => people.id),
    delegateId: uuid('delegate_id')
      .notNull()
      .references(() => people.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Null: all subject classes. */
    subjectClasses: text('subject_classes').array(),
    letterNumber: text('letter_number').notNull(),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
    revokedBy: uuid('revoked_by').references(() => people.id),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('delegations_delegate').on(table.delegateId)],
)

/** One shift of one person in one role. */
export const duty = pgTable(
  'duty',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
    setAt: instant('set_at').notNull(),
  },
  (table) => [index('duty_time').on(table.role, table.startsAt, table.endsAt)],
)
