import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { issues } from '../../db/schema/issues.ts'
import { mails } from '../../db/schema/notifications.ts'
import { people } from '../../db/schema/people.ts'
import { user } from '../../db/schema/sign-in.ts'
import { openMailQueue } from '../../server/infrastructure/mail-queue.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { carryMail } from '../../server/notifications/carry-mail.ts'
import { resendMail } from '../../server/notifications/resend-mail.ts'
import { sendMail } from '../../server/notifications/send-mail.ts'
import { waitingMail } from '../../server/notifications/waiting-mail.ts'
import { mailResetLink } from '../../server/people/reset-mail.ts'
import { anAgency, type TestAgency } from '../support/agency.ts'
import { asAdmin } from '../support/database.ts'
import { anSmtpServer, type SmtpServer } from '../support/smtp-server.ts'

let agency: TestAgency
let smtp: SmtpServer
let world: World
let issueId: string

beforeAll(async () => {
  agency = await anAgency()
  smtp = await anSmtpServer()
  world = withSmtp(smtp.url)
  issueId = await agency.world.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(issues)
      .values({
        title: 'Pungutan & <b>Rp50.000</b>',
        content: '',
        context: '',
        publicInterest: '',
        links: '',
        ownerId: agency.people.planner.id,
        level: 'public_interest',
        isHarmful: false,
        recordedBy: agency.people.agent.id,
        recordedAt: agency.now(),
        version: 1,
      })
      .returning({ id: issues.id })
    return row?.id ?? ''
  })
})

afterEach(() => {
  smtp.manner('takes')
  smtp.mails.length = 0
})

afterAll(async () => {
  await smtp.close()
  await agency.drop()
})

function withSmtp(smtpUrl: string): World {
  const settings = { ...agency.world.settings, smtpUrl, publicUrl: 'https://selaras.contoh.example' }
  return { ...agency.world, settings }
}

async function aMail(locale: 'id' | 'en' = 'id', address = 'sekar@contoh.example'): Promise<string> {
  return agency.world.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(mails)
      .values({
        causeId: randomUUID(),
        personId: agency.people.planner.id,
        address,
        kind: 'level_changed',
        locale,
        data: { issueId, line: 'level_changed', from: 'issue', to: 'public_interest' },
        writtenAt: agency.now(),
        attempts: 0,
      })
      .returning({ id: mails.id })
    return row?.id ?? ''
  })
}

async function rowOf(id: string) {
  const [row] = await agency.world.store.db.select().from(mails).where(eq(mails.id, id))
  if (!row) throw new Error('no mail')
  return row
}

const decoded = (content: string) =>
  content
    .replaceAll(/=\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => decodeURIComponent(bytes.replaceAll('=', '%')))

test('a mail goes out once over a real conversation, as text and as HTML, in the reader’s language', async () => {
  const id = await aMail()
  await sendMail(world, id)
  expect(smtp.mails).toHaveLength(1)
  const content = decoded(smtp.mails[0]?.content ?? '')
  expect(smtp.mails[0]?.to).toContain('sekar@contoh.example')
  expect(content).toContain('text/plain')
  expect(content).toContain('text/html')
  expect(content).toContain('Yth. Sekar Larasati,')
  expect(content).toContain('sekarang tingkat 3: perhatian publik.')
  expect(content).toContain(`https://selaras.contoh.example/issues/${issueId}`)
  expect(content).toContain('Pungutan &amp; &lt;b&gt;Rp50.000&lt;/b&gt;')
  expect((await rowOf(id)).sentAt).not.toBeNull()

  await sendMail(world, await aMail('en'))
  expect(decoded(smtp.mails[1]?.content ?? '')).toContain('is now at level 3: public interest.')
})

test('a job delivered twice, also at the same moment, sends one mail', async () => {
  const id = await aMail()
  await Promise.all([sendMail(world, id), sendMail(world, id), sendMail(world, id)])
  await sendMail(world, id)
  expect(smtp.mails).toHaveLength(1)
})

test('a final no is kept and never tried again', async () => {
  smtp.manner('refuses')
  const id = await aMail()
  await sendMail(world, id)
  expect((await rowOf(id)).failure).toContain('refused: 550 no such person here')
  smtp.manner('takes')
  await sendMail(world, id)
  expect(smtp.mails).toHaveLength(0)
})

test('"come again later" and a server that is down are tried again', async () => {
  smtp.manner('defers')
  const id = await aMail()
  await expect(sendMail(world, id)).rejects.toThrow('451')
  expect(await rowOf(id)).toMatchObject({ triedAt: null, attempts: 1 })

  const down = await anSmtpServer()
  await down.close()
  await expect(sendMail(withSmtp(down.url), id)).rejects.toThrow()
  expect(await rowOf(id)).toMatchObject({ triedAt: null, attempts: 2 })

  smtp.manner('takes')
  await sendMail(world, id)
  expect(smtp.mails).toHaveLength(1)
  expect(await rowOf(id)).toMatchObject({ failure: null, attempts: 3 })
})

