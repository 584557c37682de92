import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import { overlayEvents, overlays } from '../../db/schema/overlays.ts'
import { shownInput } from '../../domain/overlays/input.ts'
import { read } from '../infrastructure/read.ts'
import { keptFor } from '../views/visible.ts'

const MOST = 1_000

/** What the calendars laid over the reader's hold on these days, the earliest first. */
export const shown = read({
  name: 'overlays.shown',
  right: 'institutional.read',
  input: shownInput,
  async run({ db, person, input }) {
    return db
      .select({
        id: overlayEvents.id,
        overlayId: overlayEvents.overlayId,
        title: overlayEvents.title,
        firstDay: overlayEvents.firstDay,
        lastDay: overlayEvents.lastDay,
        startsAt: overlayEvents.startsAt,
        endsAt: overlayEvents.endsAt,
      })
      .from(overlayEvents)
      .innerJoin(overlays, eq(overlays.id, overlayEvents.overlayId))
      .where(
        and(
          isNull(overlays.removedAt),
          keptFor(person, 'overlays'),
          lte(overlayEvents.firstDay, input.to),
          gte(overlayEvents.lastDay, input.from),
        ),
      )
      .orderBy(asc(overlayEvents.firstDay), asc(overlayEvents.startsAt), asc(overlayEvents.id))
      .limit(MOST)
  },
})
