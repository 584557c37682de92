import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { isAlive, processStart, withFolderLock } from './folder-lock.ts'
import { type Programs, postgresPrograms } from './postgres-programs.ts'
import { isServed, openServer, type ServerFolder } from './postmaster.ts'

export type Embedded = {
  /** The address of a database of this server. */
  url(databaseName: string): string
  adminUrl: string
  /** Ends our use of the server, and the server itself when nobody else uses it. */
  stop(): Promise<void>
}

const user = 'selaras'
const watchEveryMs = 500

export type EmbeddedOptions = {
  /** Gives up durability; for the tests' throw-away folders only. */
  quick?: boolean
  /** Hears when a server that died could not be started again. */
  onTrouble?: (error: unknown) => void
}

/**
 * Opens the PostgreSQL that lives in this folder: makes it the first time, starts it when it does not run,
 * adopts it when it does, and starts it again when it dies while we use it. There is never a second server on
 * a folder, and a folder that will not open is left as it is.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const root = resolve(folder)
  mkdirSync(join(root, 'users'), { recursive: true, mode: 0o700 })
  const data = join(root, 'data')
  const lock = join(root, 'open.lock')
  const mark = join(root, 'users', `${process.pid}-${randomBytes(4).toString('hex')}`)
  return withFolderLock(lock, async () => {
    const programs = await postgresPrograms(data)
    const password = passwordOf(root, data)
    if (!existsSync(data)) await create(programs, root, data, password)
    const address = (port: number, name = 'postgres') =>
      `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
    const log = join(root, 'postgres.log')
    const server: ServerFolder = { programs, data, log, quick: options.quick ?? false, address }
    const port = await openServer(server)
    writeFileSync(mark, `${process.pid} ${processStart(process.pid)}\n`)
    const endWatch = watch(server, lock, options.onTrouble)
    return {
      url: (name) => address(port, name),
      adminUrl: address(port),
      stop: () => {
        endWatch()
        return withFolderLock(lock, async () => {
          rmSync(mark, { force: true })
          if (othersUse(root) || !isServed(data)) return
          await programs.run('pg_ctl', ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop'])
        })
      },
    }
  })
}

/** Looks after the server until the answer is called: one that died is started again. */
function watch(server: ServerFolder, lock: string, onTrouble?: (error: unknown) => void): () => void {
  let ended = false
  let busy = false
  const reopen = async () => {
    if (!ended) await openServer(server)
  }
  const timer = setInterval(() => {
    if (busy || isServed(server.data)) return
    busy = true
    withFolderLock(lock, reopen)
      .catch((error: unknown) => {
        if (!ended) onTrouble?.(error)
      })
      .finally(() => {
        busy = false
      })
  }, watchEveryMs)
  timer.unref()
  return () => {
    ended = true
    clearInterval(timer)
  }
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

/** Whether another living process, or another part of this one, has the server open. */
function othersUse(root: string): boolean {
  const folder = join(root, 'users')
  let used = false
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (markLives(file)) used = true
    else rmSync(file, { force: true })
  }
  return used
}

function markLives(file: string): boolean {
  const [pid, started] = readFileSync(file, 'utf8').split(' ')
  // A mark without its start was cut short by a kill.
  return started !== undefined && isAlive({ pid: Number(pid), started: started.trim() })
}
