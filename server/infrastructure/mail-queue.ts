import { createHash } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import type { World } from './world.ts'

export type MailQueue = {
  /** Asks that a mail be tried. Asking again for the same attempt changes nothing. */
  ask(mailId: string, attempts: number): Promise<void>
  close(): Promise<void>
}

const QUEUE = 'mail'

/**
 * The queue that carries mails. `work` is called at least once for each that was asked for; when it throws it is called
 * again later, ever more rarely, up to eight times in about half a day.
 */
export async function openMailQueue(
  world: World,
  work: (mailId: string) => Promise<void>,
): Promise<MailQueue> {
  const boss = new PgBoss({
    connectionString: world.store.url,
    application_name: 'selaras mail',
    max: 2,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  })
  boss.on('error', (error) => world.log.warn({ err: error }, 'the mail queue had trouble'))
  try {
    await installAsOwner(world)
    await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  await boss.createQueue(QUEUE, {
    retryLimit: 8,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 4 * 3_600,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  })
  await boss.work<{ mailId: string }>(QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await work(job.data.mailId)
  })
  return {
    async ask(mailId, attempts) {
      await boss.send(QUEUE, { mailId }, { id: idFor(mailId, attempts) })
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** One id for one attempt at one mail, so that two servers asking for it ask once. */
function idFor(mailId: string, attempts: number): string {
  const hex = createHash('sha256').update(`${mailId} ${attempts}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Where the application's own role may not make tables, the owner of the database makes the queue's and lets the role
 * use them. Does nothing where both are one.
 */
async function installAsOwner({ store, settings, log }: World): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = settings
  if (databaseOwnerUrl === null || databaseUrl === null || databaseOwnerUrl === databaseUrl) return
  const own = new URL(store.url)
  const owner = new URL(databaseOwnerUrl)
  owner.pathname = own.pathname
  const boss = new PgBoss({ connectionString: owner.href, max: 1, schedule: false, supervise: false })
  boss.on('error', (error) => log.warn({ err: error }, 'the mail queue could not be made'))
  await boss.start()
  try {
    const role = `"${decodeURIComponent(own.username).replaceAll('"', '""')}"`
    const grants = ['tables', 'sequences', 'functions'].map(
      (kind) => `grant all on all ${kind} in schema pgboss to ${role}`,
    )
    await boss.getDb().executeSql([`grant usage on schema pgboss to ${role}`, ...grants].join(';'))
  } finally {
    await boss.stop({ graceful: false })
  }
}
