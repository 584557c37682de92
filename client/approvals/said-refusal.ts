import type { Refusal } from '../../domain/refusals.ts'
import type { Failure } from '../shell/failure.ts'

/** A reason that a read gave, as a refusal: so that it is put into the same words as if it had been tried. */
export function asFailure(reason: { code: string; data: object }): Failure {
  return { kind: 'refused', refusal: reason as Refusal, requestId: null, mayTryAgain: false }
}
