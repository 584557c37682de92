import type { BriefingRefusal } from './refusals.ts'

export const questionStates = ['open', 'answered', 'entry', 'declined'] as const
export type QuestionState = (typeof questionStates)[number]

/** State now -> states it may be settled into. An answered question may still become an entry. */
const nextQuestionStates = {
  open: ['answered', 'entry', 'declined'],
  answered: ['entry'],
  entry: [],
  declined: [],
} as const satisfies Record<QuestionState, readonly QuestionState[]>

/** Why a question cannot be settled so: `briefing_question_settled`, or nothing. Source: Selaras rules, Briefing and desk. */
export function reasonsAgainstSettling(from: QuestionState, to: QuestionState): BriefingRefusal[] {
  const allowed: readonly QuestionState[] = nextQuestionStates[from]
  return allowed.includes(to) ? [] : [{ code: 'briefing_question_settled', data: { state: from } }]
}
