import type { Blocker } from '../../domain/publishing/blockers.ts'

/** The key of what is missing under the calendar's `lacking` words: the code, for the alignment with why it is missing. */
export function lackingKey(found: Pick<Blocker, 'code' | 'data'>) {
  if (found.code !== 'alignment_missing') return found.code
  const { why } = found.data as { why: 'no_briefing' | 'question_open' | 'not_signed' | 'changed_since' }
  return `alignment_${why}` as const
}
