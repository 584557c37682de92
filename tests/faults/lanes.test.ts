import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { OutcomeUnknown, RolledBack } from '../../db/failures.ts'
import { randomId } from '../../db/ids.ts'
import { openDatabase, type Store, type Tx } from '../../db/open.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const parts = pgTable('parts', { token: uuid('token').notNull(), part: integer('part').notNull() })
const poolSize = 6

let fresh: FreshDatabase
let store: Store
/** A connection of its own that ends others' backends. */
let killer: postgres.Sql

beforeAll(async () => {
  fresh = await freshDatabase({ poolSize })
  store = fresh.store
  killer = postgres(fresh.url, { max: 1, fetch_types: false, connection: { application_name: 'killer' } })
  await store.transaction(async (_tx, statement) => {
    await statement('create table parts (token uuid not null, part integer not null)')
    await statement('create index on parts (token)')
  })
})

beforeEach(() => killer`delete from parts`)

afterAll(async () => {
  await killer.end({ timeout: 5 })
  await fresh.drop()
})

const insert = (tx: Tx, token: string, part: number) => tx.insert(parts).values({ token, part })

async function partsOf(token: string): Promise<number> {
  const rows = await killer`select count(*)::int as n from parts where token = ${token}`
  return Number(rows[0]?.n)
}

const pause = () => (Math.random() < 0.5 ? wait(Math.random() * 4) : Promise.resolve())

const styles: ((tx: Tx, token: string) => Promise<unknown>)[] = [
  async (tx, token) => {
    for (let part = 0; part < 4; part++) {
      await insert(tx, token, part)
      await pause()
    }
  },
  async (tx, token) => {
    await insert(tx, token, 0)
    await tx.transaction(async (inner) => {
      await insert(inner, token, 1)
      await pause()
      await insert(inner, token, 2)
    })
    await insert(tx, token, 3)
  },
  async (tx, token) => {
    await Promise.all([0, 1, 2, 3].map((part) => insert(tx, token, part)))
    await pause()
  },
  async (tx, token) => {
    await tx.select().from(parts).where(eq(parts.token, token))
    for (let part = 0; part < 4; part++) {
      await insert(tx, token, part).catch(() => undefined)
      await pause()
    }
  },
  async (tx, token) => {
    await insert(tx, token, 0)
    await tx
      .transaction(async (inner) => {
        await insert(inner, token, 9)
        await inner.execute(sql`select 1 / 0`)
      })
      .catch(() => undefined)
    await pause()
    for (let part = 1; part < 4; part++) await insert(tx, token, part)
  },
]

async function killForSeconds(seconds: number): Promise<number> {
  let kills = 0
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const ended = await killer`
      select pg_terminate_backend(pid) as done from pg_stat_activity
      where datname = current_database() and application_name = 'selaras tests'
      order by random() limit 1`
    kills += ended.filter((row) => row.done === true).length
    await wait(Math.random() * 12)
  }
  return kills
}

