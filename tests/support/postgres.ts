import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDatabase, startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'

const prefix = 'selaras-tests-'

export const templateName = 'selaras_template'

export type TestServer = { adminUrl: string; folder: string; stop(): Promise<void> }

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/** One PostgreSQL for the run, in a folder of its own, with a migrated template. Stopped and removed at the end. */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftOvers()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const embedded = await startEmbedded(folder, { quick: true })
  const stop = async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ensureDatabase(embedded.adminUrl, templateName)
    await migrate(embedded.url(templateName))
  } catch (error) {
    await stop()
    throw error
  }
  return { adminUrl: embedded.adminUrl, folder, stop }
}

/** Servers of runs that were killed before they could stop them. */
async function removeLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (isRunning(pid)) continue
    const folder = join(tmpdir(), name)
    if (existsSync(join(folder, 'data', 'postmaster.pid'))) await stopLeftOver(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ends the server of a killed run where it still runs; what is left of its folder goes either way. */
async function stopLeftOver(folder: string): Promise<void> {
  try {
    await (await startEmbedded(folder, { quick: true })).stop()
  } catch (error) {
    process.stderr.write(`a killed run's database did not stop: ${String(error)}\n`)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export default async function setup({
  provide,
}: {
  provide: (key: 'adminUrl', value: string) => void
}): Promise<() => Promise<void>> {
  const server = await startTestServer()
  provide('adminUrl', server.adminUrl)
  return server.stop
}
