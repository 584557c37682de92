import { type PauseSpan, pauseCovers } from '../marks/pauses.ts'
import type { NamedPerson } from '../people/person.ts'
import { type PublicationState, phaseOf } from '../publications/states.ts'
import { hasPassed, type Instant } from '../time.ts'
import { type Blocker, blocker, warning } from './blockers.ts'

/**
 * What readiness is judged by: facts a list row carries, beside what is looked up once for the whole list (pauses,
 * people, settings). Lists of people may be empty where nobody's name is shown; the kind of who can lift it is kept.
 */
export type ReadinessFacts = {
  publicationId: string
  state: PublicationState
  handedOverAt: Instant | null
  objective: 'promote' | 'protect'
  unitId: string
  accounts: readonly { id: string; unitId: string }[]
  owner: NamedPerson | null

  stepsRequired: number
  stepsDecided: number
  /** Who is asked at the step that is open now. */
  waitingFor: readonly NamedPerson[]

  /** From `mustBeAligned`. */
  isAlignmentRequired: boolean
  /** The present version of its briefing (its own or the campaign's); null where there is none. */
  briefingVersion: number | null
  /** The version under which a signature stands; null where none does. */
  signedVersion: number | null
  openQuestions: number
  /** Those among the open questions that were asked after the signature. */
  questionsAfterSignature: number
  leadAgents: readonly NamedPerson[]

  /** Agents who have read the present version. */
  acknowledgedCount: number
  /** Agents on shift, all active ones while the roster is empty; null where it was not looked up: then nothing is said. */
  agentsOnShift: number | null
  acknowledgementPercent: number
  acknowledgementBlocks: boolean

  /** Broken limits of the platform, counted by variant; those that only warn are left out. */
  findings: readonly { variantId: string | null; accountId: string | null; count: number }[]

  pauses: readonly PauseSpan[]
  /** The pauses for which an exception stands. */
  exceptedPauseIds: readonly string[]
  /** Approvers who may grant one: those who did not write it. */
  exceptionApprovers: readonly NamedPerson[]

  /** The embargo on it and the one on its campaign, with the campaign's name where it is shown. */
  embargoes: readonly { of: 'publication' | 'campaign'; until: Instant; name: string | null }[]

  /** Issues that hold it back, each with who leads it. */
  holds: readonly { issueId: string | null; leads: readonly NamedPerson[] }[]

  /** The name of the event it hangs on, where that was cancelled. */
  cancelledEvent: string | null

  plannedAt: Instant | null
  timeKind: 'none' | 'exact' | 'tentative' | 'open'
  graceMinutes: number

  /** Other publications on one of its accounts, with the distance; the caller gives only those the reader may see. */
  near: readonly {
    publicationId: string
    accountId: string
    minutesApart: number
    minimumMinutes: number
  }[]
  /** Other units' publications that day for the same public that the reader may see, and from how many on a day is crowded (0: never). */
  othersThatDay: number
  crowdedFrom: number
}

/**
 * What still blocks the publication at `moment`, and what only warns. Empty for what is handed over, published or
 * cancelled: whether such a one may go out at all is the transitions' question, never this list's.
 * Source: Selaras rules, Readiness 1 to 8.
 */
export function readiness(facts: ReadinessFacts, moment: Instant): Blocker[] {
  const phase = phaseOf(facts)
  if (phase === 'handed_over' || phase === 'published' || phase === 'cancelled') return []
  const found: Blocker[] = []
  for (const part of parts) for (const one of part(facts, moment)) found.push(one)
  return found
}

// A month asks for hundreds, most of which lack nothing: nothing is made for those.
const none: readonly Blocker[] = []

/** Whether nothing blocks; warnings do not. Only what is approved and not handed over can be called ready. */
export function isReady(blockers: readonly Blocker[]): boolean {
  return blockers.every((found) => found.severity === 'warning')
}

function planner(facts: ReadinessFacts) {
  return { kind: 'planner' as const, people: facts.owner === null ? [] : [facts.owner] }
}

function approval(facts: ReadinessFacts): readonly Blocker[] {
  const isSubmitted = facts.state === 'in_review' || facts.state === 'approved'
  const isDecided = facts.stepsRequired > 0 && facts.stepsDecided >= facts.stepsRequired
  if (facts.state === 'approved' && isDecided) return none
  const data = { required: facts.stepsRequired, decided: facts.stepsDecided, isSubmitted }
  const liftedBy = isSubmitted ? { kind: 'approver' as const, people: [...facts.waitingFor] } : planner(facts)
  return [blocker('approval_missing', facts, 'approval', data, liftedBy)]
}

