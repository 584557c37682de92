import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aheadStates,
  changeableStates,
  firstState,
  phaseOf,
  placedStates,
  publicationCommands,
  publicationPhases,
  publicationStateAfterOutcomes,
  publicationStates,
  shownStates,
  stateOfPhase,
  submittedStates,
  unpostedStates,
  variantOutcomes,
} from '../../../domain/publications/states.ts'
import {
  endsSubmission,
  phaseAfter,
  reasonsAgainstRemovingAccount,
  reasonsAgainstTransition,
} from '../../../domain/publications/transitions.ts'

// Written down once more by hand, a column for each phase: i idea, d draft, r in review, a approved, h handed over,
// p published, c cancelled, - refused.
const letters = {
  i: 'idea',
  d: 'draft',
  r: 'in_review',
  a: 'approved',
  h: 'handed_over',
  p: 'published',
  c: 'cancelled',
}
const expected: Record<(typeof publicationCommands)[number], string> = {
  //                    i d r a h p c
  add_account: '         d d d d - - -',
  remove_account: '      - d d d - - -',
  edit_content: '        i d d d - - -',
  edit_details: '        i d r a - - -',
  move: '                i d r a - - -',
  move_bound_time: '     i d d d - - -',
  submit: '              - r - - - - -',
  approve: '             - - r - - - -',
  approve_last: '        - - a - - - -',
  ask_for_changes: '     - - d - - - -',
  reject: '              - - d - - - -',
  withdraw_submission: ' - - d d - - -',
  revoke: '              - - r r - - -',
  hand_over: '           - - - h - - -',
  post_variant: '        - - - - p p -',
  mark_not_posted: '     - - - - h p -',
  mark_last_not_posted: '- - - - d - -',
  withdraw_post: '       - - - - - p -',
  cancel: '              c c c c - - -',
  duplicate: '           i d r a h p c',
  comment: '             i d r a h p c',
}

const table = publicationPhases.flatMap((phase, column) =>
  publicationCommands.map((command) => {
    const letter = expected[command].trim().split(/\s+/)[column] ?? '?'
    return { phase, command, next: letter === '-' ? null : (letters[letter as keyof typeof letters] ?? '?') }
  }),
)

describe('the table of legal transitions', () => {
  it.each(table)('$phase, $command: $next', ({ phase, command, next }) => {
    expect(phaseAfter(phase, command)).toBe(next)
    expect(reasonsAgainstTransition(phase, command)).toEqual(
      next === null ? [{ code: 'not_in_this_state', data: { phase, command } }] : [],
    )
  })

  it('no order of commands leaves a cancelled publication, or makes a published one anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...publicationCommands), { maxLength: 40 }), (commands) => {
        let phase: (typeof publicationPhases)[number] = 'draft'
        for (const command of commands) {
          const next = phaseAfter(phase, command)
          if (next === null) continue
          if (phase === 'cancelled' || phase === 'published') expect(next).toBe(phase)
          phase = next
        }
      }),
    )
  })

  it('nothing is published that was not approved and handed over since it last was a draft', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...publicationCommands), { maxLength: 60 }), (commands) => {
        let phase: (typeof publicationPhases)[number] = 'idea'
        let sinceDraft: string[] = []
        for (const command of commands) {
          const next = phaseAfter(phase, command)
          if (next === null) continue
          sinceDraft = next === 'draft' ? [] : [...sinceDraft, command]
          if (next === 'published' && phase !== 'published') {
            expect(sinceDraft).toContain('submit')
            expect(sinceDraft.lastIndexOf('hand_over')).toBeGreaterThan(
              sinceDraft.lastIndexOf('approve_last'),
            )
          }
          phase = next
        }
      }),
    )
  })
})

describe('accounts of a publication', () => {
  it('a new publication without an account is an idea, with one a draft', () => {
    expect(firstState(0)).toBe('idea')
    expect(firstState(1)).toBe('draft')
    expect(firstState(7)).toBe('draft')
  })

  it('the last account stays, since a draft has at least one variant', () => {
    expect(reasonsAgainstRemovingAccount('draft', 1)).toEqual([{ code: 'last_account', data: {} }])
    expect(reasonsAgainstRemovingAccount('approved', 2)).toEqual([])
    expect(reasonsAgainstRemovingAccount('published', 2).map((reason) => reason.code)).toEqual([
      'not_in_this_state',
    ])
  })
})

describe('the end of a submission', () => {
  it.each([
    ['in_review', 'draft', true],
    ['approved', 'draft', true],
    ['handed_over', 'draft', true],
    ['in_review', 'cancelled', true],
    ['approved', 'in_review', false],
    ['in_review', 'approved', false],
    ['approved', 'handed_over', false],
    ['handed_over', 'published', false],
    ['draft', 'cancelled', false],
    ['idea', 'draft', false],
  ] as const)('from %s to %s: %s', (from, to, ends) => {
    expect(endsSubmission(from, to)).toBe(ends)
  })

  it('a phase holds a live submission exactly where its state is submitted', () => {
    for (const phase of publicationPhases) {
      const isSubmitted = (submittedStates as readonly string[]).includes(stateOfPhase(phase))
      expect(endsSubmission(phase, 'draft')).toBe(isSubmitted)
    }
  })
})

describe('phases and sets of states', () => {
  it('hand-over keeps approved and is told apart; anywhere else the moment of hand-over means nothing', () => {
    for (const state of publicationStates) {
      expect(phaseOf({ state, handedOverAt: null })).toBe(state)
      const handedOver = phaseOf({ state, handedOverAt: '2026-12-11T02:00:00.000Z' })
      expect(handedOver).toBe(state === 'approved' ? 'handed_over' : state)
      expect(stateOfPhase(handedOver)).toBe(state)
    }
  })

  it.each([
    ['changeable', changeableStates, 'idea draft in_review approved'],
    ['submitted', submittedStates, 'in_review approved'],
    ['ahead', aheadStates, 'draft in_review approved'],
    ['shown', shownStates, 'idea draft in_review approved published'],
    ['unposted', unpostedStates, 'idea draft in_review approved cancelled'],
    ['placed', placedStates, 'draft in_review approved published'],
  ])('the states that are %s', (_name, states, names) => {
    expect([...states]).toEqual(names.split(' '))
  })

  it('content may be edited exactly in the changeable states', () => {
    for (const phase of publicationPhases) {
      const isChangeable = (changeableStates as readonly string[]).includes(phase)
      expect(phaseAfter(phase, 'edit_content') !== null).toBe(isChangeable)
    }
  })
})

describe('what outcomes of variants make of the publication', () => {
  const outcomes = fc.array(fc.constantFrom(...variantOutcomes), { minLength: 1, maxLength: 8 })

  it('one variant posted publishes it, whatever became of the others, and a withdrawal takes nothing back', () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom('posted', 'withdrawn'), fc.nat(), (others, out, place) => {
        const all = [...others]
        all.splice(place % (others.length + 1), 0, out as 'posted')
        expect(publicationStateAfterOutcomes(all)).toBe('published')
      }),
    )
  })

  it('all variants not posted make it a draft again; while one is unconfirmed it waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (failed, waiting) => {
        const notPosted = Array.from({ length: failed }, () => 'not_posted' as const)
        const none = Array.from({ length: waiting }, () => 'none' as const)
        expect(publicationStateAfterOutcomes(notPosted)).toBe('draft')
        expect(publicationStateAfterOutcomes([...notPosted, ...none])).toBe('approved')
      }),
    )
  })
})
