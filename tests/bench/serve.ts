import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastify, { type FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { ensureDatabase, startEmbedded } from '../../db/embedded.ts'
import { randomId } from '../../db/ids.ts'
import { findEntries } from '../../server/answers/find-entries.ts'
import { soughtWords } from '../../server/answers/find-words.ts'
import { shownEntries } from '../../server/answers/shown-entries.ts'
import { buildApp } from '../../server/app.ts'
import { readAgency, readPerson } from '../../server/infrastructure/command.ts'
import { newToken } from '../../server/infrastructure/one-time-token.ts'
import { look, type Read } from '../../server/infrastructure/read.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { openWorlds } from '../../server/open-worlds.ts'
import { sessionCookie } from '../../server/people/session-cookie.ts'
import { SESSION_SECONDS, startSession } from '../../server/people/session-rows.ts'
import { backlog } from '../../server/reading/backlog.ts'
import { month } from '../../server/reading/month.ts'
import { readSettings } from '../../server/settings.ts'
import { asAdmin } from '../support/database.ts'
import { typed } from './desk-library.ts'
import { type Crowd, seedCrowd } from './seed-people.ts'
import { PLAN_MOMENT } from './seed-plan.ts'

/** What the measuring process is told: where both listen, what to ask of each by name, and how to be signed in. */
export type Served = {
  whole: string
  bare: string
  paths: Record<string, { whole: string[]; bare: string[] }>
  cookie: string
  /** Those who are signed in at once, where the kind is `people`. */
  crowd: Crowd | null
}

/** How many are signed in at once, and how often one of them moves something. */
const CROWD = { count: 200, moves: 40 }

const MONTH = { from: '2026-11-30', to: '2027-01-10' }
const WEEK = { from: '2026-12-07', to: '2026-12-13' }

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
const isDesk = kind === 'desk'
const personId = await seeded()
if (!isDesk) world.clock = () => PLAN_MOMENT

const token = newToken()
await startSession(world.store, { id: randomId(), personId, token })
const cookies = sessionCookie('selaras', secret, false)
const cookie = cookies.write(token, SESSION_SECONDS).split(';')[0] ?? ''
const crowd = kind === 'people' ? await seedCrowd(world.store, personId, { ...CROWD, cookie: cookies }) : null
const app = await buildApp(worlds, settings, log)
closing.push(() => app.close())
const bare = fastify()
closing.push(() => bare.close())
const paths = await (isDesk ? bareDesk : barePlan)(bare, world, personId)

const served: Served = {
  paths,
  whole: await app.listen({ port: 0, host: '127.0.0.1' }),
  bare: await bare.listen({ port: 0, host: '127.0.0.1' }),
  cookie,
  crowd,
}
process.send?.(served)

process.on('message', (message) => {
  if (message === 'memory') process.send?.(process.memoryUsage().rss)
  else void stop(0)
})

/** Fills the database elsewhere and lets it settle, so that nothing of that is measured with the server. */
async function seeded(): Promise<string> {
  const url = postgres.url('bench')
  const child = fork(fileURLToPath(new URL('./seed.ts', import.meta.url)), [kind, size, url])
  const id = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)))
    child.once('exit', (code) => reject(new Error(`seeding ended with ${code}`)))
  })
  await asAdmin(url, 'vacuum analyze')
  return id
}

/** One statement as a read ran it. */
type Ran = { text: string; values: readonly unknown[] }

/**
 * The statements that a read runs, with their values, in waves: those of one wave are under way together, the next
 * begins when all of them are done.
 */
async function recorded(of: World, read: (recording: World) => Promise<unknown>): Promise<Ran[][]> {
  const waves: Ran[][] = []
  let underWay = 0
  const run = async <Rows>(text: string, values: readonly unknown[], really: () => Promise<Rows>) => {
    if (underWay === 0) waves.push([])
    waves.at(-1)?.push({ text, values })
    underWay += 1
    try {
      return await really()
    } finally {
      underWay -= 1
    }
  }
  const { store } = of
  await read({
    ...of,
    store: {
      ...store,
      prepared: (text, values = []) => run(text, values, () => store.prepared(text, values)),
      preparedEach: (text, values, onRow) => run(text, values, () => store.preparedEach(text, values, onRow)),
    },
  })
  return waves
}

/** What is asked of the calendar, by name: the door's input and the read behind it. */
function calendarReads(unitId: string): Record<string, { door: string; input: object; read: PlanRead }> {
  const unitsPromotions = { ...MONTH, filter: { unitIds: [unitId], objective: 'promote' } }
  return {
    month: { door: 'month', input: MONTH, read: month as PlanRead },
    week: { door: 'month', input: WEEK, read: month as PlanRead },
    'filtered month': { door: 'month', input: unitsPromotions, read: month as PlanRead },
    backlog: { door: 'backlog', input: { size: 30 }, read: backlog as PlanRead },
  }
}

type PlanRead = Read<unknown, unknown>

/**
 * A handler for each read of the calendar: the same statements with the same values over the same driver, its rows as it
 * gives them by default; the answer is made once and sent as it is. Answers the paths of both sides.
 */
async function barePlan(server: FastifyInstance, of: World, id: string): Promise<Served['paths']> {
  const { store } = of
  const who = { person: await readPerson(store.db, id), agency: await readAgency(store.db) }
  const unitId = who.person.grants.find((grant) => grant.unitId !== null)?.unitId
  if (!unitId) throw new Error('the planner plans for no unit')
  const paths: Served['paths'] = {}
  for (const [name, { door, input, read }] of Object.entries(calendarReads(unitId))) {
    let data: unknown
    const waves = await recorded(of, async (world) => {
      data = await look(world, read, read.input.parse(input), who)
    })
    const answer = { result: { data } }
    const path = `/${encodeURIComponent(name)}`
    server.get(path, async () => {
      for (const wave of waves)
        await Promise.all(wave.map(({ text, values }) => store.prepared(text, values)))
      return answer
    })
    const asked = encodeURIComponent(JSON.stringify(input))
    paths[name] = { whole: [`/trpc/reading.${door}?input=${asked}`], bare: [path] }
  }
  return paths
}

/** The same statements and the same answer, without session, door and checks. */
async function bareDesk(server: FastifyInstance, { store }: World, id: string): Promise<Served['paths']> {
  const person = await readPerson(store.db, id)
  server.get<{ Querystring: { words: string } }>('/search', async (request) => {
    const moment = new Date().toISOString()
    const words = await soughtWords(store.db, request.query.words)
    const ids = words.length === 0 ? [] : await findEntries(store, words, person, moment, 12)
    const entries = await shownEntries(store.db, ids, person, moment, 'Asia/Jakarta')
    return { result: { data: { words: words.map((sought) => sought.word), mended: [], entries } } }
  })
  const asked = (words: string) => encodeURIComponent(JSON.stringify({ words }))
  return {
    'desk search': {
      whole: typed.map((words) => `/trpc/answers.search?input=${asked(words)}`),
      bare: typed.map((words) => `/search?words=${encodeURIComponent(words)}`),
    },
  }
}
