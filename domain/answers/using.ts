import type { Instant } from '../time.ts'
import type { AnswerRefusal } from './refusals.ts'
import { type EntryFacts, validityOf } from './validity.ts'

/** Why the answer cannot be copied at `moment`: `answer_not_approved` with the person to ask, or nothing. */
export function reasonsAgainstCopying(
  entry: EntryFacts & { verifierId: string | null },
  moment: Instant,
): AnswerRefusal[] {
  const validity = validityOf(entry, moment)
  if (validity === 'approved') return []
  return [{ code: 'answer_not_approved', data: { validity, verifierId: entry.verifierId } }]
}

/** Why the wording on the screen cannot be confirmed: it has changed since, or the entry has ended. */
export function reasonsAgainstConfirming(
  entry: Pick<EntryFacts, 'wordingHash' | 'endedAt'>,
  wordingSeen: string,
  moment: Instant,
): AnswerRefusal[] {
  if (entry.endedAt !== null && entry.endedAt <= moment) return [{ code: 'entry_ended', data: {} }]
  if (wordingSeen === entry.wordingHash) return []
  return [{ code: 'wording_changed', data: { wordingSeen, wordingHash: entry.wordingHash } }]
}
