import { addMinutes, type Instant } from '../time.ts'

/** A step that was reminded of and still waits goes to the delegate or whoever is on duty this much later. */
export const ESCALATES_AFTER_MINUTES = 30

/** When a step reminded of at `remindedAt` escalates. Source: Selaras rules, Approval: "reminds, then escalates". */
export function escalatesAt(remindedAt: Instant): Instant {
  return addMinutes(remindedAt, ESCALATES_AFTER_MINUTES)
}
