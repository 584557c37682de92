import type { Running } from '../infrastructure/clockwork.ts'
import { isAtWork } from '../infrastructure/sweeping.ts'
import type { World } from '../infrastructure/world.ts'
import { readDueOverlays } from './read-due.ts'

const TURN_MILLISECONDS = 5_000

/**
 * Reads what is due of the calendars laid over this one, turn after turn, beside the sweeps: it waits for other people's
 * servers, and no lock of the database may be held over that. Each calendar is claimed for itself.
 */
export function startReadingOverlays(world: World): Running {
  let timer: NodeJS.Timeout | null = null
  let isClosed = false
  const turn = async () => {
    try {
      if (await isAtWork(world)) await readDueOverlays(world)
    } catch (error) {
      world.log.error({ err: error }, 'other calendars could not be read')
    }
    if (!isClosed) timer = setTimeout(() => (under = turn()), TURN_MILLISECONDS)
  }
  let under = turn()
  return {
    async close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await under
    },
  }
}
