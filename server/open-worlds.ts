import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import { ensureDatabase, startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { type Live, openLive } from './infrastructure/live.ts'
import type { DemoPlace, World } from './infrastructure/world.ts'
import { type Clockwork, startClockwork } from './jobs.ts'
import { openSignIn, type SignIn } from './people/sign-in.ts'
import { changedItems } from './reading/changed-items.ts'
import type { Settings } from './settings.ts'

/** One world with everything that serves it. */
export type Served = {
  world: World
  signIn: SignIn
  live: Live
  clockwork: Clockwork | null
  close(): Promise<void>
}

export type Worlds = {
  agency: Served
  /** The demo where somebody has opened it, else null. */
  openedDemo(): Served | null
  demo: DemoPlace
  close(): Promise<void>
}

type Databases = {
  agencyUrl: string
  demoUrl: string
  make(url: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Opens the databases (the embedded one in DATA_DIR unless DATABASE_URL names another), brings them to the newest
 * migration, and starts sign-in, event stream and clockwork on each. The demo is opened when it was made before, or
 * when somebody first asks for it.
 */
export async function openWorlds(settings: Settings, log: Logger): Promise<Worlds> {
  const dataDir = resolve(settings.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const databases = await openDatabases(settings, dataDir)
  const secret = settings.secret ?? keptSecret(join(dataDir, 'secret'))
  const demoMark = join(dataDir, 'demo')

  const serve = async (name: World['name'], url: string): Promise<Served> => {
    await databases.make(url)
    await migrate(ownerUrl(settings, url))
    const store = await openDatabase(url, {
      poolSize: settings.databasePool,
      applicationName: `selaras ${name}`,
      onTrouble: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
    })
    const filesDir = join(dataDir, name === 'demo' ? 'demo-files' : 'files')
    mkdirSync(filesDir, { recursive: true })
    const world: World = {
      name,
      store,
      settings: { ...settings, secret },
      filesDir,
      log: log.child({ world: name }),
      clock: null,
    }
    const signIn = await openSignIn({ world, writableUrl: url, secret })
    const live = openLive(world, changedItems)
    const clockwork = settings.isWorker ? await startClockwork(world) : null
    return {
      world,
      signIn,
      live,
      clockwork,
      async close() {
        await live.close()
        await clockwork?.close()
        await signIn.close()
        await store.close()
      },
    }
  }

  const agency = await serve('agency', databases.agencyUrl)
  let demo: Promise<Served> | null = null
  let opened: Served | null = null
  const openDemo = () => {
    demo ??= serve('demo', databases.demoUrl).then(
      (served) => {
        writeFileSync(demoMark, '')
        opened = served
        return served
      },
      (error: unknown) => {
        demo = null
        throw error
      },
    )
    return demo
  }
  if (existsSync(demoMark)) await openDemo()
  const place = (served: Served) => ({ world: served.world, signInAs: served.signIn.signInAs })

  return {
    agency,
    openedDemo: () => opened,
    demo: {
      existing: async () => (demo === null ? null : place(await demo)),
      open: async () => place(await openDemo()),
    },
    async close() {
      if (demo !== null) await (await demo).close()
      await agency.close()
      await databases.stop()
    },
  }
}

async function openDatabases(settings: Settings, dataDir: string): Promise<Databases> {
  if (settings.databaseUrl !== null) {
    const agencyUrl = settings.databaseUrl
    const demoUrl = withDatabase(agencyUrl, `${new URL(agencyUrl).pathname.slice(1)}_demo`)
    const make = async (url: string) => {
      if (url === demoUrl)
        await ensureDatabase(ownerUrl(settings, agencyUrl), new URL(demoUrl).pathname.slice(1))
    }
    return { agencyUrl, demoUrl, make, stop: async () => undefined }
  }
  const embedded = await startEmbedded(join(dataDir, 'postgres'))
  const names: Record<string, string> = {
    [embedded.url('selaras')]: 'selaras',
    [embedded.url('selaras_demo')]: 'selaras_demo',
  }
  return {
    agencyUrl: embedded.url('selaras'),
    demoUrl: embedded.url('selaras_demo'),
    make: (url) => ensureDatabase(embedded.adminUrl, names[url] ?? 'selaras'),
    stop: embedded.stop,
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** The same database as its owner, who alone may change tables. */
function ownerUrl(settings: Settings, url: string): string {
  return settings.databaseOwnerUrl === null
    ? url
    : withDatabase(settings.databaseOwnerUrl, new URL(url).pathname.slice(1))
}

function keptSecret(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
