import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DecidedStep,
  type DecisionFacts,
  reasonsAgainstDeciding,
} from '../../../domain/approvals/decision.ts'
import { outcomeOf, type StoredDecision, type StoredStep } from '../../../domain/approvals/outcome.ts'

const hash = 'a'.repeat(64)
const moment = '2026-12-10T03:00:00.000Z'

function step(id: string, position: number, given: Partial<StoredStep> = {}): StoredStep {
  return { id, position, needs: 'any', policies: ['executive'], asked: ['p1', 'p2'], ...given }
}

function approval(stepId: string, personId: string, given: Partial<StoredDecision> = {}): StoredDecision {
  return {
    id: `${stepId}-${personId}`,
    stepId,
    kind: 'approve',
    personId,
    onBehalfOfId: null,
    contentHash: hash,
    revokedAt: null,
    ...given,
  }
}

const two = [step('s1', 1), step('s2', 2)]

describe('what the decisions come to', () => {
  it.each([
    ['nothing decided', two, [], ['open', 0, ['s1']]],
    ['the first decided', two, [approval('s1', 'p1')], ['open', 1, ['s2']]],
    ['both decided', two, [approval('s1', 'p1'), approval('s2', 'p2')], ['complete', 2, []]],
    [
      'the first revoked',
      two,
      [approval('s1', 'p1', { revokedAt: moment }), approval('s2', 'p2')],
      ['open', 1, ['s1']],
    ],
    ['an approval of other content', two, [approval('s1', 'p1', { contentHash: 'b' })], ['open', 0, ['s1']]],
    ['changes asked for', two, [approval('s1', 'p1', { kind: 'ask_for_changes' })], ['ended', 0, []]],
    [
      'rejected at the second',
      two,
      [approval('s1', 'p1'), approval('s2', 'p2', { kind: 'reject' })],
      ['ended', 1, []],
    ],
    ['no steps at all', [], [], ['open', 0, []]],
    [
      'two policies side by side',
      [step('s1', 1, { policies: ['a'] }), step('s2', 2, { policies: ['b'] })],
      [],
      ['open', 0, ['s1', 's2']],
    ],
    [
      'all must agree, one has',
      [step('s1', 1, { needs: 'all' })],
      [approval('s1', 'p1')],
      ['open', 0, ['s1']],
    ],
    [
      'all must agree, all have',
      [step('s1', 1, { needs: 'all' })],
      [approval('s1', 'p1'), approval('s1', 'p2')],
      ['complete', 1, []],
    ],
    [
      'all must agree, one through a delegate',
      [step('s1', 1, { needs: 'all' })],
      [approval('s1', 'p1'), approval('s1', 'p3', { onBehalfOfId: 'p2' })],
      ['complete', 1, []],
    ],
    [
      'all must agree and nobody was asked',
      [step('s1', 1, { needs: 'all', asked: [] })],
      [],
      ['open', 0, ['s1']],
    ],
  ] as const)('%s', (_name, steps, decisions, [state, decided, open]) => {
    expect(outcomeOf(steps, decisions, hash)).toEqual({
      state,
      required: steps.length,
      decided,
      openStepIds: [...open],
    })
  })
})

const people = ['p1', 'p2', 'p3', 'author']
const act = fc.record({
  person: fc.constantFrom(...people),
  stepIndex: fc.nat({ max: 3 }),
  kind: fc.constantFrom('approve' as const, 'approve' as const, 'approve' as const, 'revoke' as const),
})
const plannedSteps = fc.array(
  fc.record({
    needs: fc.constantFrom('any' as const, 'any' as const, 'all' as const),
    policies: fc.constantFrom(['a'], ['b'], ['a', 'b']),
    asked: fc.subarray(people, { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 4 },
)

function play(
  shapes: { needs: 'any' | 'all'; policies: readonly string[]; asked: string[] }[],
  acts: { person: string; stepIndex: number; kind: 'approve' | 'revoke' }[],
) {
  const steps: DecidedStep[] = shapes.map((shape, index) => ({
    ...shape,
    id: `s${index}`,
    position: index + 1,
    approver: 'unit_approver',
    officeHolderId: null,
    entitledIds: shape.asked,
    askedPeople: shape.asked.map((id) => ({ id, name: id })),
  }))
  const decisions: StoredDecision[] = []
  for (const { person, stepIndex, kind } of acts) {
    const stepId = `s${stepIndex}`
    const facts: DecisionFacts = {
      submission: { contentHash: hash, endedAt: null, endedWhy: null },
      presentHash: hash,
      isHandedOver: false,
      subjectClass: null,
      steps,
      decisions,
      authorIds: ['author'],
      delegations: [],
    }
    if (kind === 'revoke') {
      const own = decisions.find(
        (decision) =>
          decision.personId === person && decision.stepId === stepId && decision.revokedAt === null,
      )
      if (own) own.revokedAt = moment
      continue
    }
    const { openStepIds } = outcomeOf(steps, decisions, hash)
    const reasons = reasonsAgainstDeciding(facts, person, stepId, hash, moment)
    if (reasons.length > 0) continue
    expect(openStepIds).toContain(stepId)
    decisions.push(approval(stepId, person, { id: `${decisions.length}` }))
  }
  return { steps, decisions, outcome: outcomeOf(steps, decisions, hash) }
}

describe('whatever people do in whatever order', () => {
  it('no decision is taken at a step that is not open', () => {
    fc.assert(
      fc.property(plannedSteps, fc.array(act, { maxLength: 30 }), (shapes, acts) => void play(shapes, acts)),
    )
  })

  it('complete means: every step agreed by people asked, none an author, nobody twice within a policy', () => {
    fc.assert(
      fc.property(plannedSteps, fc.array(act, { maxLength: 30 }), (shapes, acts) => {
        const { steps, decisions, outcome } = play(shapes, acts)
        const standing = decisions.filter((decision) => decision.revokedAt === null)
        for (const decision of standing) {
          const decided = steps.find((candidate) => candidate.id === decision.stepId)
          expect(decided?.asked).toContain(decision.personId)
          expect(decision.personId).not.toBe('author')
        }
        for (const policy of ['a', 'b']) {
          const inList = steps.filter((candidate) => candidate.policies.includes(policy)).map(({ id }) => id)
          const fillers = standing
            .filter((decision) => inList.includes(decision.stepId))
            .map((decision) => decision.personId)
          expect(new Set(fillers).size).toBe(fillers.length)
        }
        if (outcome.state === 'complete') {
          for (const { id } of steps) expect(standing.some((decision) => decision.stepId === id)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
