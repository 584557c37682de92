import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PauseSpan } from '../../../domain/marks/pauses.ts'
import { publicationStates } from '../../../domain/publications/states.ts'
import { type Blocker, type BlockerCode, blockerCodes } from '../../../domain/publishing/blockers.ts'
import { isReady, type ReadinessFacts, readiness } from '../../../domain/publishing/readiness.ts'

const planned = '2026-12-11T02:00:00.000Z'
const before = '2026-12-10T02:00:00.000Z'
const graceEnd = '2026-12-11T02:15:00.000Z'
const afterGrace = '2026-12-11T02:15:00.001Z'

function aPause(given: Partial<PauseSpan> = {}): PauseSpan {
  return {
    id: 'quiet',
    kind: 'election_quiet',
    name: 'Masa tenang',
    stops: 'promotional',
    scope: 'agency',
    unitIds: [],
    accountIds: [],
    from: '2026-12-10T17:00:00.000Z',
    until: '2026-12-13T17:00:00.000Z',
    ...given,
  }
}

/** Nothing blocks and nothing warns. */
function facts(given: Partial<ReadinessFacts> = {}): ReadinessFacts {
  return {
    publicationId: 'p',
    state: 'approved',
    handedOverAt: null,
    objective: 'promote',
    unitId: 'biro',
    accounts: [{ id: 'ig', unitId: 'biro' }],
    owner: { id: 'sekar', name: 'Sekar Larasati' },
    stepsRequired: 1,
    stepsDecided: 1,
    waitingFor: [],
    isAlignmentRequired: true,
    briefingVersion: 2,
    signedVersion: 2,
    openQuestions: 0,
    questionsAfterSignature: 0,
    leadAgents: [{ id: 'nur', name: 'Nur Aisyah' }],
    acknowledgedCount: 2,
    agentsOnShift: 2,
    acknowledgementPercent: 80,
    acknowledgementBlocks: false,
    findings: [],
    pauses: [],
    exceptedPauseIds: [],
    exceptionApprovers: [{ id: 'hendra', name: 'Hendra Wicaksono' }],
    embargoes: [],
    cancelledEvent: null,
    holds: [],
    plannedAt: planned,
    timeKind: 'exact',
    graceMinutes: 15,
    near: [],
    othersThatDay: 0,
    crowdedFrom: 5,
    ...given,
  }
}

const seen = (given: Partial<ReadinessFacts>, moment = before) =>
  readiness(facts(given), moment).map((found) => `${found.code} ${found.severity} ${found.liftedBy.kind}`)

