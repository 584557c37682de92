import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClosingFacts, reasonsAgainstClosing } from '../../../domain/issues/closing.ts'
import { levels } from '../../../domain/issues/level.ts'
import {
  metByResponse,
  type NewObligation,
  obligationAt,
  obligationKinds,
  obligationsAt,
} from '../../../domain/issues/obligations.ts'
import type { WorkingCalendar } from '../../../domain/marks/working-time.ts'

const calendar: WorkingCalendar = {
  zone: 'Asia/Jakarta',
  holidays: new Set(['2026-12-24', '2026-12-25']),
  yearsKnown: new Set([2026]),
  opensAt: '08:00',
  closesAt: '16:00',
}
const friday = '2026-12-11T02:10:00.000Z' // 09.10 WIB
const brief = (list: NewObligation[]) =>
  list.map(({ kind, clock, hours, dueAt }) => `${kind} ${clock} ${hours} ${dueAt}`)

describe('what a level obliges', () => {
  it.each([
    ['issue', ['library_checked working 8 2026-12-14T02:10:00.000Z']],
    [
      'opinion_leader',
      [
        'library_checked working 8 2026-12-14T02:10:00.000Z',
        'holding_answer wall 4 2026-12-11T06:10:00.000Z',
      ],
    ],
    [
      'public_interest',
      [
        'library_checked working 8 2026-12-14T02:10:00.000Z',
        'holding_answer wall 4 2026-12-11T06:10:00.000Z',
        'holding_statement wall 1 2026-12-11T03:10:00.000Z',
        'full_response wall 24 2026-12-12T02:10:00.000Z',
      ],
    ],
  ] as const)('%s', (level, expected) => {
    expect(brief(obligationsAt(level, [], friday, calendar))).toEqual([...expected])
  })

  it('working time leaves out the weekend and holidays, the wall clock nothing', () => {
    const wednesday = '2026-12-23T08:00:00.000Z' // 15.00 WIB, before joint leave
    const [library, , , full] = obligationsAt('public_interest', [], wednesday, calendar)
    expect(library?.dueAt).toBe('2026-12-28T08:00:00.000Z')
    expect(full?.dueAt).toBe('2026-12-24T08:00:00.000Z')
  })

  it('a working day past the last decree says so', () => {
    const [library] = obligationsAt('issue', [], '2026-12-31T08:00:00.000Z', calendar)
    expect(library?.yearsUnknown).toEqual([2027])
  })

  it('a working day of eight and a half hours is due to the minute', () => {
    const [library] = obligationsAt('issue', [], friday, { ...calendar, opensAt: '07:30' })
    expect(library).toMatchObject({ hours: 9, dueAt: '2026-12-14T02:10:00.000Z' })
  })

  it('however the level goes up and down, each obligation begins once and never moves', () => {
    const hops = fc.array(
      fc.record({ level: fc.constantFrom(...levels), hoursLater: fc.integer({ min: 0, max: 100 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(hops, (given) => {
        const known = new Map<string, string>()
        let at = Date.parse(friday)
        let highest = -1
        for (const { level, hoursLater } of given) {
          at += hoursLater * 3_600_000
          const begun = obligationKinds.filter((kind) => known.has(kind))
          const began = obligationsAt(level, begun, new Date(at).toISOString(), calendar)
          for (const obligation of began) {
            expect(known.has(obligation.kind)).toBe(false)
            expect(obligation.dueAt > obligation.beganAt).toBe(true)
            known.set(obligation.kind, obligation.dueAt)
          }
          highest = Math.max(highest, levels.indexOf(level))
          expect(known.size).toBe([1, 2, 4][highest])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('how an obligation stands', () => {
  const due = '2026-12-12T02:10:00.000Z'
  const after = '2026-12-12T02:10:00.001Z'

  it.each([
    ['running', { dueAt: due, metAt: null, missedAt: null }, friday, 'running', 1440],
    ['at its due time', { dueAt: due, metAt: null, missedAt: null }, due, 'running', 0],
    [
      'past it, though nobody has written it down',
      { dueAt: due, metAt: null, missedAt: null },
      after,
      'missed',
      null,
    ],
    ['met in time', { dueAt: due, metAt: due, missedAt: null }, after, 'met', null],
    ['met late', { dueAt: due, metAt: after, missedAt: due }, after, 'met_late', null],
    [
      'met late, before the miss was written down',
      { dueAt: due, metAt: after, missedAt: null },
      after,
      'met_late',
      null,
    ],
  ] as const)('%s', (_name, obligation, moment, state, minutesLeft) => {
    const found = obligationAt(obligation, moment)
    expect(found.state).toBe(state)
    if (minutesLeft !== null) expect(found.minutesLeft).toBe(minutesLeft)
    if (state === 'missed') expect(found.minutesLeft).toBeLessThan(0)
    if (state === 'met' || state === 'met_late') expect(found.minutesLeft).toBeNull()
  })

  it('a decision not to respond never settles what public interest asks for', () => {
    expect(metByResponse.none).not.toContain('full_response')
    expect(metByResponse.none).not.toContain('holding_statement')
    expect(metByResponse.full).toContain('full_response')
    expect(metByResponse.holding).not.toContain('full_response')
  })
})

describe('closing an issue', () => {
  const facts: ClosingFacts = { isClosed: false, wasPublicInterest: false, responses: [], unmetKinds: [] }
  const full = { kind: 'full' as const, postedCount: 1 }
  const none = { kind: 'none' as const, postedCount: 0 }

  it.each<[string, Partial<ClosingFacts>, string, string[]]>([
    ['nothing owed', {}, 'Selesai', []],
    ['without a reason', {}, '  ', ['closing_reason_missing']],
    ['closed already', { isClosed: true }, 'Selesai', ['issue_closed']],
    ['something owed', { unmetKinds: ['holding_answer'] }, 'Selesai', ['obligations_open']],
    [
      'something owed, with the decision not to respond',
      { unmetKinds: ['library_checked'], responses: [none] },
      'Selesai',
      [],
    ],
    [
      'something owed, with a full response out',
      { unmetKinds: ['library_checked'], responses: [full] },
      'Selesai',
      [],
    ],
    ['was public interest, no response', { wasPublicInterest: true }, 'Selesai', ['full_response_missing']],
    [
      'was public interest, decision not to respond',
      { wasPublicInterest: true, responses: [none] },
      'Selesai',
      ['full_response_missing'],
    ],
    [
      'was public interest, holding statement only',
      { wasPublicInterest: true, responses: [{ kind: 'holding', postedCount: 3 }] },
      'Selesai',
      ['full_response_missing'],
    ],
    [
      'was public interest, full response in draft or withdrawn',
      { wasPublicInterest: true, responses: [{ ...full, postedCount: 0 }] },
      'Selesai',
      ['full_response_missing'],
    ],
    [
      'was public interest, full response stands',
      { wasPublicInterest: true, responses: [full] },
      'Selesai',
      [],
    ],
    [
      'was public interest, one withdrawn and one standing',
      { wasPublicInterest: true, responses: [{ ...full, postedCount: 0 }, full] },
      'Selesai',
      [],
    ],
  ])('%s', (_name, given, reason, expected) => {
    expect(reasonsAgainstClosing({ ...facts, ...given }, reason).map(({ code }) => code)).toEqual(expected)
  })

  it('nothing closes an issue that was public interest without a standing full response', () => {
    const response = fc.record({
      kind: fc.constantFrom('holding' as const, 'full' as const, 'none' as const),
      postedCount: fc.nat({ max: 2 }),
    })
    fc.assert(
      fc.property(
        fc.array(response),
        fc.subarray([...obligationKinds]),
        fc.string(),
        (responses, unmetKinds, reason) => {
          const reasons = reasonsAgainstClosing(
            { ...facts, wasPublicInterest: true, responses, unmetKinds },
            reason,
          )
          const stands = responses.some(({ kind, postedCount }) => kind === 'full' && postedCount > 0)
          if (!stands) expect(reasons.map(({ code }) => code)).toContain('full_response_missing')
          if (reasons.length === 0) expect(stands).toBe(true)
        },
      ),
    )
  })
})
