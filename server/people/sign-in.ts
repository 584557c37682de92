import { randomId } from '../../db/ids.ts'
import { openWritable } from '../../db/open.ts'
import { newToken } from '../infrastructure/one-time-token.ts'
import type { SignInAs, World } from '../infrastructure/world.ts'
import { openAuthentication } from './authentication.ts'
import { sessionCookie } from './session-cookie.ts'
import { SESSION_SECONDS, startSession } from './session-rows.ts'
import { signInDoors } from './sign-in-doors.ts'
import { type Who, whoIs } from './who-is.ts'

export type SignIn = {
  /** Answers `/api/auth/*`: sign-in/email, sign-out, request-password-reset, reset-password; all else is not found. */
  handle(request: Request): Promise<Response>
  /** Who the request's cookie stands for at this moment; null for nobody. Nothing is kept between calls. */
  whoIs(cookieHeader: string | null | undefined): Promise<Who | null>
  /** For the demo alone: the cookies that make a visitor be this person. Throws in an agency's own world. */
  signInAs: SignInAs
  close(): Promise<void>
}

/**
 * Opens sign-in over a world's database. `secret` signs the cookies: the same on every server of the world. The
 * caller owes `close`.
 */
export async function openSignIn(options: {
  world: World
  writableUrl: string
  secret: string
}): Promise<SignIn> {
  const { world, secret } = options
  const isSecure = world.settings.publicUrl?.startsWith('https:') ?? false
  const prefix = world.name === 'demo' ? 'selaras-demo' : 'selaras'
  const cookie = sessionCookie(prefix, secret, isSecure)
  const writable = openWritable(options.writableUrl, {
    poolSize: 3,
    applicationName: `selaras sign-in ${world.name}`,
    onTrouble: (error) => world.log.warn({ err: error }, 'a connection to the database was lost'),
  })
  const authentication = openAuthentication({ world, db: writable.db, secret, prefix, isSecure })
  return {
    handle: signInDoors({ world, authentication, cookie }),
    whoIs: (cookieHeader) => whoIs(world.store, cookie, cookieHeader),
    async signInAs(personId) {
      if (world.name !== 'demo') throw new Error('only in the demo may somebody be another person')
      const token = newToken()
      await startSession(world.store, { id: randomId(), personId, token })
      return [cookie.write(token, SESSION_SECONDS)]
    },
    close: () => writable.close(),
  }
}
