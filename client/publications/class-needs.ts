import type { ParseKeys } from 'i18next'
import { type AlignmentFacts, alignmentReasons } from '../../domain/publications/objectives.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'

/** The key of the sentence that says what the briefing needs: why it must be aligned, or that it is only advised. */
export function classNeedsKey(facts: AlignmentFacts): ParseKeys<'publications'> {
  const [reason] = alignmentReasons(facts).toSorted((one, other) => rank[one] - rank[other])
  if (reason !== undefined && reason !== 'subject_class') return `classNeeds.${wordOf[reason]}`
  const subjectClass = subjectClasses.find((one) => one === facts.subjectClass)
  return subjectClass === undefined ? 'classNeeds.none' : `classNeeds.${subjectClass}`
}

const rank = { subject_class: 0, protect: 1, executive_account: 2, agency_class: 3 } as const
const wordOf = { protect: 'protect', executive_account: 'executive', agency_class: 'agency' } as const
