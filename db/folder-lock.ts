import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const held = new Set<string>()
const patienceMs = 90_000

type Holder = { pid: number; started: string; token: string }

/** When a process started, in the kernel's own count: tells a process from a later one of the same number. */
export function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Whether the process that wrote this mark still runs. */
export function isAlive({ pid, started }: { pid: number; started: string }): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === '' || processStart(pid) === started
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return { pid: 0, started: '', token: '' }
  }
}

function holds(holder: Holder): boolean {
  if (holder.pid === 0) return false
  return holder.pid === process.pid ? held.has(holder.token) : isAlive(holder)
}

/**
 * Runs the work while nobody else, in this process or another, runs any under the same file. A lock whose
 * holder died is taken over; one that stays held for long is refused with a sentence that names it.
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine: Holder = { pid: process.pid, started: processStart(process.pid), token: randomUUID() }
  const draft = `${file}.${mine.token}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  held.add(mine.token)
  try {
    await acquire(file, draft)
    try {
      return await work()
    } finally {
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true })
    }
  } finally {
    held.delete(mine.token)
    rmSync(draft, { force: true })
  }
}

async function acquire(file: string, draft: string): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    try {
      linkSync(draft, file)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (holder && !holds(holder)) discard(file, holder)
    else {
      if (Date.now() > end)
        throw new Error(`another process (${holder?.pid ?? '?'}) holds ${file} for too long`)
      await wait(20 + Math.random() * 60)
    }
  }
}

/** Moves a dead holder's lock away; one that changed hands in the meantime is put back. */
function discard(file: string, dead: Holder): void {
  const aside = `${file}.dead.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readHolder(aside)?.token !== dead.token) {
    try {
      linkSync(aside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  rmSync(aside, { force: true })
}