test('connections ended between any statements leave all or nothing, nobody waiting and the pool whole', async () => {
  const outcomes: { token: string; outcome: 'done' | 'rolled back' | 'unknown' }[] = []
  const odd: unknown[] = []
  let over = false
  const worker = async (number: number) => {
    for (let round = number; !over; round++) {
      const token = randomId()
      const style = styles[round % styles.length] ?? styles[0]
      const limit = AbortSignal.timeout(8_000)
      const hung = new Promise<never>((_, reject) => {
        limit.addEventListener('abort', () => reject(new Error('hung')), { once: true })
      })
      try {
        await Promise.race([store.transaction(async (tx) => style?.(tx, token)), hung])
        outcomes.push({ token, outcome: 'done' })
      } catch (error) {
        if (error instanceof RolledBack) outcomes.push({ token, outcome: 'rolled back' })
        else if (error instanceof OutcomeUnknown) outcomes.push({ token, outcome: 'unknown' })
        else odd.push(error)
      }
    }
  }
  const workers = Array.from({ length: 10 }, (_, number) => worker(number))
  let kills = 0
  do kills += await killForSeconds(2)
  while (kills < 200)
  over = true
  await Promise.all(workers)

  expect(odd).toEqual([])
  const rows =
    await killer`select token, array_agg(part order by part)::text as parts from parts group by token`
  const kept = new Map(rows.map((row) => [String(row.token), String(row.parts)]))
  const whole = '{0,1,2,3}'
  expect([...kept.values()].filter((each) => each !== whole)).toEqual([])
  for (const { token, outcome } of outcomes) {
    if (outcome === 'done') expect(kept.get(token)).toBe(whole)
    if (outcome === 'rolled back') expect(kept.get(token)).toBeUndefined()
  }
  const of = (outcome: string) => outcomes.filter((each) => each.outcome === outcome).length
  expect(of('done')).toBeGreaterThan(100)
  expect(of('rolled back')).toBeGreaterThan(20)

  expect(store.lanesFree()).toBe(poolSize)
  const together = Array.from({ length: poolSize }, () =>
    store.transaction(async (_tx, statement) => {
      await statement('select pg_sleep(0.05)')
      return 'fit'
    }),
  )
  const after = await Promise.all(together)
  expect(after).toEqual(Array(poolSize).fill('fit'))
  expect(store.lanesFree()).toBe(poolSize)
}, 25_000)

async function endOwnBackend(tx: Tx): Promise<void> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  await killer`select pg_terminate_backend(${row?.pid ?? 0}, 2000)`
}

test.each([0, 1, 2, 3])('a connection ended after %i statements keeps none of them', async (statements) => {
  const token = randomId()
  const work = store.transaction(async (tx) => {
    for (let part = 0; part < statements; part++) await insert(tx, token, part)
    await endOwnBackend(tx)
    for (let part = statements; part < 3; part++) await insert(tx, token, part)
  })
  await expect(work).rejects.toBeInstanceOf(RolledBack)
  expect(await partsOf(token)).toBe(0)
})

test('work that does not notice the loss is told at its end', async () => {
  const token = randomId()
  const work = store.transaction(async (tx) => {
    await insert(tx, token, 0)
    await endOwnBackend(tx)
    await insert(tx, token, 1).catch(() => undefined)
    return 'fine'
  })
  await expect(work).rejects.toBeInstanceOf(RolledBack)
  expect(await partsOf(token)).toBe(0)
})

test('a connection cut while COMMIT is answered says that the outcome is unknown', async () => {
  const proxy = await cuttingProxy(fresh.url, (text) =>
    text.includes('commit\0') ? 'cut after the answer' : 'pass',
  )
  const far = await openDatabase(proxy.url, { poolSize: 1 })
  const token = randomId()
  const work = far.transaction((tx) => insert(tx, token, 0))
  await expect(work).rejects.toBeInstanceOf(OutcomeUnknown)
  expect(await partsOf(token)).toBe(1)
  await far.close()
  await proxy.close()
})

test('a connection that has gone silent is given up', async () => {
  let silent = false
  const proxy = await cuttingProxy(fresh.url, () => (silent ? 'swallow' : 'pass'))
  const far = await openDatabase(proxy.url, { poolSize: 1, statementTimeoutMs: 300 })
  const token = randomId()
  const work = far.transaction(async (tx) => {
    await insert(tx, token, 0)
    silent = true
    await insert(tx, token, 1)
  })
  await expect(work).rejects.toBeInstanceOf(RolledBack)
  silent = false
  expect(await far.transaction((tx) => insert(tx, token, 2).returning())).toHaveLength(1)
  expect(await partsOf(token)).toBe(1)
  await far.close()
  await proxy.close()
}, 15_000)

test('a database that cannot be reached is refused at once', async () => {
  const nowhere = new URL(fresh.url)
  nowhere.port = '1'
  await expect(openDatabase(nowhere.href)).rejects.toThrow('could not be reached')
})
