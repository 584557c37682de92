import { describe, expect, it } from 'vitest'
import { type Delegation, delegationCovers, delegationGap } from '../../../domain/approvals/delegation.ts'

const from = '2026-12-10T00:00:00.000Z'
const until = '2026-12-12T00:00:00.000Z'

function aDelegation(given: Partial<Delegation> = {}): Delegation {
  return {
    id: 'letter',
    leaderId: 'ratna',
    delegateId: 'wakil',
    startsAt: from,
    endsAt: until,
    subjectClasses: null,
    revokedAt: null,
    ...given,
  }
}

describe('a delegation', () => {
  it.each([
    ['the moment before it begins', aDelegation(), '2026-12-09T23:59:59.999Z', 'event', 'not_begun'],
    ['its first moment', aDelegation(), from, 'event', null],
    ['its last moment', aDelegation(), '2026-12-11T23:59:59.999Z', 'event', null],
    ['its end', aDelegation(), until, 'event', 'over'],
    ['revoked from now on', aDelegation({ revokedAt: from }), from, 'event', 'revoked'],
    ['revoked later', aDelegation({ revokedAt: until }), from, 'event', null],
    ['a class among its own', aDelegation({ subjectClasses: ['event', 'greeting'] }), from, 'event', null],
    ['another class', aDelegation({ subjectClasses: ['greeting'] }), from, 'event', 'subject_class'],
    ['no class chosen, all delegated', aDelegation(), from, null, null],
    [
      'no class chosen, some delegated',
      aDelegation({ subjectClasses: ['event'] }),
      from,
      null,
      'subject_class',
    ],
    ['no class delegated', aDelegation({ subjectClasses: [] }), from, 'event', 'subject_class'],
  ])('%s', (_name, delegation, moment, subjectClass, gap) => {
    expect(delegationGap(delegation, moment, subjectClass)).toBe(gap)
    expect(delegationCovers(delegation, moment, subjectClass)).toBe(gap === null)
  })
})
