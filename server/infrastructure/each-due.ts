import type { World } from './world.ts'

/** A sweep holds its lock while it works, and leaves the rest to its next turn before that lock is taken from it. */
const PATIENCE_MILLISECONDS = 8_000

/**
 * Does the due work of a sweep for one id after the other, each in a transaction of its own. One that fails is logged and
 * keeps nobody else waiting; it comes again at the sweep's next turn.
 */
export async function eachDue(
  world: World,
  sweep: string,
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<void> {
  const until = performance.now() + PATIENCE_MILLISECONDS
  for (const id of ids) {
    if (performance.now() > until) return
    try {
      await work(id)
    } catch (error) {
      world.log.error({ err: error, sweep, id }, 'one of the things due could not be done')
    }
  }
}
