import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { canonicalInstant } from '../../../domain/time.ts'
import { buildApp } from '../../../server/app.ts'
import { openWorlds } from '../../../server/open-worlds.ts'
import { readSettings } from '../../../server/settings.ts'
import { asAdmin, dropDatabase } from '../../support/database.ts'
import { startTestServer, type TestServer, templateName } from '../../support/postgres.ts'

export type Served = {
  url: string
  /** Moves the server's clock forward; it runs on from there. */
  advance(minutes: number): void
  /** Sets the server's clock; it runs on from there. */
  setClock(at: string): void
  now(): string
  stop(): Promise<void>
}

let postgresServer: Promise<TestServer> | null = null

/**
 * The real server, in this process, on a fresh database and folder of its own and a free port, with a clock that a
 * test may move. Mails wait on the administrator's page, as without SMTP.
 */
export async function serve(environment: Record<string, string> = {}): Promise<Served> {
  postgresServer ??= startTestServer()
  const { adminUrl } = await postgresServer
  const name = `e2e_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${templateName}`)
  const databaseUrl = new URL(adminUrl)
  databaseUrl.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'selaras-e2e-'))
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: databaseUrl.href,
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    ...environment,
  })
  const log = pino({ level: settings.logLevel }, pino.destination(2))
  const worlds = await openWorlds(settings, log)
  let offsetMs = 0
  const now = () => canonicalInstant(new Date(Date.now() + offsetMs).toISOString())
  worlds.agency.world.clock = now
  const app = await buildApp(worlds, settings, log)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens nowhere')
  return {
    url: `http://127.0.0.1:${address.port}`,
    advance(minutes) {
      offsetMs += minutes * 60_000
    },
    setClock(at) {
      offsetMs = Date.parse(at) - Date.now()
    },
    now,
    async stop() {
      await app.close()
      await worlds.close()
      await dropDatabase(adminUrl, databaseUrl.href)
      await dropDatabase(adminUrl, `${databaseUrl.href}_demo`)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Ends the PostgreSQL of this run; the last test of a file need not call it twice. */
export async function stopPostgres(): Promise<void> {
  const running = postgresServer
  postgresServer = null
  if (running !== null) await (await running).stop()
}
