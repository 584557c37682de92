import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Store } from '../../db/open.ts'
import { rateLimit } from '../../db/schema/sign-in.ts'
import { refuse } from './refuse.ts'

export type Limit = { tries: number; windowSeconds: number }

/**
 * Counts one try of `what` by `whom` (an address, an e-mail: kept only as a hash) and refuses with `too_many_tries`
 * past the limit. Counted in the database by its clock, in one statement, so that many at once on many servers count
 * as many. It commits by itself, before the work that may be refused: never call it inside another transaction.
 */
export async function limitTries(
  store: Pick<Store, 'transaction'>,
  what: string,
  whom: string,
  limit: Limit,
): Promise<void> {
  const key = `${what}:${createHash('sha256').update(whom.toLowerCase()).digest('hex')}`
  const windowMs = limit.windowSeconds * 1000
  const isOver = sql`excluded.last_request - ${rateLimit.lastRequest} >= ${windowMs}`
  const rows = await store.transaction((tx) =>
    tx.execute<{ count: number; waitedMs: string }>(sql`
      with present as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as now)
      insert into ${rateLimit} (id, key, count, last_request)
      select ${randomUUID()}, ${key}, 1, now from present
      on conflict (key) do update set
        count = case when ${isOver} then 1 else ${rateLimit.count} + 1 end,
        last_request = case when ${isOver} then excluded.last_request else ${rateLimit.lastRequest} end
      returning count, (select now from present) - last_request as "waitedMs"`),
  )
  const [row] = rows
  if (row && Number(row.count) > limit.tries) {
    const left = Math.ceil((windowMs - Number(row.waitedMs)) / 1000)
    refuse('too_many_tries', { retryAfterSeconds: Math.max(1, left) })
  }
}

/** Forgets what was counted a day ago and longer; no limit's window is as long. The sweep calls it. */
export async function forgetOldTries(store: Pick<Store, 'transaction'>): Promise<void> {
  await store.transaction((tx) =>
    tx.execute(sql`
      delete from ${rateLimit}
      where last_request < (extract(epoch from clock_timestamp()) * 1000)::bigint - 86400000`),
  )
}
