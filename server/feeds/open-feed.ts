import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { feeds } from '../../db/schema/feeds.ts'
import { savedViews } from '../../db/schema/views.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { filterSchema } from '../../domain/publications/filter.ts'
import { addMinutes, type Instant } from '../../domain/time.ts'
import { type Agency, readAgency, readPerson } from '../infrastructure/command.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { hashToken } from '../infrastructure/one-time-token.ts'
import { Refused } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { keptFor } from '../views/visible.ts'

const READS = { tries: 120, windowSeconds: 3_600 }
/** The last use is written no more often than this. */
const NOTED_MINUTES = 5

export type OpenedFeed = {
  id: string
  person: Person
  agency: Agency
  moment: Instant
  /** Null: the whole calendar. */
  viewName: string | null
  filter: CalendarFilter
}

/**
 * The feed of a token as its person's rights stand at this moment; null where there is none: never made, revoked, its
 * person deactivated or without a role, its view removed or no longer theirs to see. Refuses `too_many_tries`.
 */
export async function openFeed(world: World, token: string): Promise<OpenedFeed | null> {
  const { db } = world.store
  const tokenHash = hashToken(token)
  const [feed] = await db
    .select({ id: feeds.id, personId: feeds.personId, viewId: feeds.viewId })
    .from(feeds)
    .where(and(eq(feeds.tokenHash, tokenHash), isNull(feeds.revokedAt)))
  if (!feed) return null
  const person = await activePerson(world, feed.personId)
  if (person === null || !holdsAnywhere(person.grants, 'institutional.read')) return null
  const view = feed.viewId === null ? null : await viewFor(world, person, feed.viewId)
  if (view === undefined) return null
  await limitTries(world.store, 'feed', feed.id, READS)
  const moment = await momentOf(world, db)
  return {
    id: feed.id,
    person,
    agency: await readAgency(db),
    moment,
    viewName: view?.name ?? null,
    // What was kept before the filter had a part is read as not narrowed by it.
    filter: filterSchema.parse(view?.filter ?? {}),
  }
}

/** Keeps when a feed was last read. */
export async function noteRead(world: World, feedId: string, moment: Instant): Promise<void> {
  await world.store.transaction(async (tx) => {
    const isNews = or(isNull(feeds.lastReadAt), lt(feeds.lastReadAt, addMinutes(moment, -NOTED_MINUTES)))
    await tx
      .update(feeds)
      .set({ lastReadAt: moment })
      .where(and(eq(feeds.id, feedId), isNews))
  })
}

async function activePerson(world: World, personId: string): Promise<Person | null> {
  try {
    return await readPerson(world.store.db, personId)
  } catch (error) {
    if (error instanceof Refused && error.code === 'signed_out') return null
    throw error
  }
}

async function viewFor(world: World, person: Person, viewId: string) {
  const [view] = await world.store.db
    .select({ name: savedViews.name, filter: savedViews.filter })
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), isNull(savedViews.removedAt), keptFor(person, 'saved_views')))
  return view
}
