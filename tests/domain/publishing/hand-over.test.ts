import { describe, expect, it } from 'vitest'
import {
  publicationPhases,
  type VariantOutcome,
  variantOutcomes,
} from '../../../domain/publications/states.ts'
import { blocker, warning } from '../../../domain/publishing/blockers.ts'
import { type HandOverFacts, reasonsAgainstHandingOver } from '../../../domain/publishing/due.ts'
import { commandOfOutcome, reasonsAgainstOutcome } from '../../../domain/publishing/outcomes.ts'

const planned = '2026-12-11T02:00:00.000Z'
const within = '2026-12-11T02:10:00.000Z'

function facts(given: Partial<HandOverFacts> = {}): HandOverFacts {
  return {
    phase: 'approved',
    plannedAt: planned,
    blockers: [],
    readySince: '2026-12-10T02:00:00.000Z',
    ...given,
  }
}

const held = blocker(
  'held',
  { publicationId: 'p' },
  'issue',
  { issueId: 'fee' },
  { kind: 'issue_lead', people: [] },
)
const crowded = warning(
  'crowded',
  { publicationId: 'p' },
  'time',
  { others: 9, crowdedFrom: 5 },
  { kind: 'planner', people: [] },
)
const codes = (given: HandOverFacts, by: 'clock' | 'owner', moment: string) =>
  reasonsAgainstHandingOver(given, by, moment).map((reason) => reason.code)

describe('hand-over', () => {
  it.each(['clock', 'owner'] as const)('goes by the %s at its time and within the grace', (by) => {
    expect(codes(facts(), by, planned)).toEqual([])
    expect(codes(facts(), by, within)).toEqual([])
    expect(codes(facts({ readySince: planned }), by, within)).toEqual([])
    expect(codes(facts({ readySince: null }), by, within)).toEqual([])
  })

  it.each(['clock', 'owner'] as const)('never goes by the %s before its time', (by) => {
    expect(codes(facts(), by, '2026-12-11T01:59:59.999Z')).toEqual(['not_due_yet'])
  })

  it('what was approved late never goes by itself, its owner may still hand it over within the grace', () => {
    const late = facts({ readySince: '2026-12-11T02:05:00.000Z' })
    expect(codes(late, 'clock', within)).toEqual(['ready_too_late'])
    expect(codes(late, 'owner', within)).toEqual([])
  })

  it('a blocker holds it and is named; a warning does not', () => {
    expect(reasonsAgainstHandingOver(facts({ blockers: [held, crowded] }), 'owner', within)).toEqual([
      { code: 'not_ready', data: { blockers: [held] } },
    ])
    expect(codes(facts({ blockers: [crowded] }), 'owner', within)).toEqual([])
  })

  it.each(publicationPhases)('of what is %s', (phase) => {
    expect(codes(facts({ phase }), 'owner', within)).toEqual(phase === 'approved' ? [] : ['not_to_hand_over'])
  })
})

const next = {
  none: ['posted', 'not_posted'],
  posted: ['withdrawn'],
  not_posted: ['posted'],
  withdrawn: [],
} as Record<VariantOutcome, string[]>
const recordable = ['posted', 'not_posted', 'withdrawn'] as const

describe('the outcome of a variant', () => {
  const table = variantOutcomes.flatMap((outcome) => recordable.map((to) => ({ outcome, to })))

  it.each(table)('$outcome, then $to', ({ outcome, to }) => {
    const phase = outcome === 'posted' || outcome === 'withdrawn' ? 'published' : 'handed_over'
    const reasons = reasonsAgainstOutcome({ phase, outcome, others: ['none'] }, to)
    expect(reasons).toEqual(
      next[outcome].includes(to) ? [] : [{ code: 'outcome_not_next', data: { from: outcome, to } }],
    )
  })

  it.each(publicationPhases)('can be recorded for what is %s', (phase) => {
    const canRecord = phase === 'handed_over' || phase === 'published'
    const codes = reasonsAgainstOutcome({ phase, outcome: 'none', others: [] }, 'posted').map(
      (reason) => reason.code,
    )
    expect(codes).toEqual(canRecord ? [] : ['not_handed_over'])
  })

  it.each<[string, VariantOutcome[], 'posted' | 'not_posted' | 'withdrawn', string]>([
    ['the only one posted', [], 'posted', 'post_variant'],
    ['posted after another failed', ['not_posted'], 'posted', 'post_variant'],
    ['not posted, another unconfirmed', ['none'], 'not_posted', 'mark_not_posted'],
    ['not posted, another posted', ['posted'], 'not_posted', 'mark_not_posted'],
    ['the last one not posted', ['not_posted'], 'not_posted', 'mark_last_not_posted'],
    ['the only one not posted', [], 'not_posted', 'mark_last_not_posted'],
    ['not posted where the other was withdrawn', ['withdrawn'], 'not_posted', 'mark_not_posted'],
    ['withdrawn', ['posted'], 'withdrawn', 'withdraw_post'],
  ])('%s', (_name, others, to, command) => {
    expect(commandOfOutcome({ others }, to)).toBe(command)
  })
})
