import { hashOf } from '../hash.ts'
import { canonicalText } from '../text.ts'
import type { Instant } from '../time.ts'

/** What an agent may say: the question as it is put, the answer, and its forms for voice and social replies. */
export type EntryWording = {
  question: string
  answer: string
  voiceAnswer: string | null
  socialAnswer: string | null
}

export type EntryFacts = {
  /** The hash of the present wording. */
  wordingHash: string
  /** Wordings that its verifier confirmed or that stand in a signed version. */
  approvedHashes: readonly string[]
  /** Attached to a publication of which nothing was ever posted; whatever its beginning says, it holds from the first post. */
  waitsForPost: boolean
  /** From when it holds; null: since ever. */
  validFrom: Instant | null
  /** Exclusive; null: until it is ended. */
  validUntil: Instant | null
  endedAt: Instant | null
}

const validities = ['approved', 'not_yet', 'unverified', 'expired', 'withdrawn'] as const
export type Validity = (typeof validities)[number]

/** SHA-256 in hex over the wording, texts in NFC with LF line ends; an empty form counts as none. */
export function wordingHash(wording: EntryWording): string {
  const formOf = (text: string | null) => (text === null || text === '' ? null : canonicalText(text))
  return hashOf({
    question: canonicalText(wording.question),
    answer: canonicalText(wording.answer),
    voiceAnswer: formOf(wording.voiceAnswer),
    socialAnswer: formOf(wording.socialAnswer),
  })
}

/**
 * How the desk shows an entry at `moment`. Only `approved` is offered as an answer and can be copied; the others are shown
 * as what they are, with the person to ask. Source: Selaras rules, Briefing and desk.
 */
export function validityOf(entry: EntryFacts, moment: Instant): Validity {
  if (entry.endedAt !== null && entry.endedAt <= moment) return 'withdrawn'
  if (entry.validUntil !== null && entry.validUntil <= moment) return 'expired'
  if (!entry.approvedHashes.includes(entry.wordingHash)) return 'unverified'
  if (entry.waitsForPost) return 'not_yet'
  return entry.validFrom === null || entry.validFrom <= moment ? 'approved' : 'not_yet'
}

/** Whether the entry may be said and copied as an approved answer at `moment`. */
export function isOffered(entry: EntryFacts, moment: Instant): boolean {
  return validityOf(entry, moment) === 'approved'
}
