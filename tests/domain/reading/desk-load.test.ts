import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agentsIn,
  type DeskRole,
  FOLLOWED_HOURS,
  hoursOf,
  loadStep,
  profileOf,
  questionsIn,
  SIMILAR_LEAST,
} from '../../../domain/reading/desk-load.ts'
import { addMinutes } from '../../../domain/time.ts'

const DAY = '2026-12-11'
const hours = hoursOf(DAY, '2026-12-12', 'Asia/Jakarta')
/** A clock time of Friday 11 December in Jakarta. */
const at = (clock: string) => new Date(`${DAY}T${clock}:00+07:00`).toISOString()
const told = (sums: readonly number[]) =>
  sums.flatMap((sum, index) => (sum === 0 ? [] : [[hours[index]?.at, sum]]))

describe('what posts alike brought', () => {
  it('is an average by the hour after the post, made of five posts at least', () => {
    const questions = [
      { hour: 0, count: 20 },
      { hour: 3, count: 5 },
      { hour: FOLLOWED_HOURS, count: 100 },
      { hour: -1, count: 100 },
    ]
    expect(profileOf({ publications: SIMILAR_LEAST - 1, questions })).toBeNull()
    const profile = profileOf({ publications: SIMILAR_LEAST, questions })
    expect(profile).toHaveLength(FOLLOWED_HOURS)
    expect(profile?.slice(0, 5)).toEqual([4, 0, 0, 1, 0])
    expect(profileOf({ publications: SIMILAR_LEAST, questions: [] })?.every((count) => count === 0)).toBe(
      true,
    )
  })
})

describe('the hours of days', () => {
  it.each([
    ['Asia/Jakarta', '2026-12-11', 24],
    ['Europe/Paris', '2027-03-28', 23],
    ['Europe/Paris', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 24],
    ['Asia/Kathmandu', '2026-12-11', 24],
  ])('in %s on %s are %i, without a gap', (zone, day, count) => {
    const found = hoursOf(day, day, zone)
    expect(found).toHaveLength(count)
    for (const [index, hour] of found.entries()) if (index > 0) expect(hour.at).toBe(found[index - 1]?.until)
  })
})

describe('the questions of an hour', () => {
  it.each([
    ['at the full hour they stand in that hour', '09:00', [12], [['09:00', 12]]],
    [
      'at twenty past they are shared by the minutes',
      '09:20',
      [12],
      [
        ['09:00', 8],
        ['10:00', 4],
      ],
    ],
    [
      'the later hours follow',
      '09:00',
      [12, 0, 6],
      [
        ['09:00', 12],
        ['11:00', 6],
      ],
    ],
  ])('%s', (_name, clock, profile, expected) => {
    const sums = questionsIn(hours, [{ at: at(clock), profile }])
    expect(told(sums)).toEqual(expected.map(([on, sum]) => [at(String(on)), sum]))
  })

  it('go on after midnight, and come from what went out before the first of the hours', () => {
    expect(told(questionsIn(hours, [{ at: at('23:00'), profile: [2, 4] }]))).toEqual([
      [at('23:00'), 2],
      ['2026-12-11T17:00:00.000Z', 4],
    ])
    const before = addMinutes(at('00:00'), -60)
    expect(told(questionsIn(hours, [{ at: before, profile: [2, 4] }]))).toEqual([[at('00:00'), 4]])
  })

  it('are neither lost nor made, whatever the order: all of the days hold all of the posts', () => {
    const week = hoursOf('2026-12-10', '2026-12-14', 'Asia/Jakarta')
    const post = fc.record({
      minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      profile: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: FOLLOWED_HOURS }),
    })
    fc.assert(
      fc.property(fc.array(post, { maxLength: 8 }), (drawn) => {
        const posts = drawn.map(({ minute, profile }) => ({ at: addMinutes(at('00:00'), minute), profile }))
        const sums = questionsIn(week, posts)
        const brought = drawn.flatMap(({ profile }) => profile).reduce((sum, count) => sum + count, 0)
        expect(sums.reduce((sum, count) => sum + count, 0)).toBeCloseTo(brought, 6)
        expect(sums.every((sum) => sum >= 0)).toBe(true)
        const reversed = questionsIn(week, posts.toReversed())
        for (const [index, sum] of sums.entries()) expect(reversed[index]).toBeCloseTo(sum, 6)
      }),
    )
  })
})

describe('the agents of an hour', () => {
  const nine = { at: at('09:00'), until: at('10:00') }
  const shift = (personId: string, from: string, until: string) => ({
    personId,
    startsAt: at(from),
    endsAt: at(until),
  })
  const role = (given: Partial<DeskRole>): DeskRole => ({
    holderIds: ['nur', 'yohanes', 'made'],
    shifts: [],
    lastEndsAt: at('22:00'),
    ...given,
  })
  it.each<[string, DeskRole[], number, boolean]>([
    ['are those on duty for all of it', [role({ shifts: [shift('nur', '07:00', '15:00')] })], 1, true],
    ['half of it is enough', [role({ shifts: [shift('nur', '09:30', '15:00')] })], 1, true],
    ['less than half is not', [role({ shifts: [shift('nur', '09:31', '15:00')] })], 0, true],
    ['the end touches nothing', [role({ shifts: [shift('nur', '01:00', '09:00')] })], 0, true],
    [
      'two shifts of one person add up to one person',
      [role({ shifts: [shift('nur', '08:00', '09:20'), shift('nur', '09:50', '15:00')] })],
      1,
      true,
    ],
    [
      'one person in two roles is one person',
      [
        role({ shifts: [shift('nur', '08:00', '12:00')] }),
        role({ shifts: [shift('nur', '08:00', '12:00')] }),
      ],
      1,
      true,
    ],
    ['a roster without a shift ahead counts all holders', [role({ lastEndsAt: at('09:00') })], 3, false],
    ['so does an empty one', [role({ lastEndsAt: null })], 3, false],
    [
      'one role planned and one not',
      [role({ shifts: [shift('made', '08:00', '12:00')] }), role({ holderIds: ['nur'], lastEndsAt: null })],
      2,
      true,
    ],
  ])('%s', (_name, roles, agents, isRostered) => {
    expect(agentsIn(nine, roles)).toEqual({ agents, isRostered })
  })
})

describe('the shade', () => {
  it.each([
    [0, 2, null],
    [1, 2, 1],
    [11, 2, 1],
    [12, 2, 2],
    [23, 2, 2],
    [24, 2, 3],
    [1, 0, 3],
    [0, 0, null],
  ])('of %i questions for %i agents is step %s', (questions, agents, step) => {
    expect(loadStep(questions, agents)).toBe(step)
  })
})
