import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDatabase, startEmbedded } from '../../db/embedded.ts'
import { openDatabase } from '../../db/open.ts'
import { asAdmin } from '../support/database.ts'
import { runProgram } from '../support/program.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'selaras-embedded-'))
})

afterAll(async () => {
  const last = await startEmbedded(folder)
  await last.stop()
  rmSync(folder, { recursive: true, force: true })
})

const pidFile = () => join(folder, 'data', 'postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

const opener = () => `const { startEmbedded } = await import('./db/embedded.ts')
  const embedded = await startEmbedded(${JSON.stringify(folder)})
  process.on('SIGINT', () => embedded.stop().then(() => process.exit(0)))
  console.log(embedded.adminUrl)
  setInterval(() => {}, 1000)`

const marks = (url: string) => asAdmin(url, 'select count(*)::int as n from marks')

test('two programs that open a new folder at once share one server', async () => {
  writeFileSync(join(folder, 'open.lock'), JSON.stringify({ pid: 2 ** 22 - 3, started: '1', token: 'dead' }))
  mkdirSync(join(folder, 'making-half', 'data'), { recursive: true })
  const programs = [runProgram(opener()), runProgram(opener())]
  const [one, two] = await Promise.all(programs.map((program) => program.line))
  expect(one).toMatch(/^postgres:\/\//)
  expect(two).toBe(one)
  expect(readdirSync(folder).filter((name) => name.startsWith('making-') || name.includes('lock'))).toEqual(
    [],
  )
  await asAdmin(String(one), 'create table marks (n int)')
  await asAdmin(String(one), 'insert into marks values (1)')
  await Promise.all(programs.map((program) => program.kill()))
})

test('a killed program leaves a server that the next one adopts', async () => {
  const before = serverPid()
  const adopted = await startEmbedded(folder)
  expect(serverPid()).toBe(before)
  expect(await marks(adopted.adminUrl)).toEqual([{ n: 1 }])
  await ensureDatabase(adopted.adminUrl, 'other')
  await Promise.all([1, 2].map(() => ensureDatabase(adopted.adminUrl, 'another')))
  expect(await asAdmin(adopted.url('other'), 'select current_database() as name')).toEqual([
    { name: 'other' },
  ])
  await adopted.stop()
  expect(existsSync(pidFile())).toBe(false)
  await expect(marks(adopted.adminUrl)).rejects.toThrow()
})

test('a server stays while anyone uses it, and goes with the last', async () => {
  const first = await startEmbedded(folder)
  const program = runProgram(opener())
  expect(await program.line).toBe(first.adminUrl)
  const second = await startEmbedded(folder)
  await first.stop()
  await second.stop()
  expect(await marks(first.adminUrl)).toEqual([{ n: 1 }])
  process.kill(Number(program.child.pid), 'SIGINT')
  for (let round = 0; existsSync(pidFile()) && round < 200; round++) await wait(50)
  expect(existsSync(pidFile())).toBe(false)
})

test('an interrupt typed at the terminal does not reach the database', async () => {
  const program = runProgram(
    opener().replace('embedded.stop().then(() => process.exit(0))', 'process.exit(0)'),
  )
  const url = await program.line
  const before = serverPid()
  process.kill(-Number(program.child.pid), 'SIGINT')
  for (let round = 0; program.child.exitCode === null && round < 100; round++) await wait(20)
  expect(program.child.exitCode).toBe(0)
  expect(await marks(url)).toEqual([{ n: 1 }])
  expect(serverPid()).toBe(before)
})

test('a killed database is started again with all it had acknowledged', async () => {
  const opened = await startEmbedded(folder)
  await asAdmin(opened.adminUrl, 'insert into marks values (2)')
  process.kill(serverPid(), 'SIGKILL')
  const again = await startEmbedded(folder)
  expect(await marks(again.adminUrl)).toEqual([{ n: 2 }])
  await again.stop()
  await opened.stop()
  expect(existsSync(pidFile())).toBe(false)
})

test('a database killed under a running program comes back at the same address', async () => {
  const opened = await startEmbedded(folder)
  const store = await openDatabase(opened.adminUrl, { poolSize: 2 })
  const before = serverPid()
  process.kill(before, 'SIGKILL')
  const end = Date.now() + 5_000
  let read: unknown
  while (read === undefined && Date.now() < end) {
    await wait(50)
    const alive = existsSync(pidFile()) && serverPid() !== before
    if (alive) read = await store.prepared('select count(*)::int as n from marks').catch(() => undefined)
  }
  expect(read).toEqual([{ n: 2 }])
  await store.close()
  await opened.stop()
})

test('a number left by a server of another day does not stop the start', async () => {
  const lines = [process.pid, join(folder, 'data'), 1, 5432, '', '127.0.0.1', '', 'ready', '']
  writeFileSync(pidFile(), lines.join('\n'))
  const opened = await startEmbedded(folder)
  expect(await marks(opened.adminUrl)).toEqual([{ n: 2 }])
  await opened.stop()
})

test('a folder that will not open is left as it is', async () => {
  const version = join(folder, 'data', 'PG_VERSION')
  const kept = readFileSync(version, 'utf8')
  writeFileSync(version, '99\n')
  await expect(startEmbedded(folder)).rejects.toThrow('PostgreSQL did not start')
  expect(readFileSync(version, 'utf8')).toBe('99\n')
  writeFileSync(version, kept)
  const opened = await startEmbedded(folder)
  expect(await marks(opened.adminUrl)).toEqual([{ n: 2 }])
  await opened.stop()
})
