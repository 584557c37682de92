/** The refusals of this room: code -> data. */
export type BriefingsRefusals = {
  briefing_changed: { numberSeen: number; presentNumber: number }
  briefing_empty: Record<string, never>
  questions_open: { questionIds: string[] }
  already_signed: { signedById: string }
  not_signed: { number: number }
  version_not_present: { numberSeen: number; presentNumber: number }
  already_acknowledged: { number: number }
  briefing_question_settled: { state: string }
  /** The library's wording is what the version already holds. */
  wording_is_present: Record<string, never>
  /** The entry hangs on a publication that only another circle may know of. */
  entry_of_circle: Record<string, never>
}

export type BriefingRefusal = {
  [Code in keyof BriefingsRefusals]: { code: Code; data: BriefingsRefusals[Code] }
}[keyof BriefingsRefusals]
