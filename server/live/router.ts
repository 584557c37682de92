import { tracked } from '@trpc/server'
import { and, sql } from 'drizzle-orm'
import { z } from 'zod'
import { publications } from '../../db/schema/publications.ts'
import { arrayText } from '../../db/wire-types.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { asTransport, type RequestContext, router, streamProcedure } from '../infrastructure/trpc.ts'
import { momentOf } from '../infrastructure/world.ts'
import { visibleTo } from '../publications/visible.ts'

/** `lastEventId` comes by itself when the client's stream was cut; it is newer than the cursor it was opened with. */
const changesInput = z.object({
  cursor: z.string().max(500).nullish(),
  lastEventId: z.string().max(500).nullish(),
})

const signedIn = (ctx: RequestContext) => asTransport(async () => ctx.who ?? refuse('signed_out', {}))

/** Those of these publications that the person may know of now. */
async function mayKnow(
  world: RequestContext['world'],
  personId: string,
  publicationIds: string[],
): Promise<Set<string>> {
  const moment = await momentOf(world, world.store.db)
  const rows = await world.store.db
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        sql`${publications.id} = any(${arrayText(publicationIds)}::uuid[])`,
        visibleTo({ id: personId }, moment),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** The one subscription: a browser's stream of what changed, and nothing it may not know of. */
export const liveRouter = router({
  changes: streamProcedure('live.changes', 'institutional.read')
    .input(changesInput)
    .subscription(async function* ({ ctx, input, signal }) {
      const who = await signedIn(ctx)
      const deliveries = ctx.live.changes({
        personId: who.person.id,
        sessionId: who.sessionId,
        cursor: input.lastEventId ?? input.cursor ?? null,
        mayKnow: (ids) => mayKnow(ctx.world, who.person.id, ids),
        signal,
      })
      for await (const { cursor, event } of deliveries) yield tracked(cursor, event)
    }),
})
