import { describe, expect, it } from 'vitest'
import {
  type CircleFacts,
  type CirclePerson,
  circleReason,
  isInCircle,
} from '../../../domain/accounts/circle.ts'
import { type Role, roles } from '../../../domain/permissions.ts'

const moment = '2026-12-10T03:00:00.000Z'

function anAccount(given: Partial<CircleFacts> = {}): CircleFacts {
  return {
    kind: 'executive',
    unitId: 'biro',
    officeHolderId: 'ratna',
    delegations: [],
    stepHolderIds: [],
    memberIds: [],
    ...given,
  }
}

function aPerson(role: Role | null, unitId: string | null = 'biro', id = 'somebody'): CirclePerson {
  return { id, grants: role === null ? [] : [{ role, unitId }], isActive: true }
}

const within: Role[] = ['contributor', 'planner', 'agent', 'lead_agent', 'approver', 'private_office']

describe('the circle of an executive account', () => {
  it.each(roles.map((role) => [role, within.includes(role)] as const))(
    '%s of its unit: %s',
    (role, expected) => {
      expect(isInCircle(aPerson(role), anAccount(), moment)).toBe(expected)
      expect(isInCircle(aPerson(role, null), anAccount(), moment)).toBe(expected)
    },
  )

  it.each(roles)('%s of another unit is outside', (role) => {
    expect(isInCircle(aPerson(role, 'direktorat'), anAccount(), moment)).toBe(false)
  })

  it.each<[string, Partial<CircleFacts>, string]>([
    ['the office-holder', {}, 'ratna'],
    ['whoever holds a step', { stepHolderIds: ['somebody'] }, 'somebody'],
    ['a person added by name', { memberIds: ['somebody'] }, 'somebody'],
  ])('%s belongs to it, without any role', (_name, given, id) => {
    expect(isInCircle(aPerson(null, null, id), anAccount(given), moment)).toBe(true)
    expect(isInCircle(aPerson(null, null, 'stranger'), anAccount(given), moment)).toBe(false)
  })

  it.each([
    ['running', '2026-12-10T00:00:00.000Z', '2026-12-11T00:00:00.000Z', null, true],
    ['from this moment', moment, '2026-12-11T00:00:00.000Z', null, true],
    ['until this moment', '2026-12-10T00:00:00.000Z', moment, null, false],
    ['not begun', '2026-12-10T03:00:00.001Z', '2026-12-11T00:00:00.000Z', null, false],
    ['revoked', '2026-12-10T00:00:00.000Z', '2026-12-11T00:00:00.000Z', moment, false],
    [
      'revoked later',
      '2026-12-10T00:00:00.000Z',
      '2026-12-11T00:00:00.000Z',
      '2026-12-10T12:00:00.000Z',
      true,
    ],
  ])('a delegate whose delegation is %s', (_name, startsAt, endsAt, revokedAt, expected) => {
    const account = anAccount({ delegations: [{ delegateId: 'somebody', startsAt, endsAt, revokedAt }] })
    expect(isInCircle(aPerson(null), account, moment)).toBe(expected)
  })

  it('somebody deactivated is outside, whatever they held', () => {
    const gone = { ...aPerson('planner', null, 'ratna'), isActive: false }
    expect(isInCircle(gone, anAccount({ memberIds: ['ratna'] }), moment)).toBe(false)
    expect(isInCircle(gone, anAccount({ kind: 'institutional' }), moment)).toBe(false)
  })

  it('an institutional account has none: everybody sees it', () => {
    expect(circleReason(aPerson(null), anAccount({ kind: 'institutional' }), moment)).toBe('institutional')
  })
})
