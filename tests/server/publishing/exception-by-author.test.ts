import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { revisions } from '../../../db/schema/records.ts'
import { addPauseInput } from '../../../domain/marks/input.ts'
import { dayOf } from '../../../domain/time.ts'
import { approve } from '../../../server/approvals/approve.ts'
import { submit } from '../../../server/approvals/submit.ts'
import { addPause } from '../../../server/marks/add-pause.ts'
import { edit } from '../../../server/publications/edit.ts'
import { exceptPause } from '../../../server/publications/except-pause.ts'
import { handOver } from '../../../server/publishing/hand-over.ts'
import { factsOnce } from '../../../server/reading/facts-once.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft, grant, refusalOf, rowOf, stepAt, stepsOf } from '../approvals/support.ts'
import { PLANNED } from '../publishing/support.ts'

let s: TestAgency
beforeEach(async () => {
  s = await anAgency()
})
afterEach(() => s.drop())

test('an exception from a pause does not outlive its grantor becoming an author', async () => {
  const publicationId = await aDraft(s)
  await grant(s, s.people.approver, 'planner', s.unit)
  const { id: pauseId } = await s.people.administrator.call(
    addPause,
    addPauseInput.parse({
      kind: 'mourning',
      name: 'Duka',
      stops: 'everything',
      scope: 'agency',
      time: { in: 'days', firstDay: '2026-12-10', lastDay: '2026-12-10' },
    }),
  )
  await s.people.approver.call(exceptPause, { pauseId, publicationId, reason: 'perlu' })
  await s.people.approver.call(edit, {
    publicationId,
    version: (await rowOf(s, publicationId)).version,
    changes: { mainText: 'Kata lain sama sekali.' },
  })
  const day = dayOf(PLANNED, 'Asia/Jakarta')
  const facts = await factsOnce(s.world.store, { from: day, to: day }, { zone: 'Asia/Jakarta' }, s.now())
  expect(facts.excepted.get(publicationId)).toBeUndefined()
  const { contentHash } = await s.people.planner.call(submit, { publicationId })
  await s.people.secondApprover.call(approve, {
    publicationId,
    contentHash,
    stepId: stepAt(await stepsOf(s, publicationId), 0).id,
    comment: '',
  })
  s.at(PLANNED)
  expect((await refusalOf(s.people.planner.call(handOver, { publicationId }))).code).toBe('not_ready')
  await s.people.secondApprover.call(exceptPause, { pauseId, publicationId, reason: 'tetap perlu' })
  const granted = await s.world.store.db
    .select({ before: revisions.before, after: revisions.after })
    .from(revisions)
    .where(eq(revisions.action, 'marks.pause_excepted'))
    .orderBy(revisions.at)
  expect(granted).toMatchObject([
    { before: {}, after: { reason: 'perlu', grantedBy: s.people.approver.id } },
    {
      before: { reason: 'perlu', grantedBy: s.people.approver.id },
      after: { reason: 'tetap perlu', grantedBy: s.people.secondApprover.id },
    },
  ])
  await s.people.planner.call(handOver, { publicationId })
})
