import { describe, expect, it } from 'vitest'
import {
  type DecidedStep,
  type DecisionFacts,
  reasonsAgainstDeciding,
  standingAt,
  stepsLeftAfter,
  stepsOneDecisionFills,
} from '../../../domain/approvals/decision.ts'
import type { Delegation } from '../../../domain/approvals/delegation.ts'
import type { StoredDecision } from '../../../domain/approvals/outcome.ts'
import { reasonsAgainstRevoking } from '../../../domain/approvals/revoking.ts'

const moment = '2026-12-10T03:00:00.000Z'
const hash = 'a'.repeat(64)

function aStep(given: Partial<DecidedStep> = {}): DecidedStep {
  const asked = given.asked ?? ['hendra']
  return {
    id: 'lead',
    position: 1,
    approver: 'communications_lead',
    officeHolderId: null,
    needs: 'any',
    policies: ['executive'],
    asked,
    entitledIds: asked,
    askedPeople: asked.map((id) => ({ id, name: id })),
    ...given,
  }
}

const office = aStep({
  id: 'office',
  position: 2,
  approver: 'office_holder',
  officeHolderId: 'ratna',
  asked: ['ratna', 'wakil'],
  entitledIds: ['ratna'],
})

function aDecision(given: Partial<StoredDecision> = {}): StoredDecision {
  return {
    id: 'd1',
    stepId: 'lead',
    kind: 'approve',
    personId: 'hendra',
    onBehalfOfId: null,
    contentHash: hash,
    revokedAt: null,
    ...given,
  }
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

function facts(given: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    submission: { contentHash: hash, endedAt: null, endedWhy: null },
    presentHash: hash,
    isHandedOver: false,
    subjectClass: 'event',
    steps: [aStep(), office],
    decisions: [],
    authorIds: ['sekar'],
    delegations: [],
    ...given,
  }
}

const codes = (given: DecisionFacts, person: string, step: string, seen = hash, at = moment) =>
  reasonsAgainstDeciding(given, person, step, seen, at).map((reason) => reason.code)
const leadDecided = { decisions: [aDecision()] }

