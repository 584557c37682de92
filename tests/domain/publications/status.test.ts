import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationStates } from '../../../domain/publications/states.ts'
import {
  isDue,
  isOverdue,
  publicationStatuses,
  type StatusFacts,
  statusOf,
  unconfirmedCount,
} from '../../../domain/publications/status.ts'

const planned = '2026-12-11T02:00:00.000Z'
const before = '2026-12-11T01:59:59.999Z'
const graceEnd = '2026-12-11T02:15:00.000Z'
const afterGrace = '2026-12-11T02:15:00.001Z'
const nextDay = '2026-12-12T02:00:00.000Z'

function facts(given: Partial<StatusFacts> = {}): StatusFacts {
  return {
    state: 'approved',
    plannedAt: planned,
    handedOverAt: null,
    variantCount: 2,
    postedCount: 0,
    notPostedCount: 0,
    withdrawnCount: 0,
    isHeld: false,
    isReady: true,
    graceMinutes: 15,
    confirmMinutes: 15,
    ...given,
  }
}

describe('the word a publication is shown with', () => {
  it.each([
    ['idea', facts({ state: 'idea', isReady: false }), nextDay],
    ['draft', facts({ state: 'draft', isReady: false }), nextDay],
    ['in_review', facts({ state: 'in_review', isReady: false }), nextDay],
    ['cancelled', facts({ state: 'cancelled' }), nextDay],
    ['approved', facts({ isReady: false }), before],
    ['approved', facts({ isReady: false }), graceEnd],
    ['ready', facts(), before],
    ['ready', facts(), graceEnd],
    ['overdue', facts({ isReady: false }), afterGrace],
    ['held', facts({ isHeld: true, isReady: false }), before],
    ['held', facts({ isHeld: true, isReady: false }), afterGrace],
    ['draft', facts({ state: 'draft', isHeld: true }), before],
    ['handed_over', facts({ handedOverAt: planned }), graceEnd],
    ['overdue', facts({ handedOverAt: planned }), afterGrace],
    ['handed_over', facts({ handedOverAt: planned, notPostedCount: 1 }), graceEnd],
    ['overdue', facts({ handedOverAt: planned, notPostedCount: 1 }), afterGrace],
    ['published', facts({ state: 'published', handedOverAt: planned, postedCount: 2 }), nextDay],
    ['partly_published', facts({ state: 'published', handedOverAt: planned, postedCount: 1 }), graceEnd],
    [
      'partly_published',
      facts({ state: 'published', handedOverAt: planned, postedCount: 1, notPostedCount: 1 }),
      nextDay,
    ],
    [
      'partly_published',
      facts({ state: 'published', handedOverAt: planned, postedCount: 1, withdrawnCount: 1 }),
      nextDay,
    ],
    ['withdrawn', facts({ state: 'published', handedOverAt: planned, withdrawnCount: 2 }), nextDay],
    [
      'withdrawn',
      facts({ state: 'published', handedOverAt: planned, withdrawnCount: 1, notPostedCount: 1 }),
      nextDay,
    ],
  ] as const)('%s', (status, given, moment) => {
    expect(statusOf(given, moment)).toBe(status)
  })

  it('an approved publication without a time is never overdue', () => {
    expect(statusOf(facts({ plannedAt: null, isReady: false }), nextDay)).toBe('approved')
  })

  it('is one of the words, for every state and count, and ready only where nothing blocks', () => {
    const count = fc.nat({ max: 3 })
    fc.assert(
      fc.property(
        fc.constantFrom(...publicationStates),
        fc.tuple(count, count, count, count),
        fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        fc.constantFrom(before, planned, graceEnd, afterGrace, nextDay),
        (state, [open, posted, notPosted, withdrawn], [isHeld, isReady, isOver], moment) => {
          const given = facts({
            state,
            isHeld,
            isReady,
            handedOverAt: isOver ? planned : null,
            variantCount: open + posted + notPosted + withdrawn,
            postedCount: posted,
            notPostedCount: notPosted,
            withdrawnCount: withdrawn,
          })
          const status = statusOf(given, moment)
          expect(publicationStatuses).toContain(status)
          if (status === 'ready') expect([state, isReady, isHeld]).toEqual(['approved', true, false])
          expect(unconfirmedCount(given)).toBe(open)
        },
      ),
    )
  })
})

describe('due and overdue', () => {
  it('is due from its planned time on, and overdue when the grace has passed', () => {
    expect(isDue(facts(), before)).toBe(false)
    expect(isDue(facts(), planned)).toBe(true)
    expect(isOverdue(facts(), graceEnd)).toBe(false)
    expect(isOverdue(facts(), afterGrace)).toBe(true)
  })

  it('what an issue holds back raises no alarm', () => {
    expect(isOverdue(facts({ isHeld: true }), nextDay)).toBe(false)
  })

  it('a variant that nobody confirmed raises the alarm also where another is posted', () => {
    const partly = facts({ state: 'published', handedOverAt: planned, postedCount: 1 })
    expect(isOverdue(partly, graceEnd)).toBe(false)
    expect(isOverdue(partly, afterGrace)).toBe(true)
    expect(isOverdue({ ...partly, postedCount: 2 }, afterGrace)).toBe(false)
  })

  it('only what is approved and not handed over is due', () => {
    for (const state of publicationStates) {
      expect(isDue(facts({ state }), nextDay)).toBe(state === 'approved')
      expect(isDue(facts({ state, handedOverAt: planned }), nextDay)).toBe(false)
    }
  })
})
