import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { isAlive, processStart, withFolderLock } from './folder-lock.ts'
import { type Programs, postgresPrograms } from './postgres-programs.ts'

export type Embedded = {
  /** The address of a database of this server. */
  url(databaseName: string): string
  adminUrl: string
  /** Ends our use of the server, and the server itself when nobody else uses it. */
  stop(): Promise<void>
}

const user = 'selaras'
const startPatienceMs = 60_000
const logLimitBytes = 10_000_000

/**
 * Opens the PostgreSQL that lives in this folder: makes it the first time, starts it when it does not run,
 * adopts it when it does. There is never a second server on a folder, and a folder that will not open is
 * left as it is. `quick` gives up durability; it is for the tests' throw-away folders only.
 */
export async function startEmbedded(folder: string, { quick = false } = {}): Promise<Embedded> {
  const root = resolve(folder)
  mkdirSync(join(root, 'users'), { recursive: true, mode: 0o700 })
  const data = join(root, 'data')
  const lock = join(root, 'open.lock')
  const mark = join(root, 'users', `${process.pid}-${randomBytes(4).toString('hex')}`)
  return withFolderLock(lock, async () => {
    const programs = await postgresPrograms(data)
    const password = passwordOf(root, data)
    if (!existsSync(data)) await create(programs, root, data, password)
    const port = runningPort(data) ?? (await start(programs, root, data, quick))
    writeFileSync(mark, JSON.stringify({ pid: process.pid, started: processStart(process.pid) }))
    const url = (name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
    return {
      url,
      adminUrl: url('postgres'),
      stop: () =>
        withFolderLock(lock, async () => {
          rmSync(mark, { force: true })
          if (othersUse(root) || runningPort(data) === undefined) return
          await programs.run('pg_ctl', ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop'])
        }),
    }
  })
}

/** Makes the database unless it is there. Two callers at once both succeed. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`
    if (found.length === 0) await sql`create database ${sql(name)}`
  } catch (error) {
    const code = error instanceof postgres.PostgresError ? error.code : ''
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function passwordOf(root: string, data: string): string {
  const file = join(root, 'password')
  if (!existsSync(file)) {
    if (existsSync(data)) throw new Error(`${file} is missing: without it the database cannot be opened.`)
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

/** The data folder appears whole or not at all: it is made beside its place and then moved there. */
async function create(programs: Programs, root: string, data: string, password: string): Promise<void> {
  for (const name of readdirSync(root)) {
    if (name.startsWith('making-')) rmSync(join(root, name), { recursive: true, force: true })
  }
  const making = mkdtempSync(join(root, 'making-'))
  const passwordFile = join(making, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  programs.own(making)
  programs.own(passwordFile)
  await programs.run('initdb', [
    `--pgdata=${join(making, 'data')}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--data-checksums',
  ])
  renameSync(join(making, 'data'), data)
  rmSync(making, { recursive: true, force: true })
}

/** The port of the server that runs on the folder; `undefined` when none does. */
function runningPort(data: string): number | undefined {
  const lines = pidLines(data)
  const pid = Number(lines?.[0])
  if (!lines || !pid || !isAlive({ pid, started: '' }) || !isPostgres(pid)) return undefined
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : undefined
}

function pidLines(data: string): string[] | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** After a restart of the machine or container the number may belong to somebody else. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}

async function start(programs: Programs, root: string, data: string, quick: boolean): Promise<number> {
  const log = join(root, 'postgres.log')
  if (existsSync(log) && statSync(log).size > logLimitBytes) renameSync(log, `${log}.old`)
  writeFileSync(log, '', { flag: 'a', mode: 0o600 })
  programs.own(log)
  const end = Date.now() + startPatienceMs
  for (;;) {
    // One that is on its way up or down has its process and its file: wait for how it ends.
    const pid = Number(pidLines(data)?.[0])
    const underWay = pid > 0 && isAlive({ pid, started: '' })
    if (underWay && !isPostgres(pid)) rmSync(join(data, 'postmaster.pid'))
    const already = underWay ? runningPort(data) : undefined
    if (already !== undefined) return already
    const from = statSync(log).size
    try {
      if (!underWay || !isPostgres(pid)) {
        const port = await freePort()
        const options = startOptions(port, quick)
        await programs.run('pg_ctl', ['-D', data, '-l', log, '-w', '-t', '60', '-o', options, 'start'])
        return port
      }
    } catch (error) {
      const said = readFileSync(log, 'utf8').slice(from)
      // The port was taken in between, or processes of a killed server still let go of the folder.
      const passing = /Address already in use|pre-existing shared memory block|lock file .* already exists/
      if (!passing.test(said) || Date.now() > end) {
        throw new Error(`PostgreSQL did not start: ${said.trim().slice(-1_500)}`, { cause: error })
      }
    }
    if (Date.now() > end) throw new Error(`PostgreSQL on ${data} neither starts nor ends: see ${log}`)
    await wait(200)
  }
}

function startOptions(port: number, quick: boolean): string {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    max_connections: '100',
    jit: 'off',
    log_min_error_statement: 'panic',
    ...(quick ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ')
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Whether another living process, or another part of this one, has the server open. */
function othersUse(root: string): boolean {
  const folder = join(root, 'users')
  let used = false
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (isAlive(JSON.parse(readFileSync(file, 'utf8')) as { pid: number; started: string })) used = true
    else rmSync(file, { force: true })
  }
  return used
}
