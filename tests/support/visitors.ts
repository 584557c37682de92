import { randomBytes } from 'node:crypto'
import type { World } from '../../server/infrastructure/world.ts'
import { openSignIn, type SignIn } from '../../server/people/sign-in.ts'

export const GOOD_PASSWORD = 'kuda delman menuju pasar ikan'

/** Sign-in over a test's world; the caller owes `close`. */
export function signInOver(world: World, url: string): Promise<SignIn> {
  return openSignIn({
    world,
    writableUrl: url,
    secret: world.settings.secret ?? randomBytes(32).toString('hex'),
  })
}

/** Asks one of sign-in's addresses as a browser would, from `address`. */
export async function ask(
  signIn: SignIn,
  path: string,
  body: unknown,
  { cookie, address = '192.0.2.7' }: { cookie?: string; address?: string } = {},
) {
  const response = await signIn.handle(
    new Request(`http://localhost/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': address,
        'user-agent': 'a test browser',
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body),
    }),
  )
  const cookies = response.headers.getSetCookie()
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    setCookie: cookies,
    /** What the browser would send next time. */
    cookie: cookies.map((line) => line.split(';')[0]).join('; '),
  }
}
