import type { Refusal } from '../../domain/refusals.ts'
import type { Failure } from '../shell/failure.ts'

type Asked = 'sign-in/email' | 'sign-out' | 'request-password-reset' | 'reset-password'

/** Asks one of sign-in's addresses; gives what went wrong, null where nothing did. The session comes as a cookie. */
export async function askSignIn(address: Asked, body: Record<string, string>): Promise<Failure | null> {
  const sent = await send(address, body)
  if (sent === null) return { kind: 'offline', refusal: null, requestId: null, mayTryAgain: true }
  if (sent.ok) return null
  const answer = (await sent.json().catch(() => null)) as { refusal?: Refusal; requestId?: string } | null
  if (answer?.refusal)
    return { kind: 'refused', refusal: answer.refusal, requestId: null, mayTryAgain: false }
  return { kind: 'fault', refusal: null, requestId: answer?.requestId ?? null, mayTryAgain: false }
}

async function send(address: Asked, body: Record<string, string>): Promise<Response | null> {
  try {
    return await fetch(`/api/auth/${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
