import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mails } from '../../../db/schema/notifications.ts'
import { waitingMail } from '../../../server/notifications/waiting-mail.ts'
import { addressOf } from '../../../server/settings.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft } from '../approvals/support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const read = () => agency.people.administrator.look(waitingMail, { cursor: null })

test('a mail has a whole address and dates, whenever it is read', async () => {
  const publicationId = await aDraft(agency)
  await agency.world.store.transaction((tx) =>
    tx.insert(mails).values({
      causeId: randomUUID(),
      personId: agency.people.approver.id,
      address: 'hendra@contoh.example',
      kind: 'decision_asked',
      locale: 'id',
      data: { line: 'decision_asked', publicationId },
      writtenAt: agency.now(),
      attempts: 0,
    }),
  )
  agency.at('2026-12-10T01:00:00.000Z')
  const [mail] = (await read()).mails
  expect(mail?.text).toContain(`http://127.0.0.1:3000/approvals/${publicationId}`)
  expect(mail?.text).toContain('Kamis 10 Desember 09.00')
  expect(mail?.text).not.toMatch(/hari ini|besok|kemarin/)
})

test('an administrator is told that links lead to this machine alone while PUBLIC_URL is not set', async () => {
  expect((await read()).leadsNowhere).toBe('http://127.0.0.1:3000')
})

test.each([
  [{ publicUrl: 'https://selaras.contoh.example', host: '0.0.0.0' }, 'https://selaras.contoh.example', true],
  [{ publicUrl: null, host: '0.0.0.0' }, 'http://localhost:3000', false],
  [{ publicUrl: null, host: '::1' }, 'http://[::1]:3000', false],
  [{ publicUrl: null, host: '10.0.0.5' }, 'http://10.0.0.5:3000', true],
])('the address of %o is %s', (settings, url, isReachable) => {
  expect(addressOf({ ...settings, port: 3000 })).toEqual({ url, isReachable })
})
