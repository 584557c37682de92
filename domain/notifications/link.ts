import type { Cause } from './facts.ts'
import type { MailKind, NotificationKind } from './kinds.ts'

type Kind = NotificationKind | MailKind

/** The page on which the reader acts on it, as a path; null where there is none. */
export function linkOf(kind: Kind, cause: Cause): string | null {
  if (kind === 'decision_asked' || kind === 'decision_due') return at('/approvals/', cause.publicationId)
  if (kind === 'signature_asked' || kind === 'signature_due') {
    return cause.publicationId ? `/upcoming?open=${cause.publicationId}` : at('/campaigns/', cause.campaignId)
  }
  if (kind === 'question_answered' && cause.publicationId) return `/upcoming?open=${cause.publicationId}`
  if (kind === 'question_asked' || kind === 'signature_withdrawn' || kind === 'signed') {
    return cause.publicationId
      ? `/publications/${cause.publicationId}?tab=briefing`
      : at('/campaigns/', cause.campaignId)
  }
  if (kind === 'handed_over' || kind === 'overdue') {
    return cause.publicationId ? `/publications/${cause.publicationId}/handover` : null
  }
  if (kind === 'commented' || kind === 'mentioned') {
    return cause.publicationId ? `/publications/${cause.publicationId}?tab=discussion` : null
  }
  if (kind === 'answer_withdrawn' || kind === 'caller_question_answered')
    return at('/library/', cause.entryId)
  if (kind === 'delegated' || kind === 'delegation_revoked') return '/me'
  if (cause.issueId) return `/issues/${cause.issueId}`
  return at('/publications/', cause.publicationId)
}

function at(folder: string, id: string | undefined): string | null {
  return id === undefined ? null : `${folder}${id}`
}
