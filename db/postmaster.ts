import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { isAlive } from './folder-lock.ts'
import type { Programs } from './postgres-programs.ts'

const startPatienceMs = 60_000
const logLimitBytes = 10_000_000

/** Whether a server works on the folder, ready or on its way up or down. */
export function isServed(data: string): boolean {
  const pid = Number(pidLines(data)?.[0])
  return pid > 0 && isAlive({ pid, started: '' }) && servesFolder(pid, data)
}

/** The port of the server that is ready on the folder; `undefined` when none is. */
function readyPort(data: string): number | undefined {
  if (!isServed(data)) return undefined
  const lines = pidLines(data)
  return lines?.[7]?.trim() === 'ready' ? Number(lines[3]) : undefined
}

function pidLines(data: string): string[] | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Whether this process is the server of the folder: after a restart of the machine or container its number
 * may belong to somebody else. A server's working folder is its data folder.
 */
function servesFolder(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM') return true
    if (code === 'ENOENT' || code === 'ESRCH') return false
    throw error
  }
}

/** Whether any process at all works in the folder: those of a killed server let go of it a little later. */
function anyoneServes(data: string): boolean {
  const numbers = readdirSync('/proc').map(Number)
  return numbers.some((pid) => pid > 0 && nameOf(pid) === 'postgres' && servesFolder(pid, data))
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return ''
    throw error
  }
}

export type ServerFolder = {
  programs: Programs
  data: string
  log: string
  /** Gives up durability, for throw-away folders. */
  quick: boolean
  /** How to ask the server that would listen there whether it answers. */
  address: (port: number) => string
}

/**
 * Answers the port of the server on the data folder: of the one that runs there and answers, else of a new
 * one, on the port of the last one where that is free. One that is on its way up or down is waited for.
 * Refused with what the server wrote when it does not start.
 */
export async function openServer({ programs, data, log, quick, address }: ServerFolder): Promise<number> {
  if (existsSync(log) && statSync(log).size > logLimitBytes) renameSync(log, `${log}.old`)
  writeFileSync(log, '', { flag: 'a', mode: 0o600 })
  programs.own(log)
  const end = Date.now() + startPatienceMs
  let port = lastPort(data) ?? (await freePort())
  for (;;) {
    // One that is on its way up or down has its process and its file: wait for how it ends.
    const pid = Number(pidLines(data)?.[0])
    const underWay = pid > 0 && isAlive({ pid, started: '' })
    const stranger = underWay && !servesFolder(pid, data)
    if (stranger && !anyoneServes(data)) rmSync(join(data, 'postmaster.pid'))
    const already = underWay ? readyPort(data) : undefined
    if (already !== undefined && (await answers(address(already)))) return already
    const from = statSync(log).size
    try {
      if (!underWay || stranger) {
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
      if (said.includes('Address already in use')) port = await freePort()
    }
    if (Date.now() > end) throw new Error(`PostgreSQL on ${data} neither starts nor ends: see ${log}`)
    await wait(200)
  }
}

/** Whether a server takes connections there. One that was just killed may still look alive. */
async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 5 })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    const startingOrStopping = '57P03'
    return error instanceof postgres.PostgresError && error.code !== startingOrStopping
  } finally {
    await sql.end({ timeout: 1 })
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

function lastPort(data: string): number | undefined {
  try {
    const options = readFileSync(join(data, 'postmaster.opts'), 'utf8')
    const port = Number(/"-p" "(\d+)"/.exec(options)?.[1])
    return port > 0 ? port : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
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
