import { describe, expect, it } from 'vitest'
import {
  type Pause,
  type PausedFacts,
  pauseCovers,
  pauseSpan,
  spanHolds,
} from '../../../domain/marks/pauses.ts'

const zone = 'Asia/Jakarta'

function aPause(given: Partial<Pause> = {}): Pause {
  return {
    id: 'quiet',
    kind: 'election_quiet',
    name: 'Masa tenang',
    stops: 'promotional',
    scope: 'agency',
    unitIds: [],
    accountIds: [],
    firstDay: '2026-12-11',
    lastDay: '2026-12-13',
    startsAt: null,
    endsAt: null,
    endedAt: null,
    ...given,
  }
}

function facts(given: Partial<PausedFacts> = {}): PausedFacts {
  return {
    objective: 'promote',
    unitId: 'biro',
    accounts: [{ id: 'ig', unitId: 'biro' }],
    plannedAt: '2026-12-12T02:00:00.000Z',
    ...given,
  }
}

function covers(pause: Pause, given: PausedFacts = facts(), inZone = zone): boolean {
  const span = pauseSpan(pause, inZone)
  return span !== null && pauseCovers(span, given)
}

describe('a pause given in days', () => {
  it.each([
    ['2026-12-10T16:59:59.999Z', false],
    ['2026-12-10T17:00:00.000Z', true],
    ['2026-12-13T16:59:59.999Z', true],
    ['2026-12-13T17:00:00.000Z', false],
  ])('in Jakarta at %s: %s', (plannedAt, expected) => {
    expect(covers(aPause(), facts({ plannedAt }))).toBe(expected)
  })

  it('follows the agency’s date: the same days lie elsewhere in Jayapura', () => {
    const plannedAt = '2026-12-10T15:00:00.000Z'
    expect(covers(aPause(), facts({ plannedAt }), 'Asia/Jayapura')).toBe(true)
    expect(covers(aPause(), facts({ plannedAt }), 'Asia/Jakarta')).toBe(false)
  })

  it('without a last day it holds until further notice', () => {
    const open = aPause({ lastDay: null })
    expect(covers(open, facts({ plannedAt: '2030-01-01T00:00:00.000Z' }))).toBe(true)
    expect(
      covers(
        { ...open, endedAt: '2027-01-01T00:00:00.000Z' },
        facts({ plannedAt: '2030-01-01T00:00:00.000Z' }),
      ),
    ).toBe(false)
  })
})

describe('a pause given in instants', () => {
  const pause = aPause({
    firstDay: null,
    lastDay: null,
    startsAt: '2026-12-12T01:00:00.000Z',
    endsAt: '2026-12-12T03:00:00.000Z',
  })

  it.each([
    ['2026-12-12T00:59:59.999Z', false],
    ['2026-12-12T01:00:00.000Z', true],
    ['2026-12-12T02:59:59.999Z', true],
    ['2026-12-12T03:00:00.000Z', false],
  ])('at %s: %s', (plannedAt, expected) => {
    expect(covers(pause, facts({ plannedAt }))).toBe(expected)
  })

  it('ended early it covers up to its end, ended late it ends as planned', () => {
    const early = pauseSpan({ ...pause, endedAt: '2026-12-12T02:00:00.000Z' }, zone)
    expect(early && spanHolds(early, '2026-12-12T01:59:59.999Z')).toBe(true)
    expect(early && spanHolds(early, '2026-12-12T02:00:00.000Z')).toBe(false)
    expect(pauseSpan({ ...pause, endedAt: '2026-12-13T00:00:00.000Z' }, zone)?.until).toBe(
      '2026-12-12T03:00:00.000Z',
    )
  })

  it('ended before it began, or without a beginning, it is none', () => {
    expect(pauseSpan({ ...pause, endedAt: '2026-12-12T01:00:00.000Z' }, zone)).toBeNull()
    expect(pauseSpan({ ...pause, startsAt: null }, zone)).toBeNull()
  })
})

describe('what a pause stops', () => {
  it.each([
    ['promotional', 'promote', true],
    ['promotional', 'protect', false],
    ['everything', 'promote', true],
    ['everything', 'protect', true],
  ] as const)('%s, %s: %s', (stops, objective, expected) => {
    expect(covers(aPause({ stops }), facts({ objective }))).toBe(expected)
  })

  it.each([
    ['the agency', aPause(), true],
    ['its unit', aPause({ scope: 'units', unitIds: ['biro'] }), true],
    ['another unit', aPause({ scope: 'units', unitIds: ['direktorat'] }), false],
    ['no unit', aPause({ scope: 'units' }), false],
    ['its account', aPause({ scope: 'accounts', accountIds: ['ig', 'x'] }), true],
    ['another account', aPause({ scope: 'accounts', accountIds: ['x'] }), false],
    ['a unit named though the scope is accounts', aPause({ scope: 'accounts', unitIds: ['biro'] }), false],
  ])('with the scope of %s', (_name, pause, expected) => {
    expect(covers(pause)).toBe(expected)
  })

  it('one account of a paused unit is enough to hold the whole', () => {
    const guest = facts({
      unitId: 'direktorat',
      accounts: [
        { id: 'x', unitId: 'direktorat' },
        { id: 'ig', unitId: 'biro' },
      ],
    })
    expect(covers(aPause({ scope: 'units', unitIds: ['biro'] }), guest)).toBe(true)
  })

  it('nothing that has no time yet', () => {
    expect(covers(aPause(), facts({ plannedAt: null }))).toBe(false)
  })
})
