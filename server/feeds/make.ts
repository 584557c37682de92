import { and, count, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { feeds } from '../../db/schema/feeds.ts'
import { people } from '../../db/schema/people.ts'
import { savedViews } from '../../db/schema/views.ts'
import { FEEDS_LIMIT, makeFeedInput } from '../../domain/feeds/input.ts'
import { command } from '../infrastructure/command.ts'
import { hashToken, newToken } from '../infrastructure/one-time-token.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { seal, unseal } from '../infrastructure/sealed.ts'
import { secretOf } from '../infrastructure/secret-of.ts'
import type { World } from '../infrastructure/world.ts'
import { keptFor } from '../views/visible.ts'

const FEED_TOKEN = 'feed token'

/**
 * Makes an address from which one's other calendars read a saved view or, without one, all that one may see. The token
 * is kept as its hash alone; the answer carries it sealed, and the door opens it once. Refusals: `not_found`,
 * `feeds_too_many`.
 */
export const make = command({
  name: 'feeds.make',
  right: 'institutional.read',
  input: makeFeedInput,
  async run({ tx, person, input, moment, record, world }) {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, person.id)).for('update')
    if (input.viewId !== null && !(await mayOpen(tx, person, input.viewId))) refuseMissing()
    const [held] = await tx
      .select({ count: count() })
      .from(feeds)
      .where(and(eq(feeds.personId, person.id), isNull(feeds.revokedAt)))
    if ((held?.count ?? 0) >= FEEDS_LIMIT) refuse('feeds_too_many', { limit: FEEDS_LIMIT })
    const token = newToken()
    const [feed] = await tx
      .insert(feeds)
      .values({ ...input, personId: person.id, tokenHash: hashToken(token), madeAt: moment })
      .returning({ id: feeds.id })
    if (!feed) throw new Error('no feed was written')
    await record({
      room: 'feeds',
      subjectId: feed.id,
      action: 'feeds.made',
      version: 1,
      data: { viewId: input.viewId, onlyFor: person.id },
    })
    return { id: feed.id, sealedToken: seal(secretOf(world), FEED_TOKEN, token) }
  },
})

/** What the maker is shown: the path of the feed. */
export function feedPath(world: World, sealedToken: string): string {
  return `/feeds/${unseal(secretOf(world), FEED_TOKEN, sealedToken)}.ics`
}

async function mayOpen(tx: Tx, person: { id: string }, viewId: string): Promise<boolean> {
  const [view] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), isNull(savedViews.removedAt), keptFor(person, 'saved_views')))
  return view !== undefined
}
