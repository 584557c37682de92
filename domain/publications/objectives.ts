import type { SubjectClass } from '../subject-classes.ts'

/** Why a publication exists; the balance of the two is shown. Source: Selaras words, objective. */
export const objectives = ['promote', 'protect'] as const
export type Objective = (typeof objectives)[number]

/** The classes that always need a signed briefing; an agency adds to them and takes none away. */
export const alwaysAlignedClasses = [
  'service_change',
  'disruption',
  'clarification',
] as const satisfies SubjectClass[]

export type AlignmentFacts = {
  objective: Objective
  /** Null while nobody has chosen one: then only the other reasons count. */
  subjectClass: string | null
  hasExecutiveAccount: boolean
  /** Classes the agency added of its own. */
  alsoAlignedClasses: readonly string[]
}

export type AlignmentReason = 'protect' | 'executive_account' | 'subject_class' | 'agency_class'

/**
 * Why the contact centre's signature is required, empty where a briefing is only offered.
 * Source: Selaras rules, Readiness 2.
 */
export function alignmentReasons(facts: AlignmentFacts): AlignmentReason[] {
  const always: readonly string[] = alwaysAlignedClasses
  const reasons: AlignmentReason[] = []
  if (facts.objective === 'protect') reasons.push('protect')
  if (facts.hasExecutiveAccount) reasons.push('executive_account')
  if (facts.subjectClass === null) return reasons
  if (always.includes(facts.subjectClass)) reasons.push('subject_class')
  else if (facts.alsoAlignedClasses.includes(facts.subjectClass)) reasons.push('agency_class')
  return reasons
}

/** Whether the publication waits for a signed briefing. Source: Selaras rules, Readiness 2. */
export function mustBeAligned(facts: AlignmentFacts): boolean {
  return alignmentReasons(facts).length > 0
}
