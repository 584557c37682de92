import type { Instant } from '../time.ts'
import { type Cause, type Facts, namingOf } from './facts.ts'
import type { NotificationKind } from './kinds.ts'

/** A translation's key with what it needs; what is a word itself is named by its own key. */
export type Sentence = {
  key: string
  values: Record<string, string | number>
  /** Values that are words: name in the sentence, keys of their words. */
  words: Record<string, string[]>
}

const obligationWords = ['library_checked', 'holding_answer', 'holding_statement', 'full_response']
const blockerWords = [
  'approval_missing',
  'alignment_missing',
  'acknowledgement_low',
  'variant_invalid',
  'paused',
  'embargoed',
  'held',
  'time_missing',
  'time_past',
]

/** The matter of a notification or mail, as a key of `notifications`, for page and server alike. */
export function sentenceOf(kind: NotificationKind, cause: Cause, facts: Facts): Sentence {
  const by = facts.by === null ? { words: { by: [cause.byId === undefined ? 'clock' : 'somebody'] } } : {}
  const title = facts.title ?? facts.campaign
  const blockers = (cause.blockers ?? []).map(
    (code) => `blockers.${blockerWords.includes(code) ? code : 'other'}`,
  )
  const obligation = cause.obligation ?? ''
  return {
    key: `sentences.${kind}.${namingOf(cause, facts)}`,
    values: {
      ...(title === null ? {} : { title }),
      ...(facts.issue === null ? {} : { issue: facts.issue }),
      ...(facts.by === null ? {} : { by: facts.by }),
      ...(facts.leader === null ? {} : { leader: facts.leader }),
      ...(facts.delegate === null ? {} : { delegate: facts.delegate }),
      ...(cause.versionNumber === undefined ? {} : { versionNumber: cause.versionNumber }),
    },
    words: {
      ...by.words,
      ...(blockers.length === 0 ? {} : { blockers: [...new Set(blockers)] }),
      ...(cause.obligation === undefined
        ? {}
        : { obligation: [`obligations.${obligationWords.includes(obligation) ? obligation : 'other'}`] }),
      ...(cause.to === undefined ? {} : { to: [`levels.${cause.to}`] }),
      ...(cause.role === undefined ? {} : { role: [`roles.${cause.role}`] }),
    },
  }
}

/** The time that belongs to it, after the sentence: when it goes out, or when it is due; null where there is none. */
export function whenOf(
  kind: NotificationKind,
  cause: Cause,
  facts: Facts,
): { key: 'when.planned' | 'when.due'; at: Instant } | null {
  if (cause.dueAt !== undefined) return { key: 'when.due', at: cause.dueAt }
  if (facts.plannedAt === null || isOver(kind)) return null
  return { key: 'when.planned', at: facts.plannedAt }
}

const over: readonly NotificationKind[] = [
  'posted',
  'not_posted',
  'post_withdrawn',
  'cancelled',
  'overdue',
  'blocked',
  'handed_over',
  'answer_withdrawn',
]

function isOver(kind: NotificationKind): boolean {
  return over.includes(kind)
}
