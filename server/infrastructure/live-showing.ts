import type { Showing } from './live-events.ts'
import type { OutboxEvent } from './outbox.ts'
import type { World } from './world.ts'

/** A browser's later reading takes the server so long, and no browser waits longer than the most. */
const READING_MILLISECONDS = 8
const MOST_WAIT_MILLISECONDS = 1_500

export const nothingShown: Showing = async () => () => undefined

/** As `show`, but that what cannot be read holds up no event: whoever hears of it reads again. */
export async function shownOrNothing(
  show: Showing,
  world: World,
  events: OutboxEvent[],
  personIds: string[],
): ReturnType<Showing> {
  try {
    return await show(world, events, personIds)
  } catch (error) {
    world.log.warn({ err: error }, 'what changed could not be read for those who hear of it')
    return nothingShown(world, events, personIds)
  }
}

/** Over how long so many browsers spread what they read again later, so that the server answers other things between. */
export function spreadOf(browsers: number): number {
  return Math.min(MOST_WAIT_MILLISECONDS, browsers * READING_MILLISECONDS)
}
