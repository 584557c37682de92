import type { Refusal, RefusalCode, Refusals } from '../../domain/refusals.ts'

/**
 * What became of a call that did not succeed. `refused`: the server decided so and says why. `offline`: no answer came.
 * `fault`: something broke; `requestId` is what the administrator looks for.
 */
export type Failure = {
  kind: 'refused' | 'offline' | 'fault'
  refusal: Refusal | null
  requestId: string | null
  /** Sending the same again, with the same key, is safe and may help. */
  mayTryAgain: boolean
}

const unreachable = [502, 503, 504]

/** Reads any error a call may throw; the shape is the one that the server's error formatter gives. */
export function failureOf(error: unknown): Failure {
  const data = dataOf(error)
  if (data === null) {
    const isOffline = isRecord(error) && error.name === 'TRPCClientError'
    return { kind: isOffline ? 'offline' : 'fault', refusal: null, requestId: null, mayTryAgain: isOffline }
  }
  const requestId = typeof data.requestId === 'string' ? data.requestId : null
  const refusal = refusalIn(data.refusal)
  if (refusal !== null) {
    return { kind: 'refused', refusal, requestId, mayTryAgain: refusal.code === 'try_again' }
  }
  const mayTryAgain = typeof data.httpStatus === 'number' && unreachable.includes(data.httpStatus)
  return { kind: 'fault', refusal: null, requestId, mayTryAgain }
}

/** The refusal's data where the failure is a refusal with that code, else null. */
export function refusedWith<Code extends RefusalCode>(
  failure: Failure | null,
  code: Code,
): Refusals[Code] | null {
  return failure?.refusal?.code === code ? (failure.refusal.data as Refusals[Code]) : null
}

function dataOf(error: unknown): Record<string, unknown> | null {
  return isRecord(error) && isRecord(error.data) ? error.data : null
}

function refusalIn(value: unknown): Refusal | null {
  if (!isRecord(value) || typeof value.code !== 'string') return null
  return { code: value.code, data: isRecord(value.data) ? value.data : {} } as Refusal
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
