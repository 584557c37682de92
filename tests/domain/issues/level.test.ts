import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  needsSecondPerson,
  reasonsAgainstChangingLevel,
  reasonsAgainstConfirming,
} from '../../../domain/issues/changing-level.ts'
import {
  compareLevels,
  defaultThresholds,
  levelAfterReading,
  levelOf,
  levels,
} from '../../../domain/issues/level.ts'
import { type Reading, uptakeOf, uptakeParts } from '../../../domain/issues/uptake.ts'

function aReading(given: Partial<Reading> = {}): Reading {
  return {
    issueCount: 0,
    opinionLeaderCount: 0,
    reachPeople: 0,
    deskQuestions: 0,
    deskBaseline: 10,
    press: 'none',
    hasFormalInquiry: false,
    ...given,
  }
}

describe('public uptake', () => {
  it.each<[string, Partial<Reading>, number]>([
    ['nothing', {}, 0],
    ['reach 9,999', { reachPeople: 9_999 }, 0],
    ['reach 10,000', { reachPeople: 10_000 }, 10],
    ['reach 99,999', { reachPeople: 99_999 }, 10],
    ['reach 100,000', { reachPeople: 100_000 }, 20],
    ['reach 999,999', { reachPeople: 999_999 }, 20],
    ['reach 1,000,000', { reachPeople: 1_000_000 }, 30],
    ['desk 1.4 times', { deskQuestions: 14 }, 0],
    ['desk 1.5 times', { deskQuestions: 15 }, 10],
    ['desk 1.9 times', { deskQuestions: 19 }, 10],
    ['desk 2 times', { deskQuestions: 20 }, 20],
    ['desk 3.9 times', { deskQuestions: 39 }, 20],
    ['desk 4 times', { deskQuestions: 40 }, 30],
    ['desk without a baseline', { deskQuestions: 400, deskBaseline: null }, 0],
    ['desk with a baseline of none', { deskQuestions: 400, deskBaseline: 0 }, 0],
    ['local press', { press: 'local' }, 10],
    ['national press', { press: 'national' }, 20],
    ['a formal inquiry', { hasFormalInquiry: true }, 20],
    ['everything', { reachPeople: 5e6, deskQuestions: 99, press: 'national', hasFormalInquiry: true }, 100],
    ['many mentions alone', { issueCount: 1e6, opinionLeaderCount: 99 }, 0],
  ])('%s', (_name, given, expected) => {
    expect(uptakeOf(aReading(given))).toBe(expected)
  })

  it('says which band has no baseline', () => {
    const parts = uptakeParts(aReading({ deskBaseline: null }))
    expect(parts.filter((part) => part.isWithoutBaseline).map((part) => part.band)).toEqual(['desk'])
    expect(uptakeParts(aReading()).some((part) => part.isWithoutBaseline)).toBe(false)
  })
})

const reading: fc.Arbitrary<Reading> = fc.record({
  issueCount: fc.nat({ max: 1000 }),
  opinionLeaderCount: fc.nat({ max: 6 }),
  reachPeople: fc.nat({ max: 2_000_000 }),
  deskQuestions: fc.nat({ max: 60 }),
  deskBaseline: fc.constantFrom(null, 0, 5, 10),
  press: fc.constantFrom('none' as const, 'local' as const, 'national' as const),
  hasFormalInquiry: fc.boolean(),
})
const level = fc.constantFrom(...levels)

