import type { Logger } from 'pino'
import type { Store, Tx } from '../../db/open.ts'
import type { Instant } from '../../domain/time.ts'
import type { Settings } from '../settings.ts'
import type { EgressGuard } from './egress.ts'

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
  /** Where outgoing calls may go; left out, the public internet. Only tests give another. */
  egress?: EgressGuard
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

/** Lets a demo visitor be somebody of the demo; gives the cookies to set. Sign-in fulfils it. */
export type SignInAs = (personId: string) => Promise<string[]>

/** The demo's own world, opened (and its database made) when first asked for. */
export type DemoPlace = {
  /** Null while nobody has looked around yet. */
  existing(): Promise<{ world: World; signInAs: SignInAs } | null>
  /** Makes the empty, migrated database where there is none. */
  open(): Promise<{ world: World; signInAs: SignInAs }>
}
