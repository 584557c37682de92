import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { people } from './people.ts'
import { publications, submissions, variants } from './publications.ts'

/** The one act by which a publication's variants leave: judged ready at that moment, on that submission. */
export const handovers = pgTable(
  'handovers',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    contentHash: text('content_hash').notNull(),
    /** Null: the clock at the planned time. */
    handedOverBy: uuid('handed_over_by').references(() => people.id),
    handedOverAt: instant('handed_over_at').notNull(),
  },
  (table) => [index('handovers_publication').on(table.publicationId, table.handedOverAt)],
)

/** What became of a variant. Append-only; the newest row of a variant holds. A constraint trigger is the last guard. */
export const outcomes = pgTable(
  'outcomes',
  {
    id: id(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    handoverId: uuid('handover_id')
      .notNull()
      .references(() => handovers.id),
    kind: text('kind').$type<'posted' | 'not_posted' | 'withdrawn'>().notNull(),
    link: text('link'),
    reason: text('reason'),
    replacementId: uuid('replacement_id').references(() => publications.id),
    /** The moment it was posted on the platform, as the person gives it. */
    happenedAt: instant('happened_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    recordedAt: instant('recorded_at').notNull(),
    /** Posted: what went out (headline, text, link, media digests), kept for good. */
    posted: jsonb('posted').$type<unknown>(),
  },
  (table) => [
    index('outcomes_publication').on(table.publicationId, table.recordedAt),
    index('outcomes_variant').on(table.variantId),
  ],
)
