import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import type { ViewKind } from '../../domain/views/kinds.ts'
import { id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'

/** A filter of the calendar with how it is shown, kept under a name: for its owner alone, or for a unit. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind').$type<ViewKind>().notNull(),
    filter: jsonb('filter').$type<CalendarFilter>().notNull(),
    /** Who saved it; of one without a unit, the only one who sees it. */
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id').references(() => units.id),
    savedAt: instant('saved_at').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull(),
  },
  (table) => [index('saved_views_owner').on(table.ownerId), index('saved_views_unit').on(table.unitId)],
)
