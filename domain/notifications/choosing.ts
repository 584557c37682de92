import { addDays, atClock, clockOf, dayOf, type Instant } from '../time.ts'
import type { MailKind } from './kinds.ts'

/**
 * Mails that a person may do without, since the bell tells the same. What obliges (a level that rose, a deadline of an
 * issue, a post that is blocked or overdue) always comes, at any hour. Source: Selaras rules, Issue level; Publication.
 */
export const choosableMails = [
  'decision_asked',
  'decided',
  'approval_ended',
  'signature_asked',
  'signature_withdrawn',
  'question_asked',
  'question_answered',
] as const satisfies readonly MailKind[]

export type ChoosableMail = (typeof choosableMails)[number]

export function isChoosable(kind: MailKind): kind is ChoosableMail {
  return choosableMails.some((one) => one === kind)
}

/** From a clock time up to, and without, another; over midnight where the second is the earlier, none where both are one. */
export type QuietHours = { from: string; until: string }

/** When a mail written at `at` goes out: null for at once, else the end of the quiet hours it was written in. */
export function quietUntil(quiet: QuietHours | null, at: Instant, zone: string): Instant | null {
  if (quiet === null || quiet.from === quiet.until) return null
  const { from, until } = quiet
  const clock = clockOf(at, zone)
  const isOverMidnight = until <= from
  const isQuiet = isOverMidnight ? clock >= from || clock < until : clock >= from && clock < until
  if (!isQuiet) return null
  const day = dayOf(at, zone)
  return atClock(isOverMidnight && clock >= from ? addDays(day, 1) : day, until, zone)
}
