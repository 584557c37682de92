import { describe, expect, test } from 'vitest'
import { failureOf, refusedWith } from '../../../client/shell/failure.ts'

const answered = (data: object) => ({ name: 'TRPCClientError', message: '', data })

describe('what became of a call that did not succeed', () => {
  test('a refusal keeps its code and data, and is never sent again by itself', () => {
    const failure = failureOf(
      answered({
        httpStatus: 429,
        requestId: '7F3K21',
        refusal: { code: 'too_many_tries', data: { retryAfterSeconds: 30 } },
      }),
    )
    expect(failure.kind).toBe('refused')
    expect(failure.mayTryAgain).toBe(false)
    expect(refusedWith(failure, 'too_many_tries')?.retryAfterSeconds).toBe(30)
    expect(refusedWith(failure, 'not_found')).toBeNull()
  })

  test('what was surely not kept is sent again with the same key', () => {
    expect(failureOf(answered({ refusal: { code: 'try_again', data: {} } })).mayTryAgain).toBe(true)
  })

  test('no answer at all is a matter of the network, and is sent again', () => {
    const failure = failureOf({ name: 'TRPCClientError', message: 'Failed to fetch' })
    expect(failure.kind).toBe('offline')
    expect(failure.mayTryAgain).toBe(true)
  })

  test('a fault names the code for the administrator and is not sent again', () => {
    const failure = failureOf(answered({ httpStatus: 500, requestId: '7F3K21', refusal: null }))
    expect(failure).toMatchObject({ kind: 'fault', requestId: '7F3K21', mayTryAgain: false })
  })

  test('an error of the page itself is a fault', () => {
    expect(failureOf(new TypeError('x'))).toMatchObject({
      kind: 'fault',
      requestId: null,
      mayTryAgain: false,
    })
  })
})
