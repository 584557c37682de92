import { z } from 'zod'

const whole = (fallback: number, min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)).default(fallback)

const address = z.string().refine((text) => URL.canParse(text))

/** Every setting of the environment, its check and its default; README has the same table. */
const schema = z.object({
  PORT: whole(3000, 0, 65535),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address.optional(),
  DATABASE_URL: address.optional(),
  DATABASE_OWNER_URL: address.optional(),
  DATABASE_POOL: whole(10, 2, 200),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: address.optional(),
  MAIL_FROM: z.string().default('Selaras <selaras@localhost>'),
  SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  WORKER: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Settings = {
  port: number
  host: string
  /** Null: the address under which the server listens. */
  publicUrl: string | null
  /** Null: the embedded PostgreSQL in the data folder. */
  databaseUrl: string | null
  databaseOwnerUrl: string | null
  databasePool: number
  dataDir: string
  smtpUrl: string | null
  mailFrom: string
  /** Null: made at the first start and kept in the data folder. */
  secret: string | null
  trustedProxies: string[]
  isWorker: boolean
  logLevel: string
}

/**
 * Where people open the pages, for links that leave the server: PUBLIC_URL, else the address under which it listens, which
 * may be this machine alone (`isReachable` false). `port` is the one it was given where the setting leaves it open.
 */
export function addressOf(
  settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  port = settings.port,
): { url: string; isReachable: boolean } {
  if (settings.publicUrl !== null) return { url: settings.publicUrl, isReachable: true }
  const everywhere = ['0.0.0.0', '::']
  const isLocal = everywhere.includes(settings.host) || localHosts.includes(settings.host)
  const host = everywhere.includes(settings.host) ? 'localhost' : settings.host
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, isReachable: !isLocal }
}

const localHosts = ['localhost', '127.0.0.1', '::1']

/** Reads the settings from the environment. Throws an Error with one sentence per setting that does not fit. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} does not fit: ${issue.message}.`,
    )
    throw new Error(sentences.join(' '))
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    databaseOwnerUrl: value.DATABASE_OWNER_URL ?? value.DATABASE_URL ?? null,
    databasePool: value.DATABASE_POOL,
    dataDir: value.DATA_DIR,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    secret: value.SECRET ?? null,
    trustedProxies: value.TRUSTED_PROXIES,
    isWorker: value.WORKER === 'on',
    logLevel: value.LOG_LEVEL,
  }
}
