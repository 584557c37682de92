import { expect, test } from 'vitest'
import { classNeedsKey } from '../../../client/publications/class-needs.ts'
import { mustBeAligned, objectives } from '../../../domain/publications/objectives.ts'
import { subjectClasses } from '../../../domain/subject-classes.ts'

const promote = { objective: 'promote', hasExecutiveAccount: false, alsoAlignedClasses: [] } as const

test.each([
  [{ ...promote, subjectClass: 'greeting' }, 'classNeeds.greeting'],
  [{ ...promote, subjectClass: 'greeting', hasExecutiveAccount: true }, 'classNeeds.executive'],
  [{ ...promote, subjectClass: 'event', objective: 'protect' as const }, 'classNeeds.protect'],
  [{ ...promote, subjectClass: 'disruption', hasExecutiveAccount: true }, 'classNeeds.disruption'],
  [{ ...promote, subjectClass: 'event', alsoAlignedClasses: ['event'] }, 'classNeeds.agency'],
  [{ ...promote, subjectClass: null }, 'classNeeds.none'],
])('%o is said by %s', (facts, key) => expect(classNeedsKey(facts)).toBe(key))

test('only advised is said exactly where the rule asks for no signature', () => {
  const onlyAdvised: string[] = ['classNeeds.event', 'classNeeds.information', 'classNeeds.greeting']
  for (const subjectClass of subjectClasses)
    for (const objective of objectives)
      for (const hasExecutiveAccount of [true, false])
        for (const alsoAlignedClasses of [[], ['event', 'greeting']]) {
          const facts = { objective, subjectClass, hasExecutiveAccount, alsoAlignedClasses }
          expect(onlyAdvised.includes(classNeedsKey(facts))).toBe(!mustBeAligned(facts))
        }
})
