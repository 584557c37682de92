import { type WorkingCalendar, type WorkingInstant, workingDaysBefore } from '../marks/working-time.ts'
import type { Instant } from '../time.ts'
import type { BriefingRefusal } from './refusals.ts'

/** Read under the briefing's lock. */
export type SigningFacts = {
  presentNumber: number
  presentHash: string
  isEmpty: boolean
  /** Questions on the briefing that nobody has answered, made an entry or declined. */
  openQuestionIds: readonly string[]
  /** Who signed the present version, if the signature stands. */
  signedById: string | null
}

/**
 * Why the version that was on the screen cannot be signed; empty means it can. A briefing that is only offered may be
 * signed too. Refusals: briefing_changed, briefing_empty, questions_open, already_signed.
 * Source: Selaras rules, Readiness 2; Briefing and desk.
 */
export function reasonsAgainstSigning(
  facts: SigningFacts,
  numberSeen: number,
  hashSeen: string,
): BriefingRefusal[] {
  const reasons: BriefingRefusal[] = [...reasonsOfSight(facts, numberSeen, hashSeen)]
  if (facts.isEmpty) reasons.push({ code: 'briefing_empty', data: {} })
  if (facts.openQuestionIds.length > 0) {
    reasons.push({ code: 'questions_open', data: { questionIds: [...facts.openQuestionIds] } })
  }
  if (facts.signedById !== null && reasons.length === 0) {
    reasons.push({ code: 'already_signed', data: { signedById: facts.signedById } })
  }
  return reasons
}

/** Why a signature cannot be withdrawn: there is none, or the briefing has moved on from the version that was seen. */
export function reasonsAgainstWithdrawingSignature(
  facts: Pick<SigningFacts, 'presentNumber' | 'signedById'>,
  numberSeen: number,
): BriefingRefusal[] {
  if (facts.signedById !== null && facts.presentNumber === numberSeen) return []
  return [{ code: 'not_signed', data: { number: numberSeen } }]
}

/** When the signature is due: so many working days before the planned time (default one). Null without a time. */
export function alignmentDueAt(
  plannedAt: Instant | null,
  leadWorkingDays: number,
  calendar: WorkingCalendar,
): WorkingInstant | null {
  return plannedAt === null ? null : workingDaysBefore(plannedAt, leadWorkingDays, calendar)
}

function reasonsOfSight(
  facts: Pick<SigningFacts, 'presentNumber' | 'presentHash'>,
  numberSeen: number,
  hashSeen: string,
): BriefingRefusal[] {
  if (facts.presentNumber === numberSeen && facts.presentHash === hashSeen) return []
  return [{ code: 'briefing_changed', data: { numberSeen, presentNumber: facts.presentNumber } }]
}
