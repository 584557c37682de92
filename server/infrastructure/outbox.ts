import { sql } from 'drizzle-orm'
import { listen } from '../../db/listen.ts'
import type { Db, Store } from '../../db/open.ts'
import { outbox } from '../../db/schema/records.ts'
import { minutesBetween } from '../../domain/time.ts'
import { seal, unseal } from './sealed.ts'
import { secretOf } from './secret-of.ts'
import { momentOf, type World } from './world.ts'

export type OutboxEvent = Omit<typeof outbox.$inferSelect, 'toldAt'>

/**
 * A place in the outbox: after it come the rows of later transactions, and of the same one with a higher position. The
 * position alone is no order to resume by: a transaction that began earlier may hold a higher position and commit later.
 */
export type Place = { transactionId: string; position: number }

const POLL_MILLISECONDS = 400
const CURSOR_HOURS = 24

/** Rows of transactions that are over, and before which none is still open: nothing can come in before them any more. */
const isSettled = sql`${outbox.transactionId} < pg_snapshot_xmin(pg_current_snapshot())`

/** The settled rows after `place`, in order, at most `limit`. */
export async function readAfter(db: Db, place: Place, limit: number): Promise<OutboxEvent[]> {
  return db
    .select()
    .from(outbox)
    .where(
      sql`(${outbox.transactionId}, ${outbox.position}) > (${place.transactionId}::xid8, ${place.position}::bigint) and ${isSettled}`,
    )
    .orderBy(outbox.transactionId, outbox.position)
    .limit(limit)
}

/** The place of now: everything settled lies before it, everything that is open or yet to come lies after it. */
export async function presentPlace(db: Db): Promise<Place> {
  const rows = await db.execute<{ xmin: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
  )
  const xmin = rows[0]?.xmin
  if (xmin === undefined) throw new Error('the database gave no snapshot')
  return { transactionId: xmin, position: 0 }
}

export function comparePlaces(one: Place, other: Place): number {
  const difference = BigInt(one.transactionId) - BigInt(other.transactionId)
  if (difference !== 0n) return difference < 0n ? -1 : 1
  return one.position - other.position
}

/** A place as text for a browser, sealed: it must not tell how much happened that the reader may not know of. */
export function cursorOf(world: World, place: Place, at: string): string {
  return seal(secretOf(world), 'cursor', `${place.transactionId} ${place.position} ${at}`)
}

/** The place a cursor names; null where it is older than 24 hours or not ours: then all must be read anew. */
export function placeOf(world: World, cursor: string, now: string): Place | null {
  const [transactionId, position, at] = opened(world, cursor).split(' ')
  if (transactionId === undefined || position === undefined || at === undefined) return null
  if (minutesBetween(at, now) > CURSOR_HOURS * 60) return null
  return { transactionId, position: Number(position) }
}

function opened(world: World, cursor: string): string {
  try {
    return unseal(secretOf(world), 'cursor', cursor)
  } catch {
    // Made up, altered, or sealed before the secret changed: no place, so all is read anew.
    return ''
  }
}

/** The cursor of now. Read it before what it is to keep fresh, never after. */
export async function presentCursor(world: World): Promise<string> {
  const place = await presentPlace(world.store.db)
  return cursorOf(world, place, await momentOf(world, world.store.db))
}

type Watch = { callers: Set<() => void>; stop(): Promise<void> }

const watches = new WeakMap<Store, Watch>()

/**
 * Calls `look` when there may be something new: at a hint of the database, and every 400 ms in any case. All watchers
 * of a world share one connection and one clock. Gives what ends it; `look` must not throw.
 */
export function watchOutbox(world: World, look: () => void): () => Promise<void> {
  let watch = watches.get(world.store)
  if (watch === undefined) {
    watch = startWatch(world)
    watches.set(world.store, watch)
  }
  const joined = watch
  joined.callers.add(look)
  return async () => {
    joined.callers.delete(look)
    if (joined.callers.size > 0 || watches.get(world.store) !== joined) return
    watches.delete(world.store)
    await joined.stop()
  }
}

function startWatch(world: World): Watch {
  const callers = new Set<() => void>()
  const call = () => {
    for (const look of callers) look()
  }
  const clock = setInterval(call, POLL_MILLISECONDS)
  const hints = listen(world.store.url, 'selaras_outbox', call, (error) =>
    world.log.warn({ err: error }, 'no hints from the outbox: looking by the clock alone'),
  )
  return {
    callers,
    async stop() {
      clearInterval(clock)
      await hints.close()
    },
  }
}