describe('what blocks and what warns', () => {
  it('nothing, where everything is there', () => {
    expect(readiness(facts(), before)).toEqual([])
  })

  it.each<[string, Partial<ReadinessFacts>, string[], string?]>([
    [
      'not submitted',
      { state: 'draft', stepsRequired: 0, stepsDecided: 0 },
      ['approval_missing blocker planner'],
    ],
    ['an idea', { state: 'idea', stepsRequired: 0, stepsDecided: 0 }, ['approval_missing blocker planner']],
    [
      'one of two steps decided',
      { state: 'in_review', stepsRequired: 2 },
      ['approval_missing blocker approver'],
    ],
    ['in review though every step is decided', { state: 'in_review' }, ['approval_missing blocker approver']],
    ['approved without steps', { stepsRequired: 0, stepsDecided: 0 }, ['approval_missing blocker approver']],
    ['approved with a step open again', { stepsDecided: 0 }, ['approval_missing blocker approver']],

    [
      'no briefing where one is required',
      { briefingVersion: null, signedVersion: null },
      ['alignment_missing blocker planner'],
    ],
    ['an unsigned briefing', { signedVersion: null }, ['alignment_missing blocker lead_agent']],
    ['a new version since the signature', { signedVersion: 1 }, ['alignment_missing blocker lead_agent']],
    [
      'an open question before the signature',
      { signedVersion: null, openQuestions: 1 },
      ['alignment_missing blocker planner'],
    ],
    [
      'a question after the signature',
      { openQuestions: 1, questionsAfterSignature: 1 },
      ['question_open warning planner'],
    ],
    [
      'no briefing where none is required',
      { isAlignmentRequired: false, briefingVersion: null, signedVersion: null },
      ['briefing_missing warning planner'],
    ],
    ['an unsigned briefing where none is required', { isAlignmentRequired: false, signedVersion: null }, []],
    [
      'a question on it',
      { isAlignmentRequired: false, signedVersion: null, openQuestions: 2 },
      ['question_open warning planner'],
    ],

    ['too few have read it', { acknowledgedCount: 1 }, ['acknowledgement_low warning agent']],
    [
      'too few have read it, and the agency blocks',
      { acknowledgedCount: 1, acknowledgementBlocks: true },
      ['acknowledgement_low blocker agent'],
    ],
    ['just enough have read it', { acknowledgedCount: 4, agentsOnShift: 5 }, []],
    [
      'a part of a person counts as one',
      { acknowledgedCount: 4, agentsOnShift: 6 },
      ['acknowledgement_low warning agent'],
    ],
    ['nobody on shift', { acknowledgedCount: 0, agentsOnShift: 0 }, []],
    ['the shift was not looked up', { acknowledgedCount: 0, agentsOnShift: null }, []],
    [
      'nothing to read',
      { acknowledgedCount: 0, briefingVersion: null, signedVersion: null, isAlignmentRequired: false },
      ['briefing_missing warning planner'],
    ],

    [
      'a broken limit',
      { findings: [{ variantId: 'v', accountId: 'ig', count: 2 }] },
      ['variant_invalid blocker planner'],
    ],
    ['no broken limit', { findings: [{ variantId: 'v', accountId: 'ig', count: 0 }] }, []],

    ['a pause on promotion', { pauses: [aPause()] }, ['paused blocker approver']],
    ['the same for a protect publication', { objective: 'protect', pauses: [aPause()] }, []],
    [
      'a pause on everything',
      { objective: 'protect', pauses: [aPause({ stops: 'everything' })] },
      ['paused blocker approver'],
    ],
    ['an exception from it', { pauses: [aPause()], exceptedPauseIds: ['quiet'] }, []],
    [
      'an exception from another',
      { pauses: [aPause()], exceptedPauseIds: ['other'] },
      ['paused blocker approver'],
    ],
    [
      'two pauses, one excepted',
      { pauses: [aPause(), aPause({ id: 'mourning' })], exceptedPauseIds: ['quiet'] },
      ['paused blocker approver'],
    ],
    ['held by an issue', { holds: [{ issueId: 'fee', leads: [] }] }, ['held blocker issue_lead']],

    [
      'an embargo that ends after its time',
      { embargoes: [{ of: 'publication', until: '2026-12-11T02:00:00.001Z', name: null }] },
      ['embargoed blocker planner'],
    ],
    [
      'an embargo that ends at its time',
      { embargoes: [{ of: 'publication', until: planned, name: null }] },
      [],
    ],
    [
      'an embargo on it that ended and one on its campaign that did not',
      {
        embargoes: [
          { of: 'publication', until: before, name: null },
          { of: 'campaign', until: afterGrace, name: 'PPDB' },
        ],
      },
      ['embargoed blocker planner'],
    ],
    [
      'an embargo though every pause is excepted',
      {
        pauses: [aPause()],
        exceptedPauseIds: ['quiet'],
        embargoes: [{ of: 'campaign', until: afterGrace, name: 'PPDB' }],
      },
      ['embargoed blocker planner'],
    ],
    [
      'an embargo looked at once it is over, on a time before its end',
      { embargoes: [{ of: 'publication', until: graceEnd, name: null }] },
      ['embargoed blocker planner'],
      graceEnd,
    ],
    [
      'an embargo without a time',
      {
        plannedAt: null,
        timeKind: 'open',
        embargoes: [{ of: 'publication', until: afterGrace, name: null }],
      },
      ['time_missing blocker planner'],
    ],

    [
      'the event it hangs on was cancelled',
      { cancelledEvent: 'Kunjungan kerja' },
      ['event_cancelled warning planner'],
    ],

    ['no time', { plannedAt: null, timeKind: 'none' }, ['time_missing blocker planner']],
    ['the hour still open', { plannedAt: null, timeKind: 'open' }, ['time_missing blocker planner']],
    ['a tentative time', { timeKind: 'tentative' }, ['time_missing blocker planner']],
    ['a tentative time in the past', { timeKind: 'tentative' }, ['time_missing blocker planner'], afterGrace],
    ['its time has come', {}, [], planned],
    ['the end of the grace', {}, [], graceEnd],
    ['after the grace', {}, ['time_past blocker planner'], afterGrace],

    [
      'a post too near',
      { near: [{ publicationId: 'q', accountId: 'ig', minutesApart: -59, minimumMinutes: 60 }] },
      ['clash warning planner'],
    ],
    [
      'a post just far enough',
      { near: [{ publicationId: 'q', accountId: 'ig', minutesApart: 60, minimumMinutes: 60 }] },
      [],
    ],
    ['a crowded day', { othersThatDay: 5 }, ['crowded warning planner']],
    ['a day not yet crowded', { othersThatDay: 4 }, []],
    ['crowding switched off', { othersThatDay: 50, crowdedFrom: 0 }, []],
  ])('%s', (_name, given, expected, moment) => {
    expect(seen(given, moment)).toEqual(expected)
  })

  it('all at once, each with its page, its data and who lifts it', () => {
    const everything = readiness(
      facts({
        state: 'in_review',
        stepsRequired: 2,
        stepsDecided: 1,
        waitingFor: [{ id: 'ratna', name: 'Ratna' }],
        signedVersion: 1,
        openQuestions: 0,
        acknowledgedCount: 0,
        findings: [{ variantId: 'v', accountId: 'ig', count: 1 }],
        pauses: [aPause()],
        holds: [{ issueId: 'fee', leads: [{ id: 'nur', name: 'Nur' }] }],
      }),
      afterGrace,
    )
    expect(everything).toEqual<Blocker[]>([
      {
        code: 'approval_missing',
        severity: 'blocker',
        variantId: null,
        data: { required: 2, decided: 1, isSubmitted: true },
        liftedBy: { kind: 'approver', people: [{ id: 'ratna', name: 'Ratna' }] },
        page: { name: 'publication', publicationId: 'p', part: 'approval' },
      },
      {
        code: 'alignment_missing',
        severity: 'blocker',
        variantId: null,
        data: { why: 'changed_since', version: 2, signedVersion: 1, openQuestions: 0 },
        liftedBy: { kind: 'lead_agent', people: [{ id: 'nur', name: 'Nur Aisyah' }] },
        page: { name: 'publication', publicationId: 'p', part: 'briefing' },
      },
      {
        code: 'acknowledgement_low',
        severity: 'warning',
        variantId: null,
        data: { read: 0, onShift: 2, askedFor: 2 },
        liftedBy: { kind: 'agent', people: [] },
        page: { name: 'publication', publicationId: 'p', part: 'briefing' },
      },
      {
        code: 'variant_invalid',
        severity: 'blocker',
        variantId: 'v',
        data: { accountId: 'ig', count: 1 },
        liftedBy: { kind: 'planner', people: [{ id: 'sekar', name: 'Sekar Larasati' }] },
        page: { name: 'publication', publicationId: 'p', part: 'content' },
      },
      {
        code: 'paused',
        severity: 'blocker',
        variantId: null,
        data: {
          pauseId: 'quiet',
          kind: 'election_quiet',
          name: 'Masa tenang',
          stops: 'promotional',
          from: '2026-12-10T17:00:00.000Z',
          until: '2026-12-13T17:00:00.000Z',
        },
        liftedBy: { kind: 'approver', people: [{ id: 'hendra', name: 'Hendra Wicaksono' }] },
        page: { name: 'publication', publicationId: 'p', part: 'time' },
      },
      {
        code: 'held',
        severity: 'blocker',
        variantId: null,
        data: { issueId: 'fee' },
        liftedBy: { kind: 'issue_lead', people: [{ id: 'nur', name: 'Nur' }] },
        page: { name: 'issue', issueId: 'fee' },
      },
      {
        code: 'time_past',
        severity: 'blocker',
        variantId: null,
        data: { plannedAt: planned, graceMinutes: 15 },
        liftedBy: { kind: 'planner', people: [{ id: 'sekar', name: 'Sekar Larasati' }] },
        page: { name: 'publication', publicationId: 'p', part: 'time' },
      },
    ])
  })
})

