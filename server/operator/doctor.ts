import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { startEmbedded } from '../../db/embedded.ts'
import { openDatabase } from '../../db/open.ts'
import type { World } from '../infrastructure/world.ts'
import { addressOf, readSettings } from '../settings.ts'
import { diagnose } from './diagnose.ts'

/**
 * `npm run doctor`: looks over the agency's database, and the demo's with `npm run doctor -- demo`, writes one line per
 * finding and ends with 1 where there is one. It may run beside the server and changes nothing.
 */
const settings = readSettings(process.env)
const name = process.argv.includes('demo') ? 'demo' : 'agency'
const dataDir = resolve(settings.dataDir)
const database = name === 'demo' ? 'selaras_demo' : 'selaras'

const embedded = settings.databaseUrl === null ? await startEmbedded(join(dataDir, 'postgres')) : null
const url = embedded?.url(database) ?? urlOf(settings.databaseUrl ?? '')
const store = await openDatabase(url, {
  poolSize: 2,
  applicationName: 'selaras doctor',
  statementTimeoutMs: 300_000,
})
const secretFile = join(dataDir, 'secret')
const world: World = {
  name,
  store,
  settings: {
    ...settings,
    secret: settings.secret ?? (existsSync(secretFile) ? readFileSync(secretFile, 'utf8') : null),
  },
  filesDir: join(dataDir, name === 'demo' ? 'demo-files' : 'files'),
  log: pino({ level: 'silent' }),
  clock: null,
}

try {
  const findings = await diagnose(world)
  for (const { check, subject, says } of findings) process.stdout.write(`${check}: ${subject}: ${says}\n`)
  const { url: address, isReachable } = addressOf(settings)
  if (settings.smtpUrl !== null && !isReachable)
    process.stdout.write(
      `note: PUBLIC_URL is not set: links in mails lead to ${address}, which only this machine can open\n`,
    )
  process.stdout.write(findings.length === 0 ? 'sound\n' : `${findings.length} findings\n`)
  process.exitCode = findings.length === 0 ? 0 : 1
} finally {
  await store.close()
  await embedded?.stop()
}

function urlOf(databaseUrl: string): string {
  if (name === 'agency') return databaseUrl
  const changed = new URL(databaseUrl)
  changed.pathname = `${changed.pathname}_demo`
  return changed.href
}
