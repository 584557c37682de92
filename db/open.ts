import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { doorClient, drizzleClient } from './drizzle-client.ts'
import { leavesLaneWhole, RolledBack } from './failures.ts'
import type { Manner, Row, Rows } from './lane.ts'
import { Lanes } from './lanes.ts'
import { type Door, type Isolation, transactionOn } from './transaction.ts'

/** Reads. A `Tx` can stand wherever a `Db` is asked for. */
export type Db = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$count' | '$with' | 'with' | 'execute'
>

/** One open transaction; `tx.transaction` is a savepoint in it. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0]

/** Runs one statement of plain text with `$1`-style parameters and answers its rows. */
export type Statement = (text: string, params?: readonly unknown[]) => Promise<Row[]>

export type Store = {
  readonly url: string
  /** For reads outside a transaction; the server refuses to write through it. */
  readonly db: Db
  /**
   * All of the work is kept or none of it. The work owes: every statement awaited, none through `db`
   * (it would wait for a second connection while it holds one). `statement` runs plain text in the same
   * transaction. Refusals: `Busy`, `RolledBack`, `OutcomeUnknown`, else the work's or the server's own error.
   */
  transaction<T>(
    work: (tx: Tx, statement: Statement) => Promise<T>,
    options?: { isolation?: Isolation },
  ): Promise<T>
  /** A read of constant text, kept prepared on every connection: for the few reads that are hot. */
  prepared(text: string, params?: readonly unknown[]): Promise<Row[]>
  /**
   * The same for a long answer: `onRow` takes each row as its values in the order of the columns while the next ones are
   * still on their way, so what is made of them costs no waiting. Where it throws it is not asked again, and the read
   * fails with that once the rest has come.
   */
  preparedEach(
    text: string,
    params: readonly unknown[],
    onRow: (values: readonly unknown[]) => void,
  ): Promise<void>
  /** How many transactions or reads could start at once. */
  lanesFree(): number
  close(): Promise<void>
}

export type OpenOptions = {
  poolSize?: number
  applicationName?: string
  /** How long a caller waits for a connection before `Busy`. */
  waitLimitMs?: number
  statementTimeoutMs?: number
  idleInTransactionTimeoutMs?: number
  /** Hears of failures that touch no caller. */
  onTrouble?: (error: unknown) => void
}

/** Opens our own pool of connections and answers when the first one works; refused as the server refuses. */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Store> {
  const lanes = lanesFor(url, options, true)
  const db = drizzle(readingClient(lanes))
  const store: Store = {
    url,
    db,
    transaction: (work, { isolation } = {}) =>
      withTransaction(lanes, isolation, (door) =>
        drizzle(doorRoot(door)).transaction((tx) => work(tx, (text, params) => door.run(text, params))),
      ),
    prepared: (text, params) => runOnce(lanes, text, params, { prepared: true }),
    preparedEach: async (text, params, onRow) => {
      const taking = takeUntilFailure(onRow)
      await runOnce(lanes, text, params, { prepared: true, onRow: taking.onRow })
      if (taking.failure !== null) throw taking.failure.error
    },
    lanesFree: () => lanes.free,
    close: () => lanes.close(),
  }
  try {
    await store.prepared('select 1')
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

/**
 * A database that also writes outside transactions, for libraries that bring their own statements
 * (sign-in). Our commands never use it.
 */
export function openWritable(
  url: string,
  options: OpenOptions = {},
): { db: PostgresJsDatabase; close(): Promise<void> } {
  const lanes = lanesFor(url, options, false)
  return { db: drizzle(readingClient(lanes)), close: () => lanes.close() }
}

function lanesFor(url: string, options: OpenOptions, readOnlyByDefault: boolean): Lanes {
  const settings = {
    url,
    applicationName: options.applicationName ?? 'selaras',
    readOnlyByDefault,
    statementTimeoutMs: options.statementTimeoutMs ?? 15_000,
    idleInTransactionTimeoutMs: options.idleInTransactionTimeoutMs ?? 15_000,
    onTrouble: options.onTrouble ?? (() => undefined),
  }
  return new Lanes(settings, options.poolSize ?? 10, options.waitLimitMs ?? 5_000)
}

function readingClient(lanes: Lanes) {
  return drizzleClient({
    run: (text, params, manner) => runOnce(lanes, text, params, manner),
    begin: (work) => withTransaction(lanes, undefined, (door) => work(doorClient(door))),
  })
}

/** Drizzle opens its transaction on this; the real one is open already, so it goes straight through. */
function doorRoot(door: Door) {
  return drizzleClient({
    run: (text, params, manner) => door.run(text, params, manner),
    begin: (work) => work(doorClient(door)),
  })
}

async function withTransaction<T>(
  lanes: Lanes,
  isolation: Isolation | undefined,
  work: (door: Door) => Promise<T>,
): Promise<T> {
  const lane = await lanes.take()
  try {
    return await transactionOn(lane, work, isolation)
  } finally {
    lanes.give(lane)
  }
}

async function runOnce(
  lanes: Lanes,
  text: string,
  params?: readonly unknown[],
  manner?: Manner,
): Promise<Rows> {
  const lane = await lanes.take()
  try {
    return await lane.run(text, params, manner)
  } catch (error) {
    if (leavesLaneWhole(error)) throw error
    throw new RolledBack('the database could not be reached', { cause: error })
  } finally {
    lanes.give(lane)
  }
}

function takeUntilFailure(onRow: (values: readonly unknown[]) => void) {
  const taking: { failure: { error: unknown } | null; onRow(values: unknown[]): void } = {
    failure: null,
    onRow(values) {
      if (taking.failure !== null) return
      try {
        onRow(values)
      } catch (error) {
        taking.failure = { error }
      }
    },
  }
  return taking
}
