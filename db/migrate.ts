import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator'
import { doorClient, drizzleClient } from './drizzle-client.ts'
import { Lane } from './lane.ts'
import { transactionOn } from './transaction.ts'

const ourFolder = fileURLToPath(new URL('./migrations', import.meta.url))
const lockKey = 7_352_161_893
const lockPatience = '5min'

type Journal = { entries: { tag: string; when: number }[] }

/**
 * Brings the database to the newest migration. One connection does it all, under a lock of the database: of
 * two servers starting at once the second waits and finds nothing to do. Everything that is new commits
 * together, so a crash in between leaves the old version. A migration that was passed over (older than one
 * already applied) is refused, since drizzle would leave it out without a word.
 */
export async function migrate(url: string, migrationsFolder = ourFolder): Promise<void> {
  const journalFile = `${migrationsFolder}/meta/_journal.json`
  if (!existsSync(journalFile)) return
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal
  const lane = new Lane(
    {
      url,
      applicationName: 'selaras migrations',
      readOnlyByDefault: false,
      statementTimeoutMs: 0,
      idleInTransactionTimeoutMs: 60_000,
      onTrouble: () => undefined,
    },
    () => undefined,
  )
  try {
    const db = drizzle(
      drizzleClient({
        run: (text, params, manner) => lane.run(text, params, manner),
        begin: (work) => transactionOn(lane, (door) => work(doorClient(door))),
      }),
    )
    await db.execute(sql.raw(`set lock_timeout = '${lockPatience}'`))
    await db.execute(sql`select pg_advisory_lock(${lockKey}::bigint)`)
    await drizzleMigrate(db, { migrationsFolder })
    const applied = await db.execute<{ created_at: string }>(
      sql`select created_at from drizzle.__drizzle_migrations`,
    )
    const known = new Set(applied.map((row) => Number(row.created_at)))
    const passedOver = journal.entries.filter((entry) => !known.has(entry.when))
    if (passedOver.length > 0) {
      throw new Error(`migrations were passed over: ${passedOver.map((entry) => entry.tag).join(', ')}`)
    }
  } finally {
    lane.lose(new Error('the migrations are over'))
  }
}
