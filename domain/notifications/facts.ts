import type { Instant } from '../time.ts'

/**
 * What is kept with a notification or mail: ids and small facts, never a title or content. Names are looked up when it
 * is shown, by what the reader may know then.
 */
export type Cause = {
  publicationId?: string
  issueId?: string
  campaignId?: string
  entryId?: string
  questionId?: string
  /** Who did it; absent for the clock. */
  byId?: string
  /** The leader in whose name it was decided, or for whom somebody now decides. */
  leaderId?: string
  delegateId?: string
  versionNumber?: number
  blockers?: string[]
  obligation?: string
  dueAt?: Instant
  from?: string
  to?: string
  role?: string
  invitationId?: string
}

/** The same with what its sentence needs, for one reader. */
export type Facts = {
  /** Null: an executive draft, whose title is nobody's to read in a bell or a mail; or no publication at all. */
  title: string | null
  isExecutive: boolean
  plannedAt: Instant | null
  issue: string | null
  campaign: string | null
  by: string | null
  leader: string | null
  delegate: string | null
}

/**
 * How the subject of a sentence may be named: by its title, as an executive draft without one, as an issue, a campaign,
 * or not at all. Source: Selaras, how it reads, "Notifications".
 */
export function namingOf(cause: Cause, facts: Facts): 'named' | 'executive' | 'plain' {
  if (facts.isExecutive) return 'executive'
  if (facts.title !== null || facts.issue !== null || facts.campaign !== null) return 'named'
  return cause.publicationId === undefined ? 'plain' : 'executive'
}
