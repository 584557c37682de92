import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { pino } from 'pino'
import { randomId } from '../../db/ids.ts'
import { buildApp } from '../../server/app.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { readSettings } from '../../server/settings.ts'
import { browserArguments, browserPath } from '../support/browser.ts'
import { asAdmin, dropDatabase } from '../support/database.ts'
import { startTestServer, templateName } from '../support/postgres.ts'
import { PLAN_MOMENT, seedPlan } from './seed-plan.ts'

/** Kilobytes of script, gzipped, that a browser has loaded when the month stands, lazily loaded parts counted. */
export async function scriptSize(): Promise<number> {
  const postgres = await startTestServer()
  const name = `bench_${randomBytes(6).toString('hex')}`
  await asAdmin(postgres.adminUrl, `create database ${name} template ${templateName}`)
  const url = new URL(postgres.adminUrl)
  url.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'selaras-bench-'))
  const secret = randomBytes(32).toString('hex')
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SECRET: secret,
    WORKER: 'off',
  })
  const log = pino({ level: 'silent' })
  const worlds = await openWorlds(settings, log)
  const { world } = worlds.agency
  world.clock = () => PLAN_MOMENT
  const personId = await seedPlan(world.store, 2000)
  const token = newToken()
  await startSession(world.store, { id: randomId(), personId, token })
  const cookie = sessionCookie('selaras', secret, false)
  const [, value = ''] = (cookie.write(token, SESSION_SECONDS).split(';')[0] ?? '').split(/=(.*)/s)
  const app = await buildApp(worlds, settings, log)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArguments })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    await context.addCookies([{ name: cookie.name, value, url: address }])
    const page = await context.newPage()
    const bodies: Promise<number>[] = []
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js'))
        bodies.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(`${address}/calendar?date=2026-12-09`)
    await page.locator('.cal-event').first().waitFor({ timeout: 60_000 })
    const sizes = await Promise.all(bodies)
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10
  } finally {
    await browser.close()
    await app.close()
    await worlds.close()
    await dropDatabase(postgres.adminUrl, url.href)
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
