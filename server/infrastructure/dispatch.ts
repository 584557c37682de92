import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { outbox } from '../../db/schema/records.ts'
import type { OutboxListener, Running } from './clockwork.ts'
import { executeByClock } from './command.ts'
import { watchOutbox } from './outbox.ts'
import { isAtWork } from './sweeping.ts'
import { momentOf, type World } from './world.ts'

const BATCH = 200
const FIRST_WAIT_MILLISECONDS = 5_000
const LONGEST_WAIT_MILLISECONDS = 300_000

/**
 * Gives each committed event to the listeners of its action, once over all servers: an event is locked, worked on and
 * marked as told in one transaction. An event whose listener fails is logged and tried again, ever more rarely, without
 * holding up the others.
 */
export function startDispatch(world: World, listeners: readonly OutboxListener[]): Running {
  const waits = new Map<number, { until: number; wait: number }>()
  let isClosed = false
  let under: Promise<void> | null = null
  let isAskedAgain = false

  const round = async () => {
    if (!(await isAtWork(world))) return
    let told: number
    do {
      const late = [...waits]
        .filter(([, { until }]) => until > performance.now())
        .map(([position]) => position)
      told = await tellOnce(world, listeners, late, (position, error) => {
        const wait = Math.min(
          (waits.get(position)?.wait ?? FIRST_WAIT_MILLISECONDS / 2) * 2,
          LONGEST_WAIT_MILLISECONDS,
        )
        waits.set(position, { until: performance.now() + wait, wait })
        world.log.error({ err: error, position }, 'an event could not be told')
      })
    } while (told > 0 && !isClosed)
  }

  const look = () => {
    if (isClosed) return
    if (under !== null) {
      isAskedAgain = true
      return
    }
    under = round()
      .catch((error: unknown) => world.log.warn({ err: error }, 'the outbox could not be told from'))
      .finally(() => {
        under = null
        if (isAskedAgain) {
          isAskedAgain = false
          look()
        }
      })
  }

  const stop = watchOutbox(world, look)
  look()
  return {
    async close() {
      isClosed = true
      await stop()
      await under
    },
  }
}

/** Tells one batch of events, oldest first; gives how many are told now. `onFailure` hears of each that could not be. */
export async function tellOnce(
  world: World,
  listeners: readonly OutboxListener[],
  except: number[] = [],
  onFailure: (position: number, error: unknown) => void = (_position, error) => {
    throw error
  },
): Promise<number> {
  const isDue = and(
    isNull(outbox.toldAt),
    except.length > 0 ? notInArray(outbox.position, except) : undefined,
  )
  const events = await world.store.db
    .select({ position: outbox.position, action: outbox.action })
    .from(outbox)
    .where(isDue)
    .orderBy(outbox.position)
    .limit(BATCH)
  const heard = new Set(listeners.flatMap((listener) => listener.actions))
  const silent = events.filter((event) => !heard.has(event.action)).map((event) => event.position)
  if (silent.length > 0) {
    await world.store.transaction(async (tx) => markTold(tx, silent, await momentOf(world, tx)))
  }
  let told = silent.length
  for (const { position, action } of events) {
    if (!heard.has(action)) continue
    try {
      if (await tellEvent(world, listeners, position)) told++
    } catch (error) {
      onFailure(position, error)
    }
  }
  return told
}

async function tellEvent(
  world: World,
  listeners: readonly OutboxListener[],
  position: number,
): Promise<boolean> {
  return executeByClock(world, `event ${position}`, async (context) => {
    const [event] = await context.tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.position, position), isNull(outbox.toldAt)))
      .for('update', { skipLocked: true })
    if (event === undefined) return false
    for (const listener of listeners) {
      if (listener.actions.includes(event.action)) await listener.work(context, event)
    }
    await markTold(context.tx, [position], context.moment)
    return true
  })
}

async function markTold(tx: Tx, positions: number[], moment: string): Promise<void> {
  await tx.update(outbox).set({ toldAt: moment }).where(inArray(outbox.position, positions))
}
