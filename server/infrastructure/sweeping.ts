import { sql } from 'drizzle-orm'
import { agency, demoStory } from '../../db/schema/agency.ts'
import type { Running, Sweep } from './clockwork.ts'
import type { World } from './world.ts'

const LOCK_SPACE = 7_352
const TICK_MILLISECONDS = 1_000

/**
 * Runs every sweep once now and then at its distance, one after the other, each under a lock of the database: of several
 * servers one does it. A sweep that fails is logged and comes again at its next time. The lock ends with its
 * connection, so a server that dies or hangs holds nobody up.
 */
export function startSweeps(world: World, sweeps: readonly Sweep[]): Running {
  const nextAt = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  const round = async () => {
    if (!(await isAtWork(world))) return
    for (const sweep of sweeps) {
      if (isClosed || (nextAt.get(sweep.name) ?? 0) > performance.now()) continue
      nextAt.set(sweep.name, performance.now() + sweep.everySeconds * 1_000)
      await runSweep(world, sweep)
    }
  }

  const turn = (): Promise<void> =>
    round()
      .catch((error: unknown) => world.log.error({ err: error }, 'the sweeps could not run'))
      .then(() => {
        if (!isClosed) timer = setTimeout(() => (under = turn()), TICK_MILLISECONDS)
      })
  let under = turn()

  return {
    async close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await under
    },
  }
}

/** Runs one sweep unless another server is at it. Failures are logged, never thrown. */
export async function runSweep(world: World, sweep: Sweep): Promise<void> {
  try {
    await world.store.transaction(async (tx) => {
      const rows = await tx.execute<{ got: boolean }>(
        sql`select pg_try_advisory_xact_lock(${LOCK_SPACE}::int, hashtext(${sweep.name})) as got`,
      )
      if (rows[0]?.got === true) await sweep.work(world)
    })
  } catch (error) {
    world.log.error({ err: error, sweep: sweep.name }, 'a sweep failed')
  }
}

/** False before the agency is set up, and while the demo's past is still being played. */
export async function isAtWork(world: World): Promise<boolean> {
  const [row] = await world.store.db
    .select({ isDemo: agency.isDemo, storyId: demoStory.id })
    .from(agency)
    .leftJoin(demoStory, sql`true`)
    .limit(1)
  return row !== undefined && (!row.isDemo || row.storyId !== null)
}