describe('reasons against deciding', () => {
  it('none for whoever is asked at the open step and wrote none of it', () => {
    expect(codes(facts(), 'hendra', 'lead')).toEqual([])
    expect(codes(facts(leadDecided), 'ratna', 'office')).toEqual([])
    expect(codes(facts({ ...leadDecided, delegations: [aDelegation()] }), 'wakil', 'office')).toEqual([])
  })

  it.each([
    ['edited', 'submission_ended'],
    ['withdrawn', 'submission_ended'],
  ])('a submission that ended because it was %s', (endedWhy, code) => {
    const ended = facts({ submission: { contentHash: hash, endedAt: moment, endedWhy } })
    expect(reasonsAgainstDeciding(ended, 'hendra', 'lead', hash, moment)).toEqual([
      { code, data: { endedWhy } },
    ])
  })

  it('what was handed over takes no more decisions', () => {
    expect(codes(facts({ isHandedOver: true }), 'hendra', 'lead')).toEqual(['submission_ended'])
  })

  it('the hash on the screen is an old one', () => {
    expect(codes(facts(), 'hendra', 'lead', 'b'.repeat(64))).toEqual(['content_changed'])
  })

  it('the content changed under a submission that nobody ended', () => {
    expect(codes(facts({ presentHash: 'b'.repeat(64) }), 'hendra', 'lead')).toEqual(['content_changed'])
    expect(codes(facts({ presentHash: null }), 'hendra', 'lead')).toEqual(['content_changed'])
  })

  it('a step of another submission', () => {
    expect(codes(facts(), 'hendra', 'elsewhere')).toEqual(['step_missing'])
  })

  it('the step before is open, and the reason names who is waited for', () => {
    expect(reasonsAgainstDeciding(facts(), 'ratna', 'office', hash, moment)).toEqual([
      { code: 'earlier_step_open', data: { position: 1, waitingFor: [{ id: 'hendra', name: 'hendra' }] } },
    ])
  })

  it('an earlier approval that was revoked, or of another content, opens its step again', () => {
    expect(codes(facts({ decisions: [aDecision({ revokedAt: moment })] }), 'ratna', 'office')).toEqual([
      'earlier_step_open',
    ])
    expect(codes(facts({ decisions: [aDecision({ contentHash: 'b' })] }), 'ratna', 'office')).toEqual([
      'earlier_step_open',
    ])
  })

  it('a step of another policy is not waited for', () => {
    const apart = facts({ steps: [aStep({ policies: ['institutional'] }), office] })
    expect(codes(apart, 'ratna', 'office')).toEqual([])
  })

  it('a second click: already decided', () => {
    expect(codes(facts(leadDecided), 'hendra', 'lead')).toEqual(['already_decided'])
  })

  it('somebody else was faster', () => {
    const two = facts({ steps: [aStep({ asked: ['hendra', 'made'] })], decisions: [aDecision()] })
    expect(codes(two, 'made', 'lead')).toEqual(['step_complete'])
  })

  it('where all must agree, the second is still asked', () => {
    const both = facts({
      steps: [aStep({ asked: ['hendra', 'made'], needs: 'all' })],
      decisions: [aDecision()],
    })
    expect(codes(both, 'made', 'lead')).toEqual([])
    expect(codes(both, 'hendra', 'lead')).toEqual(['already_decided'])
  })

  it('whoever wrote it never decides, and is told who can', () => {
    const wrote = facts({ authorIds: ['hendra'], steps: [aStep({ asked: ['hendra', 'made'] })] })
    expect(reasonsAgainstDeciding(wrote, 'hendra', 'lead', hash, moment)).toEqual([
      { code: 'wrote_it', data: { others: [{ id: 'made', name: 'made' }] } },
    ])
  })

  it('a delegate who wrote it does not decide for the leader either', () => {
    const wrote = facts({ ...leadDecided, authorIds: ['wakil'], delegations: [aDelegation()] })
    expect(codes(wrote, 'wakil', 'office')).toEqual(['wrote_it'])
  })

  it('who filled the earlier step cannot fill the leader’s by delegation', () => {
    const given = facts({ ...leadDecided, delegations: [aDelegation({ delegateId: 'hendra' })] })
    expect(codes(given, 'hendra', 'office')).toEqual(['filled_other_step'])
  })

  it('who revoked the earlier decision may', () => {
    const decisions = [aDecision({ revokedAt: moment }), aDecision({ id: 'd2', personId: 'made' })]
    const given = facts({ decisions, delegations: [aDelegation({ delegateId: 'hendra' })] })
    expect(codes(given, 'hendra', 'office')).toEqual([])
  })

  it.each(['andi', 'sekar', 'nobody'])('%s was not asked', (person) => {
    expect(codes(facts({ authorIds: [] }), person, 'lead')).toEqual(['not_asked'])
  })

  it('whoever came to hold the right after the submission was not asked either', () => {
    const later = aStep({ asked: ['hendra'], entitledIds: ['hendra', 'made'] })
    expect(codes(facts({ steps: [later] }), 'made', 'lead')).toEqual(['not_asked'])
  })

  it('a right lost since it was asked', () => {
    expect(codes(facts({ steps: [aStep({ entitledIds: [] })] }), 'hendra', 'lead')).toEqual([
      'no_longer_entitled',
    ])
  })

  it.each([
    ['over', aDelegation({ endsAt: moment })],
    ['not_begun', aDelegation({ startsAt: '2026-12-11T00:00:00.000Z' })],
    ['revoked', aDelegation({ revokedAt: moment })],
    ['subject_class', aDelegation({ subjectClasses: ['greeting'] })],
  ])('a delegation that does not carry it: %s', (why, delegation) => {
    const given = facts({ ...leadDecided, delegations: [delegation] })
    expect(reasonsAgainstDeciding(given, 'wakil', 'office', hash, moment)).toEqual([
      { code: 'delegation_not_valid', data: { why } },
    ])
  })

  it('one of two delegations that carries it is enough', () => {
    const delegations = [aDelegation({ id: 'old', endsAt: moment }), aDelegation()]
    const given = facts({ ...leadDecided, delegations })
    expect(standingAt(given, office, 'wakil', moment).standing).toEqual({
      onBehalfOfId: 'ratna',
      delegationId: 'letter',
    })
  })

  it('a delegation opens no other step than the leader’s', () => {
    expect(codes(facts({ delegations: [aDelegation({ leaderId: 'hendra' })] }), 'wakil', 'lead')).toEqual([
      'not_asked',
    ])
  })

  it('a delegation entered after the submission carries a delegate who was not asked then', () => {
    const later = facts({
      ...leadDecided,
      steps: [aStep(), { ...office, asked: ['ratna'] }],
      delegations: [aDelegation()],
    })
    expect(codes(later, 'wakil', 'office')).toEqual([])
  })

  it('the content and the order are both told', () => {
    expect(codes(facts(), 'ratna', 'office', 'b')).toEqual(['content_changed', 'earlier_step_open'])
  })
})

