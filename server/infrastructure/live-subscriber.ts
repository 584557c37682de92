import type { Delivery, Listener } from './live-events.ts'
import type { Place } from './outbox.ts'

export type Subscriber = {
  readonly listener: Listener
  /** Up to where this browser was served. */
  place: Place
  give(delivery: Delivery): void
  /** Drops what waits: the browser reads all anew, and goes on from `place`. */
  reset(place: Place, cursor: string): void
  /** No more deliveries; those that wait are dropped. */
  end(): void
  /** What was given, in order, until the end or the request's own. */
  deliveries(): AsyncGenerator<Delivery, void>
  /** To be called once the generator is left. */
  finish(): void
  readonly finished: Promise<void>
}

const MOST_WAITING = 1_000

/** The queue between the hub and one open stream. A browser that reads too slowly is told to read all anew. */
export function subscriberFor(listener: Listener, place: Place): Subscriber {
  let waiting: Delivery[] = []
  let isEnded = listener.signal?.aborted ?? false
  let wake: () => void = () => undefined
  const whenFinished = Promise.withResolvers<void>()

  const end = () => {
    isEnded = true
    wake()
  }
  listener.signal?.addEventListener('abort', end, { once: true })

  const subscriber: Subscriber = {
    listener,
    place,
    give(delivery) {
      if (isEnded) return
      if (waiting.length < MOST_WAITING) waiting.push(delivery)
      else waiting = [{ cursor: delivery.cursor, event: { kind: 'reset', cursor: delivery.cursor } }]
      wake()
    },
    reset(from, cursor) {
      subscriber.place = from
      waiting = [{ cursor, event: { kind: 'reset', cursor } }]
      wake()
    },
    end,
    async *deliveries() {
      while (!isEnded) {
        const next = waiting.shift()
        if (next !== undefined) {
          yield next
          continue
        }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    finish() {
      listener.signal?.removeEventListener('abort', end)
      whenFinished.resolve()
    },
    finished: whenFinished.promise,
  }
  return subscriber
}
