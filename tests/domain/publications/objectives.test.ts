import { describe, expect, it } from 'vitest'
import {
  type AlignmentFacts,
  alignmentReasons,
  alwaysAlignedClasses,
  mustBeAligned,
  objectives,
} from '../../../domain/publications/objectives.ts'
import { subjectClasses } from '../../../domain/subject-classes.ts'

const classes = [...subjectClasses, null]
const table = objectives.flatMap((objective) =>
  classes.flatMap((subjectClass) =>
    [true, false].flatMap((hasExecutiveAccount) =>
      [[], ['event'], ['greeting', 'clarification']].map(
        (alsoAlignedClasses): AlignmentFacts => ({
          objective,
          subjectClass,
          hasExecutiveAccount,
          alsoAlignedClasses,
        }),
      ),
    ),
  ),
)

describe('what the contact centre must sign', () => {
  it.each(table)(
    '$objective, $subjectClass, executive $hasExecutiveAccount, also $alsoAlignedClasses',
    (facts) => {
      const isAlways =
        facts.subjectClass !== null && (alwaysAlignedClasses as string[]).includes(facts.subjectClass)
      const isAdded = facts.subjectClass !== null && facts.alsoAlignedClasses.includes(facts.subjectClass)
      const expected = facts.objective === 'protect' || facts.hasExecutiveAccount || isAlways || isAdded
      expect(mustBeAligned(facts)).toBe(expected)
      expect(alignmentReasons(facts).length > 0).toBe(expected)
    },
  )

  it('a promotion of an event on an institutional account needs no signature unless the agency says so', () => {
    const facts: AlignmentFacts = {
      objective: 'promote',
      subjectClass: 'event',
      hasExecutiveAccount: false,
      alsoAlignedClasses: [],
    }
    expect(alignmentReasons(facts)).toEqual([])
    expect(alignmentReasons({ ...facts, alsoAlignedClasses: ['event'] })).toEqual(['agency_class'])
  })

  it('no setting of the agency takes a signature away', () => {
    for (const facts of table) {
      if (mustBeAligned({ ...facts, alsoAlignedClasses: [] })) expect(mustBeAligned(facts)).toBe(true)
    }
  })
})
