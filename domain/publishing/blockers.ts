import type { NamedPerson } from '../people/person.ts'
import type { Instant } from '../time.ts'

/** Every code with its data. Source: Selaras rules, Readiness. */
export type BlockerData = {
  approval_missing: { required: number; decided: number; isSubmitted: boolean }
  alignment_missing: {
    why: 'no_briefing' | 'question_open' | 'not_signed' | 'changed_since'
    version: number | null
    signedVersion: number | null
    openQuestions: number
  }
  question_open: { count: number }
  briefing_missing: Record<string, never>
  acknowledgement_low: { read: number; onShift: number; askedFor: number }
  variant_invalid: { accountId: string | null; count: number }
  paused: {
    pauseId: string
    kind: string
    name: string
    stops: string
    from: Instant
    /** Exclusive; null: until further notice. */
    until: Instant | null
  }
  /** `name`: the campaign's, where the embargo lies on the campaign. */
  embargoed: { of: 'publication' | 'campaign'; until: Instant; name: string | null }
  held: { issueId: string | null }
  /** What it hangs on does not take place. */
  event_cancelled: { name: string }
  time_missing: { timeKind: string }
  time_past: { plannedAt: Instant; graceMinutes: number }
  clash: { publicationId: string; accountId: string; minutesApart: number; minimumMinutes: number }
  crowded: { others: number; crowdedFrom: number }
}

export const blockerCodes = [
  'approval_missing',
  'alignment_missing',
  'question_open',
  'briefing_missing',
  'acknowledgement_low',
  'variant_invalid',
  'paused',
  'embargoed',
  'held',
  'event_cancelled',
  'time_missing',
  'time_past',
  'clash',
  'crowded',
] as const satisfies (keyof BlockerData)[]
export type BlockerCode = (typeof blockerCodes)[number]

/** Who can lift a blocker: the kind always, the people by name where they are known. */
export type LiftedBy = {
  kind: 'approver' | 'lead_agent' | 'agent' | 'planner' | 'issue_lead' | 'administrator'
  people: NamedPerson[]
}

/** The page where it is lifted: a part of the publication's page, or the issue's room. */
export type BlockerPage =
  | { name: 'publication'; publicationId: string; part: 'content' | 'time' | 'approval' | 'briefing' }
  | { name: 'issue'; issueId: string | null }

export type BlockerOf<Code extends BlockerCode> = {
  code: Code
  severity: 'blocker' | 'warning'
  /** The variant it concerns; null for the whole publication. Either way the whole publication waits. */
  variantId: string | null
  data: BlockerData[Code]
  liftedBy: LiftedBy
  page: BlockerPage
}

export type Blocker = { [Code in BlockerCode]: BlockerOf<Code> }[BlockerCode]

type Place = 'content' | 'time' | 'approval' | 'briefing' | 'issue'

/** Something that holds the publication back. */
export function blocker<Code extends BlockerCode>(
  code: Code,
  facts: { publicationId: string },
  place: Place,
  data: BlockerData[Code],
  liftedBy: LiftedBy,
): BlockerOf<Code> {
  const page: BlockerPage =
    place === 'issue'
      ? { name: 'issue', issueId: 'issueId' in data ? data.issueId : null }
      : { name: 'publication', publicationId: facts.publicationId, part: place }
  return { code, severity: 'blocker', variantId: null, data, liftedBy, page }
}

/** The same, as something to know that holds nothing back. */
export function warning<Code extends BlockerCode>(
  code: Code,
  facts: { publicationId: string },
  place: Place,
  data: BlockerData[Code],
  liftedBy: LiftedBy,
): BlockerOf<Code> {
  return { ...blocker(code, facts, place, data, liftedBy), severity: 'warning' }
}