const arbitrary: fc.Arbitrary<ReadinessFacts> = fc
  .record({
    state: fc.constantFrom(...publicationStates),
    handedOverAt: fc.constantFrom(null, planned),
    objective: fc.constantFrom('promote' as const, 'protect' as const),
    stepsRequired: fc.nat({ max: 3 }),
    stepsDecided: fc.nat({ max: 3 }),
    isAlignmentRequired: fc.boolean(),
    briefingVersion: fc.constantFrom(null, 1, 2),
    signedVersion: fc.constantFrom(null, 1, 2),
    openQuestions: fc.nat({ max: 2 }),
    questionsAfterSignature: fc.nat({ max: 2 }),
    acknowledgedCount: fc.nat({ max: 4 }),
    agentsOnShift: fc.constantFrom(null, 0, 1, 4),
    acknowledgementPercent: fc.nat({ max: 100 }),
    acknowledgementBlocks: fc.boolean(),
    findings: fc.array(
      fc.record({
        variantId: fc.constantFrom('v', 'w'),
        accountId: fc.constant('ig'),
        count: fc.nat({ max: 2 }),
      }),
      { maxLength: 2 },
    ),
    pauses: fc.constantFrom([], [aPause()], [aPause({ stops: 'everything' as const })]),
    exceptedPauseIds: fc.constantFrom([], ['quiet']),
    embargoes: fc.constantFrom([], [{ of: 'campaign' as const, until: afterGrace, name: 'PPDB' }]),
    holds: fc.constantFrom([], [{ issueId: 'fee', leads: [] }]),
    plannedAt: fc.constantFrom(null, planned),
    timeKind: fc.constantFrom('none' as const, 'exact' as const, 'tentative' as const, 'open' as const),
    othersThatDay: fc.nat({ max: 9 }),
  })
  .map((given) => facts(given))