test('a server that says nothing from the start took nothing: it is tried again', async () => {
  smtp.manner('hangs at once')
  const id = await aMail()
  await expect(sendMail(world, id, { silenceMs: 300 })).rejects.toThrow()
  expect((await rowOf(id)).triedAt).toBeNull()
})

test.each(['hangs after the content', 'cuts in the content'] as const)(
  'when the line %s nobody knows, so nobody sends it again by itself',
  async (manner) => {
    smtp.manner(manner)
    const id = await aMail()
    await sendMail(world, id, { silenceMs: 300 })
    expect((await rowOf(id)).failure).toMatch(/^unknown: /)
    smtp.manner('takes')
    await sendMail(world, id)
    expect(smtp.mails).toHaveLength(0)

    const shown = await agency.people.administrator.look(waitingMail, { cursor: null })
    expect(shown.mails.find((mail) => mail.id === id)).toMatchObject({ state: 'unknown', maySendAgain: true })
    await agency.people.administrator.call(resendMail, { mailId: id })
    await sendMail(world, id)
    expect(smtp.mails).toHaveLength(1)
  },
)

test('a mail about a matter of the day before yesterday is not sent by itself', async () => {
  const id = await aMail()
  const then = agency.now()
  agency.at(new Date(Date.parse(then) + 48 * 3_600_000).toISOString())
  await sendMail(world, id)
  agency.at(then)
  expect(smtp.mails).toHaveLength(0)
  expect((await rowOf(id)).failure).toBe('too_old')
})

test('a one-time link goes out by mail, lies nowhere in clear, and no page shows it', async () => {
  const userId = 'user-of-dimas'
  await agency.world.store.transaction(async (tx) => {
    const dates = { createdAt: new Date(), updatedAt: new Date() }
    await tx
      .insert(user)
      .values({ id: userId, name: 'Dimas', email: 'dimas@contoh.example', emailVerified: true, ...dates })
    await tx.update(people).set({ userId }).where(eq(people.id, agency.people.secondPlanner.id))
  })
  await mailResetLink(agency.world, userId, 'the-secret-token')
  const [row] = await agency.world.store.db.select().from(mails).where(eq(mails.kind, 'reset'))
  if (!row) throw new Error('no mail')
  expect(JSON.stringify(row)).not.toContain('the-secret-token')
  const shown = await agency.people.administrator.look(waitingMail, { cursor: null })
  const own = shown.mails.find((mail) => mail.id === row.id)
  expect(own).toMatchObject({ hasLink: true, maySendAgain: false })
  expect(JSON.stringify(own)).not.toContain('the-secret-token')
  await expect(agency.people.administrator.call(resendMail, { mailId: row.id })).rejects.toThrow(
    'mail_has_link',
  )

  await sendMail(world, row.id)
  expect(decoded(smtp.mails[0]?.content ?? '')).toContain(
    'https://selaras.contoh.example/reset#the-secret-token',
  )
  expect((await rowOf(row.id)).data).not.toHaveProperty('sealedLink')
})

test('only an administrator sees which mails wait', async () => {
  await expect(agency.people.planner.look(waitingMail, { cursor: null })).rejects.toThrow('not_allowed')
})

test('the queue carries what was written, and closing it waits for what is under way', async () => {
  await agency.world.store.transaction(async (tx) => {
    await tx.update(mails).set({ sentAt: agency.now() })
  })
  const running = await carryMail(world)
  const ids = await Promise.all([aMail('id', 'satu@contoh.example'), aMail('id', 'dua@contoh.example')])
  const latest = Date.now() + 20_000
  while (smtp.mails.length < 2 && Date.now() < latest)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await running.close()
  expect(smtp.mails).toHaveLength(2)
  for (const id of ids) expect((await rowOf(id)).sentAt).not.toBeNull()
})

test('where the application’s role may make no tables, its owner makes the queue’s', async () => {
  const own = new URL(agency.database.url)
  const role = 'application_of_mail'
  await asAdmin(own.href, `drop role if exists ${role}`)
  await asAdmin(own.href, `create role ${role} login password 'application'`)
  await asAdmin(own.href, 'drop schema if exists pgboss cascade')
  const limited = new URL(own)
  limited.username = role
  limited.password = 'application'
  const store = { ...agency.world.store, url: limited.href }
  const settings = { ...world.settings, databaseUrl: limited.href, databaseOwnerUrl: own.href }
  const tried: string[] = []
  const queue = await openMailQueue({ ...world, store, settings }, async (mailId) => {
    tried.push(mailId)
  })
  const mailId = randomUUID()
  await queue.ask(mailId, 0)
  await queue.ask(mailId, 0)
  const latest = Date.now() + 15_000
  while (tried.length === 0 && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 100))
  await queue.close()
  expect(tried).toEqual([mailId])
  await asAdmin(own.href, `drop owned by ${role}`)
  await asAdmin(own.href, `drop role ${role}`)
})
