import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonsAgainstConfirming, reasonsAgainstCopying } from '../../../domain/answers/using.ts'
import { type EntryFacts, isOffered, validityOf, wordingHash } from '../../../domain/answers/validity.ts'

const moment = '2026-12-10T03:00:00.000Z'
const earlier = '2026-12-01T00:00:00.000Z'
const later = '2026-12-20T00:00:00.000Z'

function anEntry(given: Partial<EntryFacts> = {}): EntryFacts {
  return {
    wordingHash: 'w2',
    approvedHashes: ['w2'],
    waitsForPost: false,
    validFrom: null,
    validUntil: null,
    endedAt: null,
    ...given,
  }
}

describe('how an entry stands', () => {
  it.each<[string, Partial<EntryFacts>, string]>([
    ['confirmed and without dates', {}, 'approved'],
    ['confirmed and within its dates', { validFrom: earlier, validUntil: later }, 'approved'],
    ['from this moment', { validFrom: moment }, 'approved'],
    ['until this moment', { validUntil: moment }, 'expired'],
    ['until a moment ago', { validUntil: earlier }, 'expired'],
    ['from later', { validFrom: later }, 'not_yet'],
    ['attached to a post that is not out', { waitsForPost: true }, 'not_yet'],
    ['waiting for its post after its own beginning', { waitsForPost: true, validFrom: earlier }, 'not_yet'],
    ['attached to a post that is out', { waitsForPost: false, validFrom: earlier }, 'approved'],
    ['in a wording nobody confirmed', { approvedHashes: [] }, 'unverified'],
    ['edited since it was confirmed', { approvedHashes: ['w1'] }, 'unverified'],
    ['edited back to what was confirmed', { approvedHashes: ['w1', 'w2'] }, 'approved'],
    ['ended', { endedAt: moment }, 'withdrawn'],
    ['to be ended later', { endedAt: later }, 'approved'],
    ['ended and expired', { endedAt: earlier, validUntil: earlier }, 'withdrawn'],
    ['expired and unverified', { validUntil: earlier, approvedHashes: [] }, 'expired'],
  ])('%s', (_name, given, expected) => {
    expect(validityOf(anEntry(given), moment)).toBe(expected)
  })

  const instant = fc.constantFrom(null, earlier, moment, later)
  const entry: fc.Arbitrary<EntryFacts> = fc.record({
    wordingHash: fc.constantFrom('w1', 'w2'),
    approvedHashes: fc.subarray(['w1', 'w2']),
    waitsForPost: fc.boolean(),
    validFrom: instant,
    validUntil: instant,
    endedAt: instant,
  })

  it('is offered only in approved wording, begun, not expired, not ended', () => {
    fc.assert(
      fc.property(entry, fc.constantFrom(earlier, moment, later), (given, at) => {
        const isBegun = !given.waitsForPost && (given.validFrom === null || given.validFrom <= at)
        const isOver = [given.validUntil, given.endedAt].some((end) => end !== null && end <= at)
        const expected = given.approvedHashes.includes(given.wordingHash) && isBegun && !isOver
        expect(isOffered(given, at)).toBe(expected)
        const copying = reasonsAgainstCopying({ ...given, verifierId: 'wayan' }, at)
        expect(copying.length === 0).toBe(expected)
      }),
    )
  })

  it('what cannot be copied names the person to ask', () => {
    expect(
      reasonsAgainstCopying({ ...anEntry({ validUntil: earlier }), verifierId: 'wayan' }, moment),
    ).toEqual([{ code: 'answer_not_approved', data: { validity: 'expired', verifierId: 'wayan' } }])
  })
})

describe('confirming a wording', () => {
  it('is of the wording that was on the screen, of an entry that has not ended', () => {
    expect(reasonsAgainstConfirming(anEntry(), 'w2', moment)).toEqual([])
    expect(reasonsAgainstConfirming(anEntry(), 'w1', moment).map(({ code }) => code)).toEqual([
      'wording_changed',
    ])
    expect(
      reasonsAgainstConfirming(anEntry({ endedAt: earlier }), 'w2', moment).map(({ code }) => code),
    ).toEqual(['entry_ended'])
    expect(reasonsAgainstConfirming(anEntry({ endedAt: later }), 'w2', moment)).toEqual([])
  })
})

describe('the hash of a wording', () => {
  const wording = { question: 'Berapa biayanya?', answer: 'Gratis.', voiceAnswer: null, socialAnswer: null }

  it.each([
    ['the question', { ...wording, question: 'Bayar berapa?' }],
    ['the answer', { ...wording, answer: 'Gratis' }],
    ['the form for voice', { ...wording, voiceAnswer: 'Tidak dipungut biaya.' }],
    ['the form for social replies', { ...wording, socialAnswer: 'Gratis, ya.' }],
  ])('changes with %s', (_name, changed) => {
    expect(wordingHash(changed)).not.toBe(wordingHash(wording))
  })

  it('a text moved from one form to another changes it', () => {
    expect(wordingHash({ ...wording, voiceAnswer: 'a' })).not.toBe(
      wordingHash({ ...wording, socialAnswer: 'a' }),
    )
  })

  it('an empty form is none', () => {
    expect(wordingHash({ ...wording, voiceAnswer: '' })).toBe(wordingHash(wording))
  })
})