const moments = fc.constantFrom(before, planned, graceEnd, afterGrace)
const codesOf = (given: ReadinessFacts, moment: string) =>
  readiness(given, moment)
    .filter((found) => found.severity === 'blocker')
    .map((found): BlockerCode => found.code)

describe('readiness of anything', () => {
  it('never throws, gives known codes only, and a variant only for a broken limit', () => {
    fc.assert(
      fc.property(arbitrary, moments, (given, moment) => {
        for (const found of readiness(given, moment)) {
          expect(blockerCodes).toContain(found.code)
          expect(found.variantId !== null).toBe(found.code === 'variant_invalid')
        }
      }),
    )
  })

  it('is silent about what is out or cancelled', () => {
    fc.assert(
      fc.property(arbitrary, moments, (given, moment) => {
        const isOver = given.state === 'published' || given.state === 'cancelled'
        const isHandedOver = given.state === 'approved' && given.handedOverAt !== null
        if (isOver || isHandedOver) expect(readiness(given, moment)).toEqual([])
        else if (given.state !== 'approved') expect(codesOf(given, moment)).toContain('approval_missing')
      }),
    )
  })

  it('is ready only when approved, signed where it must be, within limits, in no pause, under no embargo, held by nobody, in time', () => {
    fc.assert(
      fc.property(arbitrary, moments, (given, moment) => {
        if (given.handedOverAt !== null || given.state === 'published' || given.state === 'cancelled') return
        const askedFor = Math.ceil(((given.agentsOnShift ?? 0) * given.acknowledgementPercent) / 100)
        const expected =
          given.state === 'approved' &&
          given.stepsRequired > 0 &&
          given.stepsDecided >= given.stepsRequired &&
          (!given.isAlignmentRequired ||
            (given.briefingVersion !== null && given.signedVersion === given.briefingVersion)) &&
          (!given.acknowledgementBlocks ||
            given.agentsOnShift === null ||
            given.briefingVersion === null ||
            given.acknowledgedCount >= askedFor) &&
          given.findings.every((finding) => finding.count === 0) &&
          given.pauses.every(
            (pause) =>
              given.exceptedPauseIds.includes(pause.id) ||
              (pause.stops === 'promotional' && given.objective === 'protect') ||
              given.plannedAt === null,
          ) &&
          given.holds.length === 0 &&
          given.plannedAt !== null &&
          given.embargoes.every(({ until }) => given.plannedAt !== null && given.plannedAt >= until) &&
          given.timeKind === 'exact' &&
          moment <= graceEnd
        expect(isReady(readiness(given, moment))).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('time alone lifts nothing', () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const ordered = [before, planned, graceEnd, afterGrace].map((moment) => codesOf(given, moment))
        for (let later = 1; later < ordered.length; later++) {
          expect(ordered[later]).toEqual(expect.arrayContaining(ordered[later - 1] ?? []))
        }
      }),
    )
  })
})
