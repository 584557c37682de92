import type { Logger } from 'pino'
import type { Store, Tx } from '../../db/open.ts'
import type { Instant } from '../../domain/time.ts'
import type { Settings } from '../settings.ts'

/**
 * One agency's database with what serves it. A server has one for the agency and, once somebody looked around,
 * a second for the demo; a request belongs to exactly one.
 */
export type World = {
  name: 'agency' | 'demo'
  store: Store
  settings: Settings
  /** The folder of this world's uploaded files. */
  filesDir: string
  log: Logger
  /** Null: the database's clock. Tests and the demo inject another. */
  clock: (() => Instant) | null
}

/** The moment of a transaction or a read: from the injected clock where there is one, else from the database. */
export async function momentOf(world: World, db: Pick<Tx, 'execute'>): Promise<Instant> {
  if (world.clock) return world.clock()
  const rows = await db.execute<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  )
  const at = rows[0]?.at
  if (at === undefined) throw new Error('the database gave no time')
  return at
}
