import { describe, expect, it } from 'vitest'
import type { Delegation } from '../../../domain/approvals/delegation.ts'
import {
  type ApproverDirectory,
  askedAt,
  type Candidate,
  eligibleFor,
} from '../../../domain/approvals/eligible.ts'
import { type PolicyAccount, stepsFor } from '../../../domain/approvals/policy.ts'
import type { Grant } from '../../../domain/permissions.ts'

const moment = '2026-12-10T03:00:00.000Z'
const approver: Grant = { role: 'approver', unitId: 'biro' }

function aPerson(id: string, grants: Grant[] = [], given: Partial<Candidate> = {}): Candidate {
  return { id, name: id.toUpperCase(), grants, isActive: true, canSignIn: true, ...given }
}

function aDelegation(given: Partial<Delegation> = {}): Delegation {
  return {
    id: 'letter',
    leaderId: 'ratna',
    delegateId: 'wakil',
    startsAt: '2026-12-10T00:00:00.000Z',
    endsAt: '2026-12-12T00:00:00.000Z',
    subjectClasses: null,
    revokedAt: null,
    ...given,
  }
}

function aDirectory(given: Partial<ApproverDirectory> = {}): ApproverDirectory {
  return {
    people: [
      aPerson('hendra', [approver]),
      aPerson('wakil', [approver]),
      aPerson('ratna', [], { canSignIn: false }),
      aPerson('andi', [{ role: 'administrator', unitId: null }]),
    ],
    communicationsLeads: { biro: 'hendra' },
    delegations: [aDelegation()],
    ...given,
  }
}

const institutional: PolicyAccount = { id: 'ig', unitId: 'biro', kind: 'institutional', officeHolderId: null }
const executive: PolicyAccount = { id: 'x', unitId: 'biro', kind: 'executive', officeHolderId: 'ratna' }

function asked(accounts: PolicyAccount[], directory: ApproverDirectory, authors: string[] = []) {
  const { steps, reasons } = askedAt(stepsFor(accounts), directory, authors, 'event', moment)
  return { people: steps.map((step) => step.asked.map((person) => person.id)), reasons }
}

describe('who is asked', () => {
  it('every approver of the unit who wrote none of it', () => {
    expect(asked([institutional], aDirectory())).toEqual({ people: [['hendra', 'wakil']], reasons: [] })
    expect(asked([institutional], aDirectory(), ['hendra'])).toEqual({ people: [['wakil']], reasons: [] })
  })

  it('an approver for the agency too, one of another unit not', () => {
    const directory = aDirectory({
      people: [
        aPerson('agency', [{ role: 'approver', unitId: null }]),
        aPerson('elsewhere', [{ role: 'approver', unitId: 'direktorat' }]),
      ],
    })
    expect(asked([institutional], directory).people).toEqual([['agency']])
  })

  it('for a leader without a sign-in the running delegate, on the leader’s behalf', () => {
    expect(asked([executive], aDirectory()).people).toEqual([['hendra'], ['wakil']])
    const [, step] = stepsFor([executive])
    expect(step && eligibleFor(step, aDirectory(), 'event', moment)).toEqual([
      { id: 'wakil', name: 'WAKIL', onBehalfOfId: 'ratna', delegationId: 'letter' },
    ])
  })

  it('the leader in person before the delegate', () => {
    const directory = aDirectory({
      people: [aPerson('hendra'), aPerson('ratna'), aPerson('wakil')],
    })
    expect(asked([executive], directory).people).toEqual([['hendra'], ['ratna', 'wakil']])
  })

  it.each([
    ['that is over', aDelegation({ endsAt: moment })],
    ['that has not begun', aDelegation({ startsAt: '2026-12-10T03:00:00.001Z' })],
    ['that was revoked', aDelegation({ revokedAt: moment })],
    ['for another subject class', aDelegation({ subjectClasses: ['greeting'] })],
    ['of another leader', aDelegation({ leaderId: 'budi' })],
  ])('a delegation %s asks nobody', (_name, delegation) => {
    const { reasons } = asked([executive], aDirectory({ delegations: [delegation] }))
    expect(reasons.map((reason) => reason.code)).toEqual(['nobody_left'])
  })

  it('a delegation never chains: whom the delegate delegates to is not asked', () => {
    const chained = [aDelegation(), aDelegation({ id: 'second', leaderId: 'wakil', delegateId: 'andi' })]
    expect(asked([executive], aDirectory({ delegations: chained })).people[1]).toEqual(['wakil'])
  })

  it('somebody deactivated or without a sign-in is not asked', () => {
    const directory = aDirectory({
      people: [
        aPerson('gone', [approver], { isActive: false }),
        aPerson('paper', [approver], { canSignIn: false }),
        aPerson('here', [approver]),
      ],
    })
    expect(asked([institutional], directory).people).toEqual([['here']])
  })
})

describe('where nobody is left', () => {
  it('submitting is refused and says who could be named', () => {
    const directory = aDirectory({ communicationsLeads: { biro: null } })
    expect(asked([executive], directory, ['wakil']).reasons).toEqual([
      {
        code: 'nobody_left',
        data: {
          position: 1,
          approver: 'communications_lead',
          unitId: 'biro',
          accountId: null,
          couldBeNamed: [{ id: 'hendra', name: 'HENDRA' }],
        },
      },
    ])
  })

  it('never names an author, an administrator without the role, or somebody who left', () => {
    const directory = aDirectory({
      people: [aPerson('hendra', [approver]), aPerson('andi', [{ role: 'administrator', unitId: null }])],
    })
    const { reasons } = asked([institutional], directory, ['hendra'])
    expect(reasons[0]?.data).toMatchObject({ couldBeNamed: [] })
  })

  it('one person cannot fill both steps of one policy', () => {
    const directory = aDirectory({ delegations: [aDelegation({ delegateId: 'hendra' })] })
    expect(asked([executive], directory).reasons).toMatchObject([
      { code: 'nobody_left', data: { position: 2, approver: 'office_holder' } },
    ])
  })

  it('one person may fill a step of each of two policies', () => {
    const directory = aDirectory({
      people: [aPerson('hendra', [approver]), aPerson('ratna')],
      delegations: [],
    })
    expect(asked([institutional, executive], directory)).toEqual({
      people: [['hendra'], ['hendra'], ['ratna']],
      reasons: [],
    })
  })

  it('a leader who wrote it cannot decide, their delegate can', () => {
    const directory = aDirectory({ people: [aPerson('hendra'), aPerson('ratna'), aPerson('wakil')] })
    expect(asked([executive], directory, ['ratna']).people).toEqual([['hendra'], ['wakil']])
  })
})
