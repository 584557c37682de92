import { afterEach, beforeEach, expect, test } from 'vitest'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft, grant, refusalOf, stepAt, stepsOf } from '../approvals/support.ts'

let s: TestAgency
beforeEach(async () => {
  s = await anAgency()
})
afterEach(() => s.drop())

test('a duplicate of what an approver wrote is not approved by that approver', async () => {
  await grant(s, s.people.approver, 'planner', s.unit)
  const source = await aDraft(s, {}, s.people.approver)
  const { id: publicationId } = await s.people.planner.call(duplicate, {
    publicationId: source,
    isCorrection: false,
  })
  const { contentHash } = await s.people.planner.call(submit, { publicationId })
  const work = s.people.approver.call(approve, {
    publicationId,
    contentHash,
    stepId: stepAt(await stepsOf(s, publicationId), 0).id,
    comment: '',
  })
  expect(['wrote_it', 'not_asked']).toContain((await refusalOf(work)).code)
})
