import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { people } from './people.ts'
import { savedViews } from './views.ts'

/** An address from which one person's other calendars read the plan: a saved view, or all that they may see. */
export const feeds = pgTable(
  'feeds',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Null: the whole calendar. */
    viewId: uuid('view_id').references(() => savedViews.id),
    tokenHash: text('token_hash').notNull().unique(),
    madeAt: instant('made_at').notNull(),
    lastReadAt: instant('last_read_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('feeds_person').on(table.personId)],
)
