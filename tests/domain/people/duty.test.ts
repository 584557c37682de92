import { describe, expect, it } from 'vitest'
import { gapsIn } from '../../../domain/people/duty.ts'

const at = (hour: number) => `2026-12-09T${String(hour).padStart(2, '0')}:00:00.000Z`
const span = (from: number, until: number) => ({ startsAt: at(from), endsAt: at(until) })

describe('the gaps of a roster', () => {
  it.each([
    ['no shift at all', [], [span(0, 20)]],
    ['one over all of it', [span(0, 23)], []],
    ['two that touch', [span(0, 10), span(10, 20)], []],
    ['two that overlap, out of order', [span(8, 20), span(0, 9)], []],
    ['a hole in the middle', [span(0, 6), span(9, 20)], [span(6, 9)]],
    ['one inside another', [span(0, 12), span(3, 5)], [span(12, 20)]],
    ['the beginning', [span(4, 20)], [span(0, 4)]],
    ['shifts outside the span', [span(21, 23)], [span(0, 20)]],
  ])('with %s', (_name, shifts, gaps) => {
    expect(gapsIn(shifts, at(0), at(20))).toEqual(gaps)
  })
})