function alignment(facts: ReadinessFacts): readonly Blocker[] {
  const { briefingVersion, signedVersion, openQuestions } = facts
  const isSigned = briefingVersion !== null && signedVersion === briefingVersion
  if (briefingVersion === null && !facts.isAlignmentRequired) {
    return [warning('briefing_missing', facts, 'briefing', {}, planner(facts))]
  }
  const asked = isSigned ? facts.questionsAfterSignature : openQuestions
  if (isSigned || !facts.isAlignmentRequired) {
    if (asked === 0) return none
    return [warning('question_open', facts, 'briefing', { count: asked }, planner(facts))]
  }
  const why =
    briefingVersion === null
      ? 'no_briefing'
      : openQuestions > 0
        ? 'question_open'
        : signedVersion === null
          ? 'not_signed'
          : 'changed_since'
  const data = { why, version: briefingVersion, signedVersion, openQuestions } as const
  const isForPlanner = why === 'no_briefing' || why === 'question_open'
  const lead = { kind: 'lead_agent' as const, people: [...facts.leadAgents] }
  return [blocker('alignment_missing', facts, 'briefing', data, isForPlanner ? planner(facts) : lead)]
}

function acknowledgement(facts: ReadinessFacts): readonly Blocker[] {
  if (facts.agentsOnShift === null || facts.briefingVersion === null) return none
  const askedFor = Math.ceil((facts.agentsOnShift * facts.acknowledgementPercent) / 100)
  if (facts.acknowledgedCount >= askedFor) return none
  const make = facts.acknowledgementBlocks ? blocker : warning
  const data = { read: facts.acknowledgedCount, onShift: facts.agentsOnShift, askedFor }
  return [make('acknowledgement_low', facts, 'briefing', data, { kind: 'agent', people: [] })]
}

function limits(facts: ReadinessFacts): readonly Blocker[] {
  if (facts.findings.length === 0) return none
  return facts.findings
    .filter((finding) => finding.count > 0)
    .map(({ variantId, accountId, count }) => ({
      ...blocker('variant_invalid', facts, 'content', { accountId, count }, planner(facts)),
      variantId,
    }))
}

function pausesAndHolds(facts: ReadinessFacts): readonly Blocker[] {
  if (facts.pauses.length === 0 && facts.holds.length === 0) return none
  const approver = { kind: 'approver' as const, people: [...facts.exceptionApprovers] }
  const paused = facts.pauses
    .filter((pause) => !facts.exceptedPauseIds.includes(pause.id) && pauseCovers(pause, facts))
    .map(({ id, kind, name, stops, from, until }) =>
      blocker('paused', facts, 'time', { pauseId: id, kind, name, stops, from, until }, approver),
    )
  const held = facts.holds.map(({ issueId, leads }) =>
    blocker('held', facts, 'issue', { issueId }, { kind: 'issue_lead', people: [...leads] }),
  )
  return [...paused, ...held]
}

/** Its time lies before the end of an embargo; at the end itself it goes. Nothing waives it. */
function embargoes(facts: ReadinessFacts): readonly Blocker[] {
  const { plannedAt } = facts
  if (plannedAt === null || facts.embargoes.length === 0) return none
  return facts.embargoes
    .filter(({ until }) => plannedAt < until)
    .map((embargo) => blocker('embargoed', facts, 'time', { ...embargo }, planner(facts)))
}

/** What hung on an event that was cancelled may still go out; somebody is to think of it first. */
function event(facts: ReadinessFacts): readonly Blocker[] {
  if (facts.cancelledEvent === null) return none
  return [warning('event_cancelled', facts, 'time', { name: facts.cancelledEvent }, planner(facts))]
}

function time(facts: ReadinessFacts, moment: Instant): readonly Blocker[] {
  const { plannedAt, timeKind, graceMinutes } = facts
  if (plannedAt === null || timeKind !== 'exact') {
    return [blocker('time_missing', facts, 'time', { timeKind }, planner(facts))]
  }
  if (moment <= plannedAt || !hasPassed(graceMinutes, plannedAt, moment)) return none
  return [blocker('time_past', facts, 'time', { plannedAt, graceMinutes }, planner(facts))]
}

function neighbours(facts: ReadinessFacts): readonly Blocker[] {
  const isCrowded = facts.crowdedFrom > 0 && facts.othersThatDay >= facts.crowdedFrom
  if (facts.near.length === 0 && !isCrowded) return none
  const clashes = facts.near
    .filter((other) => Math.abs(other.minutesApart) < other.minimumMinutes)
    .map((other) => warning('clash', facts, 'time', { ...other }, planner(facts)))
  if (!isCrowded) return clashes
  const data = { others: facts.othersThatDay, crowdedFrom: facts.crowdedFrom }
  return [...clashes, warning('crowded', facts, 'time', data, planner(facts))]
}

/** In the order in which a person is told. */
const parts: ((facts: ReadinessFacts, moment: Instant) => readonly Blocker[])[] = [
  approval,
  alignment,
  acknowledgement,
  limits,
  pausesAndHolds,
  embargoes,
  event,
  time,
  neighbours,
]
