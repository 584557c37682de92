import { hasPassed, type Instant } from '../time.ts'
import { type PublicationState, phaseOf } from './states.ts'

/** The words a publication is shown with. Readings of facts and moment, never stored. */
export const publicationStatuses = [
  'idea',
  'draft',
  'in_review',
  'approved',
  'ready',
  'handed_over',
  'published',
  'partly_published',
  'overdue',
  'held',
  'withdrawn',
  'cancelled',
] as const
export type PublicationStatus = (typeof publicationStatuses)[number]

export type StatusFacts = {
  state: PublicationState
  plannedAt: Instant | null
  handedOverAt: Instant | null
  variantCount: number
  postedCount: number
  notPostedCount: number
  withdrawnCount: number
  isHeld: boolean
  /** From `readiness`; asked only of what is approved and not handed over. */
  isReady: boolean
  /** How long after its time it may still go. */
  graceMinutes: number
  /** How long after hand-over each variant should be confirmed. */
  confirmMinutes: number
}

/** Variants handed over of which nobody has said yet what became of them. */
export function unconfirmedCount(facts: StatusFacts): number {
  return facts.variantCount - facts.postedCount - facts.notPostedCount - facts.withdrawnCount
}

/**
 * Approved and its time has come: the clock or its owner may hand it over until the grace ends.
 * Source: Selaras rules, Publication, hand-over.
 */
export function isDue(facts: StatusFacts, moment: Instant): boolean {
  return phaseOf(facts) === 'approved' && facts.plannedAt !== null && facts.plannedAt <= moment
}

/**
 * The unit is alarmed: approved and not handed over when the grace ended (unless an issue holds it), or handed over
 * and a variant still unconfirmed when the time to confirm ended, published in part or not.
 */
export function isOverdue(facts: StatusFacts, moment: Instant): boolean {
  if (facts.handedOverAt !== null) {
    const isOut = facts.state === 'approved' || facts.state === 'published'
    return isOut && unconfirmedCount(facts) > 0 && hasPassed(facts.confirmMinutes, facts.handedOverAt, moment)
  }
  if (facts.state !== 'approved' || facts.isHeld || facts.plannedAt === null) return false
  return moment > facts.plannedAt && hasPassed(facts.graceMinutes, facts.plannedAt, moment)
}

/** The one word for a publication at `moment`. Source: Selaras rules, Publication; Selaras pages, an event on the calendar. */
export function statusOf(facts: StatusFacts, moment: Instant): PublicationStatus {
  switch (phaseOf(facts)) {
    case 'published':
      if (facts.postedCount === 0 && facts.withdrawnCount > 0) return 'withdrawn'
      return facts.postedCount < facts.variantCount ? 'partly_published' : 'published'
    case 'handed_over':
      return isOverdue(facts, moment) ? 'overdue' : 'handed_over'
    case 'approved':
      if (facts.isHeld) return 'held'
      if (isOverdue(facts, moment)) return 'overdue'
      return facts.isReady ? 'ready' : 'approved'
    default:
      return facts.state
  }
}
