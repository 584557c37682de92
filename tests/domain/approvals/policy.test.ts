import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepsBefore } from '../../../domain/approvals/outcome.ts'
import {
  defaultPolicies,
  isTimeBoundFor,
  missedDeadline,
  type Policy,
  type PolicyAccount,
  stepDueAt,
  stepsFor,
} from '../../../domain/approvals/policy.ts'

function anAccount(given: Partial<PolicyAccount> = {}): PolicyAccount {
  return { id: 'instagram', unitId: 'biro', kind: 'institutional', officeHolderId: null, ...given }
}

const minister = anAccount({ id: 'minister-x', kind: 'executive', officeHolderId: 'ratna' })
const seats = (accounts: PolicyAccount[]) =>
  stepsFor(accounts).map((step) => `${step.position} ${step.approver} ${step.officeHolderId ?? step.unitId}`)

describe('the steps a publication must pass', () => {
  it('an institutional account asks one approver of its unit', () => {
    expect(seats([anAccount()])).toEqual(['1 unit_approver biro'])
  })

  it('an executive account asks the communications lead, then the office-holder', () => {
    expect(seats([minister])).toEqual(['1 communications_lead biro', '2 office_holder ratna'])
  })

  it('two accounts with the same approvers are asked once', () => {
    expect(seats([anAccount(), anAccount({ id: 'facebook' })])).toEqual(['1 unit_approver biro'])
    expect(seats([minister, { ...minister, id: 'minister-instagram' }])).toHaveLength(2)
  })

  it('accounts of both kinds meet both policies, each in its order', () => {
    const steps = stepsFor([minister, anAccount()])
    expect(steps.map((step) => step.approver)).toEqual([
      'unit_approver',
      'communications_lead',
      'office_holder',
    ])
    expect(steps[0]?.policies).not.toEqual(steps[1]?.policies)
    expect(steps[1]?.policies).toEqual(steps[2]?.policies)
  })

  it('two leaders of one unit share the communications lead and are both asked', () => {
    const deputy = anAccount({ id: 'deputy-x', kind: 'executive', officeHolderId: 'budi' })
    const steps = stepsFor([minister, deputy])
    expect(steps.map((step) => step.approver)).toEqual([
      'communications_lead',
      'office_holder',
      'office_holder',
    ])
    expect(steps[0]?.policies).toHaveLength(2)
  })

  it('accounts of two units ask an approver of each', () => {
    expect(seats([anAccount(), anAccount({ id: 'other', unitId: 'direktorat' })])).toEqual([
      '1 unit_approver biro',
      '2 unit_approver direktorat',
    ])
  })

  it('an executive account without an office-holder still has the step, which nobody can fill', () => {
    expect(stepsFor([{ ...minister, officeHolderId: null }])[1]).toMatchObject({
      approver: 'office_holder',
      accountId: 'minister-x',
      officeHolderId: null,
    })
  })

  it.each([600, 60])(
    'a shared step is due by the earliest policy that asks for it, %i or 240 minutes',
    (minutes) => {
      const policies: Record<'institutional' | 'executive', Policy> = {
        institutional: {
          isTimeBound: false,
          steps: [{ approver: 'communications_lead', needs: 'any', dueMinutesBefore: minutes }],
        },
        executive: defaultPolicies.executive,
      }
      const steps = stepsFor([anAccount(), minister], policies)
      expect(steps.map((step) => step.approver)).toEqual(['communications_lead', 'office_holder'])
      expect(steps[0]?.dueMinutesBefore).toBe(Math.max(minutes, 240))
    },
  )

  const accounts = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      unitId: fc.constantFrom('u1', 'u2'),
      kind: fc.constantFrom('institutional' as const, 'executive' as const),
      officeHolderId: fc.constantFrom(null, 'h1', 'h2'),
    }),
    { selector: (account) => account.id, minLength: 1 },
  )

  it('each account finds its whole policy, in its order, whatever the other accounts are', () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const together = stepsFor(given)
        expect(together.map((step) => step.position)).toEqual(together.map((_step, index) => index + 1))
        for (const account of given) {
          const alone = stepsFor([account])
          const list = alone[0]?.policies[0] ?? ''
          const own = together.filter((step) => step.policies.includes(list))
          expect(own.map((step) => step.approver)).toEqual(alone.map((step) => step.approver))
          own.forEach((step, place) => {
            const shared = stepsBefore(step, together).filter((other) => other.policies.includes(list))
            expect(shared).toHaveLength(place)
          })
        }
      }),
    )
  })

  it('the order of accounts changes nothing', () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const seen = (list: PolicyAccount[]) =>
          stepsFor(list).map(
            (step) => `${step.position} ${step.approver} ${step.unitId} ${step.officeHolderId}`,
          )
        expect(seen(given.toReversed())).toEqual(seen(given))
      }),
    )
  })
})

describe('time in a policy', () => {
  it('the time is bound where one account is executive', () => {
    expect(isTimeBoundFor([])).toBe(false)
    expect(isTimeBoundFor([anAccount()])).toBe(false)
    expect(isTimeBoundFor([anAccount(), minister])).toBe(true)
  })

  it('a step is due so long before the planned time', () => {
    const step = { dueMinutesBefore: 120 }
    const submitted = '2026-12-10T08:00:00.000Z'
    expect(stepDueAt(step, '2026-12-11T02:00:00.000Z', submitted)).toBe('2026-12-11T00:00:00.000Z')
    expect(stepDueAt(step, null, submitted)).toBe('2026-12-11T08:00:00.000Z')
  })

  it('one whose deadline is past when it is asked has half of the time that is left, and is not overdue', () => {
    const step = { dueMinutesBefore: 120 }
    const submitted = '2026-12-10T08:00:00.000Z'
    expect(stepDueAt(step, '2026-12-10T09:00:00.000Z', submitted)).toBe('2026-12-10T08:30:00.000Z')
    expect(stepDueAt(step, '2026-12-10T10:00:00.000Z', submitted)).toBe('2026-12-10T09:00:00.000Z')
    expect(stepDueAt(step, '2026-12-10T07:00:00.000Z', submitted)).toBe('2026-12-11T08:00:00.000Z')
  })

  it('a deadline that is past is said while the planned time is still ahead', () => {
    const step = { dueMinutesBefore: 120 }
    const moment = '2026-12-10T08:00:00.000Z'
    expect(missedDeadline(step, '2026-12-10T09:00:00.000Z', moment)).toBe('2026-12-10T07:00:00.000Z')
    expect(missedDeadline(step, '2026-12-10T10:00:00.000Z', moment)).toBe(moment)
    expect(missedDeadline(step, '2026-12-10T10:01:00.000Z', moment)).toBeNull()
    expect(missedDeadline(step, '2026-12-10T08:00:00.000Z', moment)).toBeNull()
    expect(missedDeadline(step, null, moment)).toBeNull()
  })
})
