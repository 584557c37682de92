import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { buildApp } from '../../server/app.ts'
import { openLog } from '../../server/infrastructure/log.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { startSession } from '../../server/people/session-rows.ts'
import { readSettings } from '../../server/settings.ts'
import { anAgency } from './agency.ts'

const SECRET = 'a secret for the tests that is long enough'

/**
 * The agency of the tests behind the real HTTP server on a free port, signed in without a password. What the server
 * logs, at its lowest level, is kept as text. The caller owes `stop`.
 */
export async function aServedAgency(environment: Record<string, string> = {}) {
  const scene = await anAgency()
  const dataDir = mkdtempSync(join(tmpdir(), 'selaras-served-'))
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: scene.database.url,
    DATA_DIR: dataDir,
    SECRET,
    WORKER: 'off',
    LOG_LEVEL: 'trace',
    ...environment,
  })
  let logged = ''
  const log = openLog(
    settings.logLevel,
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk)
        done()
      },
    }),
  )
  const worlds = await openWorlds(settings, log)
  worlds.agency.world.clock = scene.now
  const app = await buildApp(worlds, settings, log)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens nowhere')
  const cookie = sessionCookie('selaras', SECRET, settings.publicUrl?.startsWith('https:') ?? false)
  return {
    scene,
    url: `http://127.0.0.1:${address.port}`,
    world: worlds.agency.world,
    logged: () => logged,
    /** The cookie header of a new session of this person. */
    async cookieOf(person: { id: string }): Promise<string> {
      const token = randomBytes(32).toString('base64url')
      await startSession(scene.world.store, { id: randomUUID(), personId: person.id, token })
      return cookie.write(token, 3600).split(';')[0] ?? ''
    },
    async stop() {
      await app.close()
      await worlds.close()
      await scene.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
