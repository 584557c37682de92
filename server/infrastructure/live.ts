import {
  type Delivery,
  isFor,
  type Listener,
  messageOf,
  namesIn,
  restrictedAmong,
  type Showing,
} from './live-events.ts'
import { standingSessions } from './live-sessions.ts'
import { nothingShown, shownOrNothing, spreadOf } from './live-showing.ts'
import { type Subscriber, subscriberFor } from './live-subscriber.ts'
import {
  comparePlaces,
  cursorOf,
  type OutboxEvent,
  type Place,
  placeOf,
  presentPlace,
  readAfter,
  watchOutbox,
} from './outbox.ts'
import { momentOf, type World } from './world.ts'

export type Live = {
  /**
   * What changes for one signed-in browser, for as long as session and roles stand. The first event is a greeting with
   * the cursor; a cursor that cannot be resumed gives `reset`. Ends at the signal, when the session goes, or at `close`.
   */
  changes(listener: Listener): AsyncGenerator<Delivery, void>
  listeners(): number
  /** Ends every stream and waits for it. Call it before the server is closed. */
  close(): Promise<void>
}

const BATCH = 500
const MOST_MISSED = 2_000
const SESSIONS_EVERY_MILLISECONDS = 3_000

/** The hub of one world on this server: one reader of the outbox for all open streams. `show`: what goes with events. */
export function openLive(world: World, show: Showing = nothingShown): Live {
  const db = world.store.db
  const open = new Set<Subscriber>()
  const ends = new Set<Promise<void>>()
  let place: Place | null = null
  let stopWatching: (() => Promise<void>) | null = null
  let sessionClock: NodeJS.Timeout | null = null
  let isClosed = false
  let isReading = false
  let isAskedAgain = false

  const look = () => {
    if (isReading) {
      isAskedAgain = true
      return
    }
    isReading = true
    readNew()
      .catch((error: unknown) => world.log.warn({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        isReading = false
        if (isAskedAgain) {
          isAskedAgain = false
          look()
        }
      })
  }

  async function readNew(): Promise<void> {
    while (open.size > 0 && place !== null) {
      const events = await readAfter(db, place, BATCH)
      const after = placeAfter(events)
      if (after === null) return
      // In one step: whoever joins from here on catches up to the new place by itself.
      const present = [...open]
      place = after
      await deliver(events, present).catch(async (error: unknown) => {
        const cursor = cursorOf(world, after, await momentOf(world, db))
        for (const each of present) if (comparePlaces(each.place, after) < 0) each.reset(after, cursor)
        throw error
      })
      if (events.length < BATCH) return
    }
  }

  /** Gives each subscriber those events that come after its own place and that its person may know of. */
  async function deliver(events: OutboxEvent[], to: Subscriber[]): Promise<void> {
    const personIds = [...new Set(to.map((each) => each.listener.personId))]
    const [restricted, names, shownTo] = await Promise.all([
      restrictedAmong(db, events),
      namesIn(db, events),
      shownOrNothing(show, world, events, personIds),
    ])
    const withinMilliseconds = spreadOf(open.size)
    const known = new Map<string, Set<string>>()
    const messages = events.map((event) => messageOf(world, event, names))
    for (const subscriber of to) {
      const { personId } = subscriber.listener
      let mine = known.get(personId)
      if (mine === undefined) {
        mine = restricted.length === 0 ? new Set() : await subscriber.listener.mayKnow(restricted)
        known.set(personId, mine)
      }
      events.forEach((event, at) => {
        const message = messages[at]
        if (message === undefined || comparePlaces(event, subscriber.place) <= 0) return
        subscriber.place = { transactionId: event.transactionId, position: event.position }
        if (!isFor(event, personId, restricted, mine)) return
        const shown = shownTo(personId, event)
        const { cursor } = message
        subscriber.give(shown ? { cursor, event: { ...message.event, shown, withinMilliseconds } } : message)
      })
    }
  }

  /** Lets a subscriber catch up with the hub, or tells it to read all anew, and counts it in. */
  async function join(subscriber: Subscriber): Promise<void> {
    place ??= await presentPlace(db)
    let missed = 0
    while (comparePlaces(subscriber.place, place) < 0) {
      const hubWas: Place = place
      const events = await readAfter(db, subscriber.place, BATCH)
      missed += events.length
      if (missed > MOST_MISSED) {
        subscriber.reset(hubWas, cursorOf(world, hubWas, await momentOf(world, db)))
      } else if (events.length === 0) subscriber.place = hubWas
      else await deliver(events, [subscriber])
    }
    open.add(subscriber)
  }

  async function endLostSessions(): Promise<void> {
    const asked = [...open]
    const standing = await standingSessions(
      db,
      asked.map((each) => each.listener.sessionId),
    )
    for (const each of asked) if (!standing.has(each.listener.sessionId)) each.end()
  }

  function start(): void {
    stopWatching ??= watchOutbox(world, look)
    sessionClock ??= setInterval(() => {
      endLostSessions().catch((error: unknown) =>
        world.log.warn({ err: error }, 'sessions of open streams could not be asked for'),
      )
    }, SESSIONS_EVERY_MILLISECONDS)
  }

  async function stopWhenIdle(): Promise<void> {
    if (ends.size > 0) return
    if (sessionClock !== null) clearInterval(sessionClock)
    sessionClock = null
    place = null
    const stop = stopWatching
    stopWatching = null
    await stop?.()
  }

  async function* changes(listener: Listener): AsyncGenerator<Delivery, void> {
    if (isClosed) return
    const now = await momentOf(world, db)
    const present = await presentPlace(db)
    const from = listener.cursor === null ? present : placeOf(world, listener.cursor, now)
    const subscriber = subscriberFor(listener, from ?? present)
    ends.add(subscriber.finished)
    try {
      const cursor = (from !== null && listener.cursor) || cursorOf(world, present, now)
      if (from === null) subscriber.reset(present, cursor)
      else subscriber.give({ cursor, event: { kind: 'greeting', cursor } })
      start()
      await join(subscriber)
      yield* subscriber.deliveries()
    } finally {
      open.delete(subscriber)
      ends.delete(subscriber.finished)
      subscriber.end()
      subscriber.finish()
      await stopWhenIdle()
    }
  }

  return {
    changes,
    listeners: () => open.size,
    async close() {
      isClosed = true
      for (const each of open) each.end()
      await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
      await stopWhenIdle()
    },
  }
}

function placeAfter(events: OutboxEvent[]): Place | null {
  const last = events.at(-1)
  return last === undefined ? null : { transactionId: last.transactionId, position: last.position }
}
