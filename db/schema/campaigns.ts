import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { units } from './agency.ts'
import { people } from './people.ts'

export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    narrative: text('narrative').notNull(),
    keyMessages: text('key_messages').notNull(),
    /** None of its publications goes out before this moment; null: no embargo. */
    embargoUntil: instant('embargo_until'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [index('campaigns_unit').on(table.unitId)],
)
