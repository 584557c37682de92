import type { BriefingRefusal } from './refusals.ts'

export type AcknowledgingFacts = {
  presentNumber: number
  /** Whether this person has acknowledged the present version. */
  hasRead: boolean
}

/**
 * Why the person cannot confirm having read the version that was on the screen; empty means they can, for themselves.
 * Refusals: version_not_present, already_acknowledged. Source: Selaras words, acknowledgement.
 */
export function reasonsAgainstAcknowledging(
  facts: AcknowledgingFacts,
  numberSeen: number,
): BriefingRefusal[] {
  if (facts.presentNumber !== numberSeen) {
    return [{ code: 'version_not_present', data: { numberSeen, presentNumber: facts.presentNumber } }]
  }
  return facts.hasRead ? [{ code: 'already_acknowledged', data: { number: numberSeen } }] : []
}