describe('the level that readings give', () => {
  const sixty = { reachPeople: 100_000, deskQuestions: 20, press: 'national' as const }

  it.each<[string, Reading | null, boolean, string, string[]]>([
    ['no reading yet', null, false, 'issue', ['below_thresholds']],
    ['harm marked, no reading yet', null, true, 'public_interest', ['harm']],
    ['harm marked, low counts', aReading(), true, 'public_interest', ['harm']],
    ['uptake 60', aReading(sixty), false, 'public_interest', ['uptake']],
    ['uptake 60 and harm', aReading(sixty), true, 'public_interest', ['harm', 'uptake']],
    ['uptake 50', aReading({ ...sixty, press: 'local' }), false, 'issue', ['below_thresholds']],
    ['two opinion leaders', aReading({ opinionLeaderCount: 2 }), false, 'issue', ['below_thresholds']],
    [
      'three opinion leaders',
      aReading({ opinionLeaderCount: 3 }),
      false,
      'opinion_leader',
      ['opinion_leaders'],
    ],
    [
      'uptake 60 and three opinion leaders',
      aReading({ ...sixty, opinionLeaderCount: 3 }),
      false,
      'public_interest',
      ['uptake'],
    ],
    ['a thousand mentions', aReading({ issueCount: 1000 }), false, 'issue', ['below_thresholds']],
  ])('%s', (_name, given, isHarmful, expected, because) => {
    const found = levelOf(given, isHarmful)
    expect(found.level).toBe(expected)
    expect(found.reasons.map((reason) => reason.because)).toEqual(because)
  })

  it('the agency’s own thresholds count, also one for mentions', () => {
    const thresholds = { uptake: 30, opinionLeaders: 5, issueCount: 100 }
    expect(levelOf(aReading({ reachPeople: 1e6 }), false, thresholds).level).toBe('public_interest')
    expect(levelOf(aReading({ opinionLeaderCount: 4 }), false, thresholds).level).toBe('issue')
    expect(levelOf(aReading({ issueCount: 100 }), false, thresholds)).toEqual({
      level: 'opinion_leader',
      reasons: [{ because: 'issue_count', value: 100, threshold: 100 }],
    })
  })

  it('the numbers stand in the reason', () => {
    expect(levelOf(aReading(sixty), false).reasons).toMatchObject([
      {
        because: 'uptake',
        value: 60,
        threshold: 60,
        parts: [{ points: 20 }, { points: 20 }, { points: 20 }, { points: 0 }],
      },
    ])
  })

  it('a higher count never gives a lower level', () => {
    fc.assert(
      fc.property(
        reading,
        fc.boolean(),
        fc.nat({ max: 5 }),
        fc.nat({ max: 500_000 }),
        (given, isHarmful, leaders, reach) => {
          const more = {
            ...given,
            opinionLeaderCount: given.opinionLeaderCount + leaders,
            reachPeople: given.reachPeople + reach,
            hasFormalInquiry: true,
          }
          const [lower, higher] = [levelOf(given, isHarmful).level, levelOf(more, isHarmful).level]
          expect(compareLevels(higher, lower)).toBeGreaterThanOrEqual(0)
          expect(levelOf(given, isHarmful).reasons.length).toBeGreaterThan(0)
          expect(uptakeOf(given)).toBeLessThanOrEqual(100)
        },
      ),
    )
  })

  it('rises at once and never falls by itself', () => {
    fc.assert(
      fc.property(level, level, (present, given) => {
        const after = levelAfterReading(present, given)
        expect(compareLevels(after, present)).toBeGreaterThanOrEqual(0)
        expect([present, given]).toContain(after)
        if (compareLevels(given, present) > 0) expect(after).toBe(given)
      }),
    )
    expect(defaultThresholds).toEqual({ uptake: 60, opinionLeaders: 3, issueCount: null })
  })
})

describe('a level set by a person', () => {
  const table = levels.flatMap((present) =>
    levels.flatMap((given) => levels.map((to) => ({ present, given, to }))),
  )

  it.each(table)('at $present, readings give $given, wanted $to', ({ present, given, to }) => {
    const facts = { isClosed: false, present, given }
    const isLowering = compareLevels(to, present) < 0
    const isBelow = isLowering && compareLevels(to, given) < 0
    const codes = reasonsAgainstChangingLevel(facts, { to, reason: 'Alasan' }).map(({ code }) => code)
    expect(codes).toEqual(to === present ? ['same_level'] : isBelow ? ['below_readings'] : [])
    expect(needsSecondPerson(present, to)).toBe(present === 'public_interest' && isLowering)
  })

  it('needs a reason, up or down, and an open issue', () => {
    const facts = { isClosed: false, present: 'opinion_leader' as const, given: 'issue' as const }
    for (const to of ['issue', 'public_interest'] as const) {
      expect(reasonsAgainstChangingLevel(facts, { to, reason: ' \n' }).map(({ code }) => code)).toEqual([
        'level_reason_missing',
      ])
      expect(
        reasonsAgainstChangingLevel({ ...facts, isClosed: true }, { to, reason: 'A' }).map(
          ({ code }) => code,
        ),
      ).toEqual(['issue_closed'])
    }
  })

  const facts = {
    isClosed: false,
    present: 'public_interest' as const,
    given: 'issue' as const,
    pending: { askedById: 'nur', from: 'public_interest' as const, to: 'issue' as const, isPending: true },
    onDutyIds: ['nur', 'hendra'],
  }

  it.each([
    ['a second person on duty', facts, 'hendra', []],
    ['whoever asked', facts, 'nur', ['same_person']],
    ['somebody off duty', facts, 'made', ['not_on_duty']],
    [
      'after it was settled',
      { ...facts, pending: { ...facts.pending, isPending: false } },
      'hendra',
      ['nothing_to_confirm'],
    ],
    [
      'after the level changed',
      { ...facts, present: 'opinion_leader' as const },
      'hendra',
      ['nothing_to_confirm'],
    ],
    ['after the readings rose', { ...facts, given: 'opinion_leader' as const }, 'hendra', ['below_readings']],
    ['of a closed issue', { ...facts, isClosed: true }, 'hendra', ['issue_closed']],
  ])('lowering from the top is confirmed by %s', (_name, given, person, expected) => {
    expect(reasonsAgainstConfirming(given, person).map(({ code }) => code)).toEqual(expected)
  })
})
