import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonsAgainstAcknowledging } from '../../../domain/briefings/acknowledging.ts'
import { type BriefingContent, briefingHash, isBriefingEmpty } from '../../../domain/briefings/content.ts'
import { questionStates, reasonsAgainstSettling } from '../../../domain/briefings/questions.ts'
import {
  alignmentDueAt,
  reasonsAgainstSigning,
  reasonsAgainstWithdrawingSignature,
  type SigningFacts,
} from '../../../domain/briefings/signing.ts'
import { effectOfSave } from '../../../domain/briefings/versioning.ts'

function aBriefing(given: Partial<BriefingContent> = {}): BriefingContent {
  return {
    summary: 'Pendaftaran dibuka Jumat.',
    keyMessages: ['Gratis', 'Daring'],
    notToSay: ['Kuota terbatas'],
    entries: [{ entryId: 'e1', question: 'Berapa biayanya?', answer: 'Gratis.', wordingHash: 'w1' }],
    escalationContact: 'Wayan Suteja, pesawat 214',
    sources: ['Siaran pers'],
    ...given,
  }
}

const changes: [string, BriefingContent][] = [
  ['the summary', aBriefing({ summary: 'Pendaftaran ditunda.' })],
  ['a key message', aBriefing({ keyMessages: ['Gratis'] })],
  ['their order', aBriefing({ keyMessages: ['Daring', 'Gratis'] })],
  ['what not to say', aBriefing({ notToSay: [] })],
  [
    'an entry’s wording',
    aBriefing({
      entries: [{ entryId: 'e1', question: 'Berapa biayanya?', answer: 'Rp0.', wordingHash: 'w2' }],
    }),
  ],
  ['an entry less', aBriefing({ entries: [] })],
  ['the escalation contact', aBriefing({ escalationContact: 'Wayan Suteja, pesawat 215' })],
  ['a source', aBriefing({ sources: [] })],
]

describe('the hash of a version', () => {
  it.each(changes)('changes with %s', (_name, changed) => {
    expect(briefingHash(changed)).not.toBe(briefingHash(aBriefing()))
  })

  it('does not change with the form of an accent or the kind of line end', () => {
    expect(briefingHash(aBriefing({ summary: 'caf\u00e9\nbaru' }))).toBe(
      briefingHash(aBriefing({ summary: 'cafe\u0301\r\nbaru' })),
    )
  })

  it('a message cannot slip from one list into the next', () => {
    const one = aBriefing({ keyMessages: ['a', 'b'], notToSay: [] })
    const other = aBriefing({ keyMessages: ['a'], notToSay: ['b'] })
    expect(briefingHash(one)).not.toBe(briefingHash(other))
  })

  it('is empty without summary, message or entry', () => {
    const empty = aBriefing({ summary: ' ', keyMessages: [''], entries: [] })
    expect(isBriefingEmpty(empty)).toBe(true)
    expect(isBriefingEmpty({ ...empty, keyMessages: ['Gratis'] })).toBe(false)
    expect(isBriefingEmpty({ ...empty, entries: aBriefing().entries })).toBe(false)
    expect(isBriefingEmpty({ ...empty, summary: 'Ada' })).toBe(false)
  })
})

describe('what a save does', () => {
  const unused = { questionCount: 0, acknowledgementCount: 0, signatureCount: 0 }

  it('the first opens version one', () => {
    expect(effectOfSave(null, aBriefing(), unused)).toBe('new_version')
  })

  it('saving what already stands does nothing, used or not', () => {
    expect(effectOfSave(aBriefing(), aBriefing(), unused)).toBe('nothing')
    expect(effectOfSave(aBriefing(), aBriefing(), { ...unused, signatureCount: 1 })).toBe('nothing')
  })

  it('amends a version that nobody has used, else opens the next', () => {
    fc.assert(
      fc.property(
        fc.record({
          questionCount: fc.nat({ max: 2 }),
          acknowledgementCount: fc.nat({ max: 2 }),
          signatureCount: fc.nat({ max: 2 }),
        }),
        fc.constantFrom(...changes.map(([, changed]) => changed)),
        (use, changed) => {
          const isUsed = use.questionCount + use.acknowledgementCount + use.signatureCount > 0
          expect(effectOfSave(aBriefing(), changed, use)).toBe(isUsed ? 'new_version' : 'amend')
        },
      ),
    )
  })
})

describe('signing', () => {
  const facts: SigningFacts = {
    presentNumber: 2,
    presentHash: 'h2',
    isEmpty: false,
    openQuestionIds: [],
    signedById: null,
  }
  const codes = (given: Partial<SigningFacts>, number = 2, hash = 'h2') =>
    reasonsAgainstSigning({ ...facts, ...given }, number, hash).map((reason) => reason.code)

  it.each<[string, string[], string[]]>([
    ['the version on the screen', codes({}), []],
    ['an older version', codes({}, 1, 'h1'), ['briefing_changed']],
    ['the same version since amended', codes({}, 2, 'h1'), ['briefing_changed']],
    ['while a question is open', codes({ openQuestionIds: ['q'] }), ['questions_open']],
    ['nothing to say', codes({ isEmpty: true }), ['briefing_empty']],
    ['twice', codes({ signedById: 'nur' }), ['already_signed']],
    [
      'an older version while a question is open',
      codes({ openQuestionIds: ['q'] }, 1, 'h1'),
      ['briefing_changed', 'questions_open'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(given).toEqual(expected)
  })

  it('a signature is withdrawn from the version it stands under', () => {
    expect(reasonsAgainstWithdrawingSignature({ presentNumber: 2, signedById: 'nur' }, 2)).toEqual([])
    expect(reasonsAgainstWithdrawingSignature({ presentNumber: 2, signedById: null }, 2)).toHaveLength(1)
    expect(reasonsAgainstWithdrawingSignature({ presentNumber: 3, signedById: 'nur' }, 2)).toHaveLength(1)
  })

  it('is due one working day before the post', () => {
    const calendar = {
      zone: 'Asia/Jakarta',
      holidays: new Set<string>(),
      yearsKnown: new Set([2026]),
      opensAt: '08:00',
      closesAt: '16:00',
    }
    expect(alignmentDueAt('2026-12-14T02:00:00.000Z', 1, calendar)?.at).toBe('2026-12-11T02:00:00.000Z')
    expect(alignmentDueAt(null, 1, calendar)).toBeNull()
  })
})

describe('acknowledging', () => {
  it.each([
    ['the present version', 2, false, []],
    ['an older one', 1, false, ['version_not_present']],
    ['twice', 2, true, ['already_acknowledged']],
    ['an older one, having read the present', 1, true, ['version_not_present']],
  ])('%s', (_name, numberSeen, hasRead, expected) => {
    const reasons = reasonsAgainstAcknowledging({ presentNumber: 2, hasRead }, numberSeen)
    expect(reasons.map((reason) => reason.code)).toEqual(expected)
  })
})

describe('a question on the briefing', () => {
  const allowed: Record<string, string[]> = {
    open: ['answered', 'entry', 'declined'],
    answered: ['entry'],
    entry: [],
    declined: [],
  }
  const table = questionStates.flatMap((from) => questionStates.map((to) => ({ from, to })))

  it.each(table)('$from, then $to', ({ from, to }) => {
    expect(reasonsAgainstSettling(from, to)).toEqual(
      allowed[from]?.includes(to) ? [] : [{ code: 'briefing_question_settled', data: { state: from } }],
    )
  })
})
