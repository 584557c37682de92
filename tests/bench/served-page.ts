import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { pino } from 'pino'
import { randomId } from '../../db/ids.ts'
import type { Store } from '../../db/open.ts'
import { buildApp } from '../../server/app.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { readSettings } from '../../server/settings.ts'
import { browserArguments, browserPath } from '../support/browser.ts'
import { asAdmin, dropDatabase } from '../support/database.ts'
import { startTestServer, templateName } from '../support/postgres.ts'
import { PLAN_MOMENT } from './seed-plan.ts'

export type ServedPage = { address: string; browser: Browser; context: BrowserContext }

/**
 * The built page on a server of its own at `PLAN_MOMENT`, over what `seed` wrote, in a browser signed in as the person
 * whom `seed` answers. Everything ends with `run`.
 */
export async function onServedPage<Result>(
  seed: (store: Store) => Promise<string>,
  run: (served: ServedPage) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(fileURLToPath(new URL('../../dist/index.html', import.meta.url))))
    throw new Error('Build the page first: npm run build')
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
  const personId = await seed(world.store)
  const token = newToken()
  await startSession(world.store, { id: randomId(), personId, token })
  const cookie = sessionCookie('selaras', secret, false)
  const [, value = ''] = (cookie.write(token, SESSION_SECONDS).split(';')[0] ?? '').split(/=(.*)/s)
  const app = await buildApp(worlds, settings, log)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArguments })
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      serviceWorkers: 'block',
    })
    await context.addCookies([{ name: cookie.name, value, url: address }])
    return await run({ address, browser, context })
  } finally {
    await browser.close()
    await app.close()
    await worlds.close()
    await dropDatabase(postgres.adminUrl, url.href)
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
