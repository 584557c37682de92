import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'

/** Something that happens and that publications hang on and move with. Its time is the agency's own, by day and clock. */
export const agendaEvents = pgTable(
  'agenda_events',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    kind: text('kind').$type<'visit' | 'hearing' | 'regulation' | 'ceremony' | 'other'>().notNull(),
    place: text('place').notNull(),
    timeKind: text('time_kind').$type<'exact' | 'tentative' | 'open'>().notNull(),
    day: day('day').notNull(),
    /** `HH:MM` in the agency's zone; null where the hour is open. */
    clock: text('clock'),
    notes: text('notes').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: uuid('cancelled_by').references(() => people.id),
    version: integer('version').notNull(),
  },
  (table) => [index('agenda_events_day').on(table.day, table.id)],
)
