import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { OverlayProblem } from '../../domain/overlays/problems.ts'
import { day, id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'

/** Another calendar laid over this one: read from an address now and then, or once from a file. */
export const overlays = pgTable(
  'overlays',
  {
    id: id(),
    name: text('name').notNull(),
    /** Who added it; of one without a unit, the only one who sees it. */
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id').references(() => units.id),
    /** Such addresses are often secrets: sealed with SECRET. Null for a file. */
    sealedAddress: text('sealed_address'),
    /** The file as it was uploaded, read again as the days go by. Null for an address. */
    fileText: text('file_text'),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
    /** When it is to be read next. */
    dueAt: instant('due_at').notNull(),
    /** When it was last read with success. */
    readAt: instant('read_at'),
    /** What the last reading met; null where it went well. */
    problem: jsonb('problem').$type<OverlayProblem>(),
    contentHash: text('content_hash'),
    eventCount: integer('event_count').notNull(),
    /** More stood in the window than are kept. */
    isCut: boolean('is_cut').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('overlays_owner').on(table.ownerId),
    index('overlays_unit').on(table.unitId),
    index('overlays_due').on(table.dueAt),
  ],
)

/** One occurrence, recurrences written out. Whole days have no instants; others stand on the days they touch as well. */
export const overlayEvents = pgTable(
  'overlay_events',
  {
    id: id(),
    overlayId: uuid('overlay_id')
      .notNull()
      .references(() => overlays.id),
    title: text('title').notNull(),
    firstDay: day('first_day').notNull(),
    lastDay: day('last_day').notNull(),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
  },
  (table) => [index('overlay_events_days').on(table.overlayId, table.firstDay)],
)
