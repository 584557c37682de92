import type { Validity } from './validity.ts'

/** The refusals of this room: code -> data. */
export type AnswersRefusals = {
  /** Only an approved answer is copied. */
  answer_not_approved: { validity: Validity; verifierId: string | null }
  /** Who confirms names the wording they saw. */
  wording_changed: { wordingSeen: string; wordingHash: string }
  entry_ended: Record<string, never>
  not_the_verifier: { verifierId: string }
  verifier_unfit: Record<string, never>
  validity_reversed: { validFrom: string; validUntil: string }
  /** The caller's question has its answer, or was declined. */
  question_settled: Record<string, never>
}

export type AnswerRefusal = {
  [Code in keyof AnswersRefusals]: { code: Code; data: AnswersRefusals[Code] }
}[keyof AnswersRefusals]
