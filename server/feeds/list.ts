import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { feeds } from '../../db/schema/feeds.ts'
import { savedViews } from '../../db/schema/views.ts'
import { FEEDS_LIMIT } from '../../domain/feeds/input.ts'
import { nothingInput } from '../../domain/input.ts'
import { read } from '../infrastructure/read.ts'
import { keptFor } from '../views/visible.ts'

/** One's own addresses, the latest first. `isGone`: its view was removed or is no longer one's to see. */
export const list = read({
  name: 'feeds.list',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person }) {
    const isOpen = sql<boolean>`${savedViews.removedAt} is null and ${keptFor(person, 'saved_views')}`
    const rows = await db
      .select({
        id: feeds.id,
        viewId: feeds.viewId,
        name: savedViews.name,
        isOpen,
        madeAt: feeds.madeAt,
        lastReadAt: feeds.lastReadAt,
      })
      .from(feeds)
      .leftJoin(savedViews, eq(savedViews.id, feeds.viewId))
      .where(and(eq(feeds.personId, person.id), isNull(feeds.revokedAt)))
      .orderBy(desc(feeds.madeAt), desc(feeds.id))
      .limit(FEEDS_LIMIT)
    return rows.map(({ isOpen, name, ...row }) => {
      const isGone = row.viewId !== null && !isOpen
      return { ...row, name: isGone ? null : name, isGone }
    })
  },
})
