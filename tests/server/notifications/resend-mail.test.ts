import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mails } from '../../../db/schema/notifications.ts'
import { audit } from '../../../db/schema/records.ts'
import { resendMail } from '../../../server/notifications/resend-mail.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication } from '../publications/support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})

afterAll(() => agency.drop())

/** A mail that somebody tried and of which nobody knows whether it went, but for what is given. */
async function aMail(given: Partial<typeof mails.$inferInsert> = {}): Promise<string> {
  return agency.world.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(mails)
      .values({
        causeId: randomUUID(),
        personId: agency.people.planner.id,
        address: 'sekar@contoh.example',
        kind: 'decided',
        locale: 'id',
        data: {},
        writtenAt: agency.now(),
        triedAt: agency.now(),
        failure: 'unknown: the line was cut',
        attempts: 1,
        ...given,
      })
      .returning({ id: mails.id })
    return row?.id ?? ''
  })
}

const rowOf = async (id: string) =>
  (await agency.world.store.db.select().from(mails).where(eq(mails.id, id)))[0]

test('a mail nobody knows the end of is tried once more, and the record says who chose it', async () => {
  const id = await aMail()
  await agency.people.administrator.call(resendMail, { mailId: id })
  expect(await rowOf(id)).toMatchObject({ triedAt: null, failure: null })
  const entries = await agency.world.store.db.select().from(audit).where(eq(audit.subjectId, id))
  expect(entries).toMatchObject([
    { action: 'notifications.mail_resent', personId: agency.people.administrator.id },
  ])
})

test.each([
  ['one that went out', { sentAt: '2026-12-09T03:00:00.000Z', failure: null }, 'mail_was_sent'],
  ['one with a one-time link', { kind: 'invitation' }, 'mail_has_link'],
  ['one with a link to set a password', { kind: 'reset' }, 'mail_has_link'],
  ['one that is just being tried', { failure: null }, 'mail_is_tried'],
])('%s is not sent again', async (_name, given, code) => {
  const id = await aMail(given)
  const before = await rowOf(id)
  await expect(agency.people.administrator.call(resendMail, { mailId: id })).rejects.toMatchObject({ code })
  expect(await rowOf(id)).toEqual(before)
})

test('nobody but an administrator sends a mail again, and none about a plan of a circle they are not in', async () => {
  const id = await aMail()
  const { planner, leadAgent, administrator } = agency.people
  for (const person of [planner, leadAgent]) {
    await expect(person.call(resendMail, { mailId: id })).rejects.toMatchObject({ code: 'not_allowed' })
  }
  const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
  const hidden = await aMail({ data: { publicationId: secret.id } })
  for (const mailId of [hidden, randomUUID()]) {
    await expect(administrator.call(resendMail, { mailId })).rejects.toMatchObject({ code: 'not_found' })
  }
})
