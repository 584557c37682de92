import type { ObligationKind } from './obligations.ts'
import type { IssueRefusal } from './refusals.ts'

export const responseKinds = ['holding', 'full', 'none'] as const
export type ResponseKind = (typeof responseKinds)[number]

export type ClosingFacts = {
  isClosed: boolean
  /** It has been at `public_interest`, whatever its level now. */
  wasPublicInterest: boolean
  responses: readonly {
    kind: ResponseKind
    /** For a publication: how many of its variants are posted and not withdrawn. */
    postedCount: number
  }[]
  /** Obligations that nobody has met, missed ones too. */
  unmetKinds: readonly ObligationKind[]
}

/** Whether a full response is out and still stands: posted on one account at least and not withdrawn there. */
function hasStandingFullResponse(facts: Pick<ClosingFacts, 'responses'>): boolean {
  return facts.responses.some((response) => response.kind === 'full' && response.postedCount > 0)
}

/**
 * Why the issue cannot be closed; empty means it can. An issue that has been at `public_interest` needs a standing full
 * response; no decision not to respond replaces that. Elsewhere such a decision settles what is still owed.
 * Refusals: issue_closed, closing_reason_missing, full_response_missing, obligations_open. Source: Selaras rules, Issue level.
 */
export function reasonsAgainstClosing(facts: ClosingFacts, reason: string): IssueRefusal[] {
  if (facts.isClosed) return [{ code: 'issue_closed', data: {} }]
  const reasons: IssueRefusal[] = []
  if (reason.trim() === '') reasons.push({ code: 'closing_reason_missing', data: {} })
  const hasFull = hasStandingFullResponse(facts)
  if (facts.wasPublicInterest && !hasFull) {
    reasons.push({ code: 'full_response_missing', data: {} })
    return reasons
  }
  const isDeclined = facts.responses.some((response) => response.kind === 'none')
  if (facts.unmetKinds.length > 0 && !hasFull && !isDeclined) {
    reasons.push({ code: 'obligations_open', data: { kinds: [...facts.unmetKinds] } })
  }
  return reasons
}
