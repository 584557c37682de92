import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { and, eq, isNull } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { randomId } from '../../db/ids.ts'
import { people } from '../../db/schema/people.ts'
import { account, rateLimit, session, user, verification } from '../../db/schema/sign-in.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from '../../domain/people/password.ts'
import type { World } from '../infrastructure/world.ts'
import { withHashedTokens } from './hashed-tokens.ts'
import { mailResetLink } from './reset-mail.ts'
import { logAuth, SESSION_SECONDS } from './session-rows.ts'

/** Under this header the doors hand better-auth the address they worked out; whatever a client sends is not read. */
export const ADDRESS_HEADER = 'x-selaras-address'

export type Authentication = ReturnType<typeof openAuthentication>

/**
 * better-auth over our tables: e-mail and password only, sign-up closed (accounts come from invitations), tokens
 * hashed, no cookie cache, a deactivated person gets no session. Only `sign-in-doors.ts` calls it.
 */
export function openAuthentication(options: {
  world: World
  db: PostgresJsDatabase
  secret: string
  prefix: string
  isSecure: boolean
}) {
  const { world, db } = options
  const adapter = drizzleAdapter(db, {
    provider: 'pg',
    schema: { user, session, account, verification, rateLimit },
  })
  return betterAuth({
    appName: 'Selaras',
    baseURL: world.settings.publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    secret: options.secret,
    database: (given: BetterAuthOptions) => withHashedTokens(adapter(given)),
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => world.log.error({ message }, 'sign-in failed inside'),
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: options.prefix,
      useSecureCookies: options.isSecure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => randomId() },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX * 4,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user: owner, token }) => mailResetLink(world, owner.id, token),
      onPasswordReset: ({ user: owner }) =>
        logAuth(db, { kind: 'password_reset', userId: owner.id, ipAddress: null, userAgent: null }),
    },
    databaseHooks: {
      session: {
        create: {
          async before(started) {
            const [active] = await db
              .select({ id: people.id })
              .from(people)
              .where(and(eq(people.userId, started.userId), isNull(people.deactivatedAt)))
            return active !== undefined
          },
          async after(started) {
            await logAuth(db, {
              kind: 'signed_in',
              userId: started.userId,
              ipAddress: started.ipAddress ?? null,
              userAgent: started.userAgent ?? null,
            })
          },
        },
      },
    },
  })
}
