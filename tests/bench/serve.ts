import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { ensureDatabase, startEmbedded } from '../../db/embedded.ts'
import { randomId } from '../../db/ids.ts'
import { arrayText } from '../../db/wire-types.ts'
import { filterSchema } from '../../domain/publications/filter.ts'
import { monthInput } from '../../domain/reading/input.ts'
import { addDays, startOfDay } from '../../domain/time.ts'
import { findEntries } from '../../server/answers/find-entries.ts'
import { soughtWords } from '../../server/answers/find-words.ts'
import { shownEntries } from '../../server/answers/shown-entries.ts'
import { buildApp } from '../../server/app.ts'
import { readAgency, readPerson } from '../../server/infrastructure/command.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import { look } from '../../server/infrastructure/read.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { onceStatement } from '../../server/reading/facts-once.ts'
import { filterValues } from '../../server/reading/filter.ts'
import { month, monthStatement } from '../../server/reading/month.ts'
import { placesStatement } from '../../server/reading/places.ts'
import { readSettings } from '../../server/settings.ts'
import { fillLibrary } from './desk-library.ts'
import { PLAN_MOMENT, seedPlan } from './seed-plan.ts'

/** What the measuring process is told: where the whole server and the bare handler listen, and how to be signed in. */
export type Served = { whole: string; bare: string; cookie: string }

const MONTH = { from: '2026-11-30', to: '2027-01-10' }

const [kind = 'plan', size = '100000'] = process.argv.slice(2)

const folder = mkdtempSync(join(tmpdir(), 'selaras-bench-'))
const postgres = await startEmbedded(join(folder, 'postgres'))
let closing: (() => Promise<unknown>)[] = []

/** Ends what was opened, last first, and leaves nothing behind. */
async function stop(code: number): Promise<void> {
  const ends = closing.reverse()
  closing = []
  for (const end of ends) await end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
process.on('disconnect', () => stop(1))
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`)
  void stop(1)
})
await ensureDatabase(postgres.adminUrl, 'bench')
const secret = randomBytes(32).toString('hex')
const settings = readSettings({
  PORT: '0',
  DATABASE_URL: postgres.url('bench'),
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'silent',
  SECRET: secret,
  WORKER: 'off',
})
const log = pino({ level: 'silent' })
const worlds = await openWorlds(settings, log)
closing.push(() => worlds.close())
const { world } = worlds.agency
const personId =
  kind === 'plan' ? await seedPlan(world.store, Number(size)) : await fillLibrary(world.store, Number(size))
if (kind === 'plan') world.clock = () => PLAN_MOMENT

const token = newToken()
await startSession(world.store, { id: randomId(), personId, token })
const cookie = sessionCookie('selaras', secret, false).write(token, SESSION_SECONDS).split(';')[0] ?? ''
const app = await buildApp(worlds, settings, log)
closing.push(() => app.close())
const bare = fastify()
closing.push(() => bare.close())
if (kind === 'plan') await bareMonth(bare, world, personId)
else await bareDesk(bare, world, personId)

const served: Served = {
  whole: await app.listen({ port: 0, host: '127.0.0.1' }),
  bare: await bare.listen({ port: 0, host: '127.0.0.1' }),
  cookie,
}
process.send?.(served)

process.on('message', () => stop(0))

/**
 * The same statements with the same values over the same driver, its rows as it gives them by default; the answer is
 * made once and sent as it is.
 */
async function bareMonth(server: FastifyInstance, { store }: World, id: string): Promise<void> {
  const who = { person: await readPerson(store.db, id), agency: await readAgency(store.db) }
  const { agency } = who
  const answer = { result: { data: await look(world, month, monthInput.parse(MONTH), who) } }
  const values = {
    ...filterValues(filterSchema.parse({}), PLAN_MOMENT, agency),
    ...MONTH,
    person: id,
    moment: PLAN_MOMENT,
  }
  const once = {
    ...MONTH,
    begins: startOfDay(MONTH.from, agency.zone),
    ends: startOfDay(addDays(MONTH.to, 1), agency.zone),
    moment: PLAN_MOMENT,
  }
  const edges = arrayText([addDays(MONTH.from, -1), addDays(MONTH.to, 1)])
  server.get('/month', async () => {
    await Promise.all([
      monthStatement.run(store, values),
      onceStatement.run(store, once),
      placesStatement.run(store, { days: edges, person: id, moment: PLAN_MOMENT }),
    ])
    return answer
  })
}

/** The same statements and the same answer, without session, door and checks. */
async function bareDesk(server: FastifyInstance, { store }: World, id: string): Promise<void> {
  const person = await readPerson(store.db, id)
  server.get<{ Querystring: { words: string } }>('/search', async (request) => {
    const moment = new Date().toISOString()
    const words = await soughtWords(store.db, request.query.words)
    const ids = words.length === 0 ? [] : await findEntries(store, words, person, moment, 12)
    const entries = await shownEntries(store.db, ids, person, moment, 'Asia/Jakarta')
    return { result: { data: { words: words.map((sought) => sought.word), mended: [], entries } } }
  })
}
