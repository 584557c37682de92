import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { user } from '../../db/schema/sign-in.ts'
import { humanLine } from '../../domain/input.ts'
import { PASSWORD_MAX, passwordGap } from '../../domain/people/password.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { fieldsOf } from '../infrastructure/fields.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { Refused, refuse } from '../infrastructure/refuse.ts'
import type { World } from '../infrastructure/world.ts'
import { ADDRESS_HEADER, type Authentication } from './authentication.ts'
import { sessionLimits } from './limits.ts'
import type { SessionCookie } from './session-cookie.ts'
import { endSessionOf, logAuth } from './session-rows.ts'

/** How long an answer to a request for a reset takes at least, whether or not there is such an account. */
const RESET_ANSWER_MS = 400

const signInInput = z.object({ email: humanLine({ max: 254 }), password: z.string().max(PASSWORD_MAX * 4) })
const resetAskedInput = z.object({ email: z.email().max(254) })
const resetInput = z.object({ token: humanLine({ max: 200 }), newPassword: z.string().max(PASSWORD_MAX * 4) })

type Options = { world: World; authentication: Authentication; cookie: SessionCookie }
type Asked = { body: unknown; headers: Headers; ipAddress: string; cookieHeader: string | null }

/**
 * The four addresses of sign-in as one function from request to answer. Every answer is ours: `{ok: true}` or
 * `{refusal}`, the same for an account that exists and one that does not; a token is never in a body.
 */
export function signInDoors({ world, authentication, cookie }: Options) {
  const doors: Record<string, (asked: Asked) => Promise<string[]>> = {
    async 'sign-in/email'(asked) {
      const { email, password } = parsed(signInInput, asked.body)
      await limitTries(world.store, 'sign-in from', asked.ipAddress, sessionLimits.signInByAddress)
      await limitTries(world.store, 'sign-in as', email, sessionLimits.signInByEmail)
      const answer = await authentication.api.signInEmail({
        body: { email, password },
        headers: asked.headers,
        asResponse: true,
      })
      if (answer.ok) return answer.headers.getSetCookie()
      if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
      await logFailure(world, email, asked)
      return refuse('credentials_wrong', {})
    },
    async 'sign-out'(asked) {
      const token = cookie.read(asked.cookieHeader)
      if (token !== null) {
        await world.store.transaction(async (tx) => {
          const userId = await endSessionOf(tx, token)
          if (userId) await logAuth(tx, { kind: 'signed_out', userId, ...from(asked) })
        })
      }
      return [cookie.clear()]
    },
    async 'request-password-reset'(asked) {
      const { email } = parsed(resetAskedInput, asked.body)
      await limitTries(world.store, 'reset from', asked.ipAddress, sessionLimits.resetByAddress)
      await limitTries(world.store, 'reset of', email, sessionLimits.resetByEmail)
      const work = authentication.api.requestPasswordReset({ body: { email }, headers: asked.headers })
      await Promise.all([work, wait(RESET_ANSWER_MS)])
      return []
    },
    async 'reset-password'(asked) {
      const { token, newPassword } = parsed(resetInput, asked.body)
      await limitTries(world.store, 'new password from', asked.ipAddress, sessionLimits.linkByAddress)
      const gap = passwordGap(newPassword)
      if (gap) refuse('password_unfit', { gap })
      const answer = await authentication.api.resetPassword({
        body: { token, newPassword },
        headers: asked.headers,
        asResponse: true,
      })
      if (answer.status >= 500) throw new Error(`reset answered ${answer.status}`)
      if (!answer.ok) refuse('link_spent', {})
      return []
    },
  }

  return async (request: Request): Promise<Response> => {
    const door = doors[new URL(request.url).pathname.replace(/^\/api\/auth\//, '')]
    if (!door || request.method !== 'POST') return answered(404, { refusal: { code: 'not_found', data: {} } })
    try {
      const cookies = await door(await askedBy(request))
      const headers = new Headers({ 'cache-control': 'no-store' })
      for (const line of cookies) headers.append('set-cookie', line)
      return answered(200, { ok: true }, headers)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const status = statuses[error.code] ?? 400
      return answered(status, { refusal: { code: error.code, data: error.data } as Refusal })
    }
  }
}

const statuses: Partial<Record<Refusal['code'], number>> = { credentials_wrong: 401, too_many_tries: 429 }

async function askedBy(request: Request): Promise<Asked> {
  const ipAddress = request.headers.get('x-forwarded-for') ?? ''
  const headers = new Headers({ [ADDRESS_HEADER]: ipAddress })
  const userAgent = request.headers.get('user-agent')
  if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, 300))
  const text = await request.text()
  return { body: jsonIn(text), headers, ipAddress, cookieHeader: request.headers.get('cookie') }
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body)
  return result.success ? result.data : refuse('input_invalid', { fields: fieldsOf(result.error) })
}

async function logFailure(world: World, email: string, asked: Asked): Promise<void> {
  await world.store.transaction(async (tx) => {
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email.toLowerCase()))
    await logAuth(tx, { kind: 'sign_in_failed', userId: known?.id ?? null, ...from(asked) })
  })
}

function from(asked: Asked): { ipAddress: string | null; userAgent: string | null } {
  return { ipAddress: asked.ipAddress || null, userAgent: asked.headers.get('user-agent') }
}

function answered(status: number, body: unknown, headers = new Headers()): Response {
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(body), { status, headers })
}
