import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { pino } from 'pino'
import { randomId } from '../../db/ids.ts'
import { findEntries } from '../../server/answers/find-entries.ts'
import { soughtWords } from '../../server/answers/find-words.ts'
import { shownEntries } from '../../server/answers/shown-entries.ts'
import { buildApp } from '../../server/app.ts'
import { readPerson } from '../../server/infrastructure/command.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { readSettings } from '../../server/settings.ts'
import { asAdmin, dropDatabase } from '../support/database.ts'
import { startTestServer } from '../support/postgres.ts'
import { fillLibrary, typed } from './desk-library.ts'

export type DeskTimes = { name: string; p50: number; p95: number; p99: number; worst: number }

/**
 * Searches at the desk over `size` entries, one after another, through the whole server and through a bare Fastify
 * handler that runs the same statements: what the frame costs, and whether 50 ms at p95 hold.
 */
export async function deskSearch(size: number, calls: number): Promise<DeskTimes[]> {
  const postgresServer = await startTestServer()
  const name = `bench_${randomBytes(6).toString('hex')}`
  await asAdmin(postgresServer.adminUrl, `create database ${name}`)
  const url = new URL(postgresServer.adminUrl)
  url.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'selaras-bench-'))
  const secret = randomBytes(32).toString('hex')
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SECRET: secret,
  })
  const log = pino({ level: 'silent' })
  const worlds = await openWorlds(settings, log)
  const { store } = worlds.agency.world
  const agentId = await fillLibrary(store, size)
  const token = newToken()
  await startSession(store, { id: randomId(), personId: agentId, token })
  const cookie = sessionCookie('selaras', secret, false).write(token, SESSION_SECONDS).split(';')[0] ?? ''

  const app = await buildApp(worlds, settings, log)
  const bare = fastify()
  const person = await readPerson(store.db, agentId)
  bare.get<{ Querystring: { words: string } }>('/search', async (request) => {
    const moment = new Date().toISOString()
    const words = await soughtWords(store.db, request.query.words)
    const ids = await findEntries(store, words, person, moment, 12)
    return shownEntries(store.db, ids, person, moment, 'Asia/Jakarta')
  })
  try {
    const whole = await app.listen({ port: 0, host: '127.0.0.1' })
    const handler = await bare.listen({ port: 0, host: '127.0.0.1' })
    const input = (words: string) => encodeURIComponent(JSON.stringify({ words }))
    return [
      await timed(
        'bare handler',
        calls,
        (words) => `${handler}/search?words=${encodeURIComponent(words)}`,
        '',
      ),
      await timed('selaras', calls, (words) => `${whole}/trpc/answers.search?input=${input(words)}`, cookie),
    ]
  } finally {
    await app.close()
    await bare.close()
    await worlds.close()
    await dropDatabase(postgresServer.adminUrl, url.href)
    await postgresServer.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function timed(
  name: string,
  calls: number,
  address: (words: string) => string,
  cookie: string,
): Promise<DeskTimes> {
  const times: number[] = []
  const warmUp = typed.length * 3
  for (let call = 0; call < calls + warmUp; call++) {
    const words = typed[call % typed.length] ?? ''
    const from = performance.now()
    const response = await fetch(address(words), { headers: { cookie } })
    await response.text()
    if (response.status !== 200) throw new Error(`${name} answered ${response.status} to "${words}"`)
    if (call >= warmUp) times.push(performance.now() - from)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1))
  return { name, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}

if (import.meta.main) {
  const [size = '10000', calls = '500'] = process.argv.slice(2)
  const rows = await deskSearch(Number(size), Number(calls))
  const lines = rows.map(
    ({ name, p50, p95, p99, worst }) =>
      `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, worst ${worst} ms`,
  )
  process.stdout.write(`Desk search over ${size} entries, ${calls} calls\n${lines.join('\n')}\n`)
}
