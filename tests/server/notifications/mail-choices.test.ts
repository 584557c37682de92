import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mails, notifications } from '../../../db/schema/notifications.ts'
import { quietUntil } from '../../../domain/notifications/choosing.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import { record } from '../../../server/issues/record.ts'
import { listeners } from '../../../server/jobs.ts'
import { chooseMails } from '../../../server/notifications/choose-mails.ts'
import { mailChoices } from '../../../server/notifications/mail-choices.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aSubmission } from '../approvals/support.ts'

let agency: TestAgency
beforeEach(async () => {
  agency = await anAgency()
})
afterEach(() => agency.drop())

async function told() {
  while ((await tellOnce(agency.world, listeners)) > 0);
  const { approver } = agency.people
  return {
    letters: await agency.world.store.db.select().from(mails).where(eq(mails.personId, approver.id)),
    lines: await agency.world.store.db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, approver.id)),
  }
}

const aGrievousIssue = () =>
  agency.people.agent.call(record, {
    ...{ title: 'Isu', content: '', context: '', publicInterest: '', links: '' },
    isHarmful: true,
    reading: null,
  })

test('a kind one does without comes by the bell alone; what obliges comes by mail all the same', async () => {
  const { approver, secondApprover } = agency.people
  const off = ['decision_asked' as const]
  await approver.call(chooseMails, { off, quiet: null })
  expect(await approver.look(mailChoices, {})).toEqual({ off, quiet: null })
  expect(await secondApprover.look(mailChoices, {})).toEqual({ off: [], quiet: null })
  await aSubmission(agency)
  await aGrievousIssue()
  const { letters, lines } = await told()
  expect(lines.map((line) => line.kind)).toContain('decision_asked')
  expect(letters.map((letter) => letter.kind)).toEqual(['level_changed'])
  const others = await agency.world.store.db.select().from(mails).where(eq(mails.personId, secondApprover.id))
  expect(others.map((letter) => letter.kind)).toContain('decision_asked')
})

test('in quiet hours a mail waits for their end, and what obliges does not', async () => {
  await agency.people.approver.call(chooseMails, { off: [], quiet: { from: '10:00', until: '11:00' } })
  await aSubmission(agency)
  await aGrievousIssue()
  const { letters } = await told()
  const of = (kind: string) => letters.find((letter) => letter.kind === kind)?.notBefore
  expect(of('decision_asked')).toBe('2026-12-09T04:00:00.000Z')
  expect(of('level_changed')).toBeNull()
})

test.each([
  ['before midnight', '2026-12-09T15:30:00.000Z', '2026-12-09T23:00:00.000Z'],
  ['after it', '2026-12-09T18:30:00.000Z', '2026-12-09T23:00:00.000Z'],
  ['at their end', '2026-12-09T23:00:00.000Z', null],
  ['by day', '2026-12-09T03:22:00.000Z', null],
])('quiet hours over the night, %s', (_name, at, until) => {
  expect(quietUntil({ from: '22:00', until: '06:00' }, at, 'Asia/Jakarta')).toBe(until)
})