describe('one decision counts for all', () => {
  const unit = aStep({
    id: 'unit',
    position: 1,
    approver: 'unit_approver',
    policies: ['institutional'],
    asked: ['hendra', 'made'],
  })
  const lead = aStep({ position: 2 })
  const third = { ...office, position: 3 }

  it('of the communications lead for the unit’s step too', () => {
    const given = facts({ steps: [unit, lead, third] })
    const filled = (person: string, step: string) =>
      stepsOneDecisionFills(given, person, step, hash, moment).map((found) => found.id)
    expect(filled('hendra', 'lead')).toEqual(['lead', 'unit'])
    expect(filled('hendra', 'unit')).toEqual(['unit', 'lead'])
    expect(filled('made', 'unit')).toEqual(['unit'])
  })

  it('never for two steps of one policy', () => {
    const both = aStep({ id: 'both', position: 1, asked: ['ratna'], policies: ['executive'] })
    const given = facts({ steps: [both, { ...office, position: 2 }] })
    expect(stepsOneDecisionFills(given, 'ratna', 'both', hash, moment).map((step) => step.id)).toEqual([
      'both',
    ])
  })

  it('so that what is left afterwards is neither of the two, but a step that needs a second person still is', () => {
    const left = (steps: DecidedStep[], person: string, step: string) =>
      stepsLeftAfter(facts({ steps }), person, step, moment).map((found) => found.id)
    expect(left([unit, lead, third], 'hendra', 'lead')).toEqual(['office'])
    expect(left([unit, lead, third], 'made', 'unit')).toEqual(['lead', 'office'])
    expect(left([unit, lead], 'hendra', 'unit')).toEqual([])
    expect(left([{ ...unit, needs: 'all' }, lead], 'hendra', 'lead')).toEqual(['unit'])
    expect(left([unit, lead], 'sekar', 'lead')).toEqual(['unit', 'lead'])
  })

  it('and for none where the step that was named is refused', () => {
    const given = facts({ steps: [unit, lead, third], authorIds: ['hendra'] })
    expect(stepsOneDecisionFills(given, 'hendra', 'lead', hash, moment)).toEqual([])
    expect(
      stepsOneDecisionFills(facts({ steps: [unit, lead, third] }), 'made', 'lead', hash, moment),
    ).toEqual([])
  })
})

describe('revoking an approval', () => {
  const live = { submission: { endedAt: null, endedWhy: null }, isHandedOver: false }

  it.each([
    ['one’s own that stands', { decision: aDecision(), ...live }, 'hendra', []],
    ['somebody else’s', { decision: aDecision(), ...live }, 'ratna', ['not_own_decision']],
    [
      'the leader’s own, decided by a delegate',
      { decision: aDecision({ personId: 'wakil', onBehalfOfId: 'ratna' }), ...live },
      'ratna',
      ['not_own_decision'],
    ],
    [
      'a rejection',
      { decision: aDecision({ kind: 'reject' as const }), ...live },
      'hendra',
      ['not_an_approval'],
    ],
    ['a second time', { decision: aDecision({ revokedAt: moment }), ...live }, 'hendra', ['already_revoked']],
    ['after hand-over', { decision: aDecision(), ...live, isHandedOver: true }, 'hendra', ['handed_over']],
    [
      'of a submission that ended',
      { decision: aDecision(), isHandedOver: false, submission: { endedAt: moment, endedWhy: 'edited' } },
      'hendra',
      ['submission_ended'],
    ],
  ])('%s', (_name, given, person, expected) => {
    expect(reasonsAgainstRevoking(given, person).map((reason) => reason.code)).toEqual(expected)
  })
})
