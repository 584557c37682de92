import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { asAdmin, copyTemplate, dropDatabase, emptyDatabase } from '../support/database.ts'
import { runServer, type ServerProcess } from '../support/server-process.ts'
import { GOOD_PASSWORD } from '../support/visitors.ts'

let url: string
let dataDir: string
let running: ServerProcess[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'selaras-killed-'))
  running = []
})

afterEach(async () => {
  for (const server of running) await server.kill()
  await dropDatabase(inject('adminUrl'), url)
  rmSync(dataDir, { recursive: true, force: true })
})

function start(): ServerProcess {
  const server = runServer({ DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  running.push(server)
  return server
}

type Asking = { cookie?: string }

async function post(address: string, path: string, body: unknown, { cookie = '' }: Asking = {}) {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  })
  const text = await response.text()
  return { status: response.status, text, cookies: response.headers.getSetCookie() }
}

/** An agency with one administrator who is a planner too; gives their cookie and the account to plan for. */
async function setUp(address: string) {
  const email = 'andi@contoh.example'
  const made = await post(address, '/trpc/agency.setUp', {
    name: 'Kementerian Contoh',
    zone: 'Asia/Jakarta',
    locale: 'id',
    administrator: { name: 'Andi Tenri', email, password: GOOD_PASSWORD },
    unit: 'Biro Komunikasi',
    account: { platform: 'x', handle: '@kemencontoh' },
  })
  expect(made.status, made.text).toBe(200)
  const signedIn = await post(address, '/api/auth/sign-in/email', { email, password: GOOD_PASSWORD })
  expect(signedIn.status, signedIn.text).toBe(200)
  const cookie = signedIn.cookies.map((line) => line.split(';')[0]).join('; ')
  await asAdmin(
    url,
    `insert into role_grants (id, person_id, role, unit_id, granted_at)
     select gen_random_uuid(), p.id, 'planner', u.id, now() from people p, units u`,
  )
  const [account] = await asAdmin(url, 'select id from accounts')
  return { cookie, accountId: String(account?.id) }
}

const draft = (title: string, accountId: string) => ({
  title,
  objective: 'promote',
  subjectClass: 'information',
  time: { kind: 'none' },
  accountIds: [accountId],
  mainText: `Teks dari ${title}.`,
})

async function doctorSays(): Promise<string> {
  const doctor = runServer(
    { DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    'operator/doctor.ts',
  )
  await once(doctor.child, 'close')
  return doctor.output()
}

/** How long this machine takes right now to run a program that does nothing; the quickest of three. */
async function emptyProgramMs(): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < 3; round++) {
    const before = performance.now()
    await once(spawn(process.execPath, ['-e', '']), 'close')
    taken.push(performance.now() - before)
  }
  return Math.min(...taken)
}

test('killed five times under mixed writes, every answered write is there once and the server is back within 5 s', async () => {
  url = await copyTemplate(inject('adminUrl'))
  let server = start()
  let address = await server.address
  const { cookie, accountId } = await setUp(address)
  const answered = { created: new Map<string, string>(), edited: new Map<string, string>() }
  let isOver = false

  /** Sends one act until it is answered, always under its one key, whichever server is there. */
  const untilAnswered = async (path: string, input: unknown) => {
    const key = randomUUID()
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      const answer = await post(address, path, { key, input }, { cookie }).catch(() => null)
      if (answer?.status === 200)
        return JSON.parse(answer.text).result.data as { id: string; version: number }
      if (answer !== null && answer.status !== 503) throw new Error(`${path} answered ${answer.text}`)
      await wait(25)
    }
    throw new Error(`${path} was never answered`)
  }
  const writer = async (number: number) => {
    for (let round = 0; !isOver; round++) {
      const title = `Tulisan ${number}-${round}`
      const { id } = await untilAnswered('/trpc/publications.create', draft(title, accountId))
      answered.created.set(title, id)
      const mainText = `Teks kedua dari ${title}.`
      const [row] = await asAdmin(url, `select version from publications where id = '${id}'`)
      await untilAnswered('/trpc/publications.edit', {
        publicationId: id,
        version: Number(row?.version),
        changes: { mainText },
      })
      answered.edited.set(id, mainText)
    }
  }
  const writers = Promise.all([1, 2, 3].map(writer))
  writers.catch(() => undefined)
  const readyAfterMs: number[] = []
  for (let kill = 0; kill < 5; kill++) {
    await wait(400 + Math.random() * 300)
    await server.kill()
    const before = performance.now()
    server = start()
    address = await server.address
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    readyAfterMs.push(performance.now() - before)
  }
  await wait(400)
  isOver = true
  await writers

  expect(answered.created.size).toBeGreaterThan(10)
  const rows = await asAdmin(url, 'select id, title, main_text from publications')
  expect(rows).toHaveLength(answered.created.size)
  for (const row of rows) {
    expect(answered.created.get(String(row.title))).toBe(row.id)
    expect(row.main_text).toBe(answered.edited.get(String(row.id)))
  }
  const [counts] = await asAdmin(
    url,
    `select (select count(*)::int from audit where action = 'publications.created') as created,
            (select count(*)::int from audit where action = 'publications.edited') as edited,
            (select count(*)::int from idempotency_keys where answer is not null) as keys`,
  )
  const { created, edited } = { created: answered.created.size, edited: answered.edited.size }
  expect(counts).toEqual({ created, edited, keys: created + edited })
  // A machine busy with other work starts nothing quickly: 40 ms is what an empty program takes on an idle one.
  const slowness = Math.max(1, (await emptyProgramMs()) / 40)
  expect(Math.min(...readyAfterMs)).toBeLessThan(5_000 * slowness)
  expect(await doctorSays()).toBe('sound\n')
}, 240_000)

test('SIGTERM ends the server within 10 s with event streams open, and cleanly', async () => {
  url = await copyTemplate(inject('adminUrl'))
  const server = start()
  const address = await server.address
  const { cookie } = await setUp(address)
  const streams = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const response = await fetch(`${address}/trpc/live.changes?input=%7B%7D`, {
        headers: { cookie, accept: 'text/event-stream' },
      })
      expect(response.status).toBe(200)
      const reader = response.body?.getReader()
      expect((await reader?.read())?.done).toBe(false)
      return reader
    }),
  )
  const before = performance.now()
  const closed = once(server.child, 'close')
  server.child.kill('SIGTERM')
  const [code] = await closed
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(code).toBe(0)
  await Promise.all(streams.map((reader) => reader?.cancel().catch(() => undefined)))
  expect(await doctorSays()).toBe('sound\n')
}, 120_000)

test('two servers starting at once on an empty database migrate it once and both serve', async () => {
  url = await emptyDatabase(inject('adminUrl'))
  const servers = [start(), start()]
  const addresses = await Promise.all(servers.map((server) => server.address))
  for (const address of addresses) expect((await fetch(`${address}/healthz`)).status).toBe(200)
  const [applied] = await asAdmin(
    url,
    `select count(*)::int as n, count(distinct hash)::int as once from drizzle.__drizzle_migrations`,
  )
  expect(applied?.n).toBeGreaterThan(0)
  expect(applied?.once).toBe(applied?.n)
  const { cookie } = await setUp(addresses[0] ?? '')
  const me = await fetch(`${addresses[1]}/trpc/people.me?input=%7B%7D`, { headers: { cookie } })
  expect(me.status).toBe(200)
}, 120_000)
