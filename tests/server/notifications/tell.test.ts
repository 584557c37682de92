import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../../db/schema/approvals.ts'
import { mails, notifications } from '../../../db/schema/notifications.ts'
import { publications, submissions } from '../../../db/schema/publications.ts'
import type { Cause, Facts } from '../../../domain/notifications/facts.ts'
import {
  kinds,
  type MailKind,
  mailKinds,
  type NotificationKind,
} from '../../../domain/notifications/kinds.ts'
import { tellOnce } from '../../../server/infrastructure/dispatch.ts'
import type { Change } from '../../../server/infrastructure/record.ts'
import { recorder } from '../../../server/infrastructure/record.ts'
import { auditLog } from '../../../server/notifications/audit-log.ts'
import { bell } from '../../../server/notifications/bell.ts'
import { mailText } from '../../../server/notifications/mail-text.ts'
import { markRead } from '../../../server/notifications/mark-read.ts'
import { waitingCount } from '../../../server/notifications/own-lines.ts'
import { tell } from '../../../server/notifications/tell.ts'
import { waitingMail } from '../../../server/notifications/waiting-mail.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})

afterAll(() => agency.drop())

const allRecords = { cursor: null, personId: null, room: null, from: null, until: null }

const SECRET_TITLE = 'Sambutan yang belum diumumkan'

async function aPublication(title: string, restrictedAccountIds: string[] = []): Promise<string> {
  return agency.world.store.transaction(async (tx) => {
    const [row] = await tx
      .insert(publications)
      .values({
        unitId: agency.unit,
        title,
        objective: 'promote',
        subjectClass: 'event',
        mainText: '',
        language: 'id',
        plannedAt: '2026-12-11T02:00:00.000Z',
        plannedDay: '2026-12-11',
        timeKind: 'exact',
        ownerId: agency.people.planner.id,
        notes: '',
        state: 'in_review',
        createdBy: agency.people.planner.id,
        createdAt: agency.now(),
        changedAt: agency.now(),
        version: 1,
        timeVersion: 1,
        accountIds: restrictedAccountIds,
        restrictedAccountIds,
        isExecutive: restrictedAccountIds.length > 0,
        isTimeBound: false,
        stepsRequired: 1,
        stepsDecided: 0,
        waitingFor: [],
        openQuestions: 0,
        questionsAfterSignature: 0,
        acknowledgedCount: 0,
        blockingFindings: 0,
        warningFindings: 0,
        isHeld: false,
        variantCount: 1,
        postedCount: 0,
        notPostedCount: 0,
        withdrawnCount: 0,
      })
      .returning({ id: publications.id })
    if (!row) throw new Error('no publication')
    return row.id
  })
}

async function happened(by: ActingPerson | null, change: Omit<Change, 'version'>): Promise<void> {
  await agency.world.store.transaction((tx) =>
    recorder(tx, by?.id ?? null, agency.now(), 'test')({ version: 1, ...change }),
  )
  await tellOnce(agency.world, [tell])
}

const about = (publicationId: string) => ({ subjectId: publicationId, publicationId })

async function heardBy(person: ActingPerson, publicationId: string) {
  const lines = await agency.world.store.db
    .select()
    .from(notifications)
    .where(eq(notifications.personId, person.id))
  return lines.filter((line) => line.subjectId === publicationId)
}

const kindsOf = async (person: ActingPerson, id: string) =>
  (await heardBy(person, id)).map((line) => line.kind)

test('who is asked has it above what merely happened, with its time, until somebody decided', async () => {
  const { planner, approver, secondApprover } = agency.people
  const id = await aPublication('Pengingat: siapkan berkas')
  const asked = [approver.id, secondApprover.id]
  await happened(planner, { ...about(id), room: 'approvals', action: 'approvals.submitted', data: { asked } })

  const before = await approver.look(bell, { cursor: null })
  const line = before.waiting.find((one) => one.link === `/approvals/${id}`)
  expect(line).toMatchObject({
    kind: 'decision_asked',
    sentence: { key: 'sentences.decision_asked.named', values: { title: 'Pengingat: siapkan berkas' } },
    when: { key: 'when.planned', at: '2026-12-11T02:00:00.000Z' },
    isRead: false,
  })
  expect(await waitingCount(agency.world.store.db, approver.id, agency.now())).toBe(1)
  expect(await kindsOf(planner, id)).toEqual([])

  await happened(approver, {
    ...about(id),
    room: 'approvals',
    action: 'approvals.decided',
    data: { kind: 'approve', isComplete: true, nextAsked: [], onBehalfOf: null },
  })
  expect(await waitingCount(agency.world.store.db, secondApprover.id, agency.now())).toBe(0)
  expect(await kindsOf(planner, id)).toEqual(['approved'])
  expect((await secondApprover.look(bell, { cursor: null })).happened.map((one) => one.kind)).toContain(
    'decision_asked',
  )
})

test('an executive draft is told without its title, in bell and mail, and to its circle alone', async () => {
  const { planner, approver, otherPlanner, reader } = agency.people
  const id = await aPublication(SECRET_TITLE, [agency.accounts.executive])
  await happened(planner, {
    ...about(id),
    room: 'publications',
    action: 'publications.commented',
    data: { mentions: [approver.id, otherPlanner.id, reader.id] },
  })
  await happened(planner, {
    ...about(id),
    room: 'approvals',
    action: 'approvals.submitted',
    data: { asked: [approver.id, reader.id] },
  })
  expect(await kindsOf(otherPlanner, id)).toEqual([])
  expect(await kindsOf(reader, id)).toEqual([])
  const shown = await approver.look(bell, { cursor: null })
  expect(shown.waiting.find((line) => line.link === `/approvals/${id}`)?.sentence.key).toBe(
    'sentences.decision_asked.executive',
  )
  expect(JSON.stringify(shown)).not.toContain(SECRET_TITLE)
  const waiting = await agency.people.administrator.look(waitingMail, { cursor: null })
  expect(JSON.stringify(waiting)).not.toContain(id)
  expect(waiting.mails.some((mail) => mail.subject.includes('akun pimpinan'))).toBe(false)
  expect(JSON.stringify(waiting)).not.toContain(SECRET_TITLE)
})

test('a line about what the person may not see any more is gone from bell and number', async () => {
  const { planner, otherPlanner } = agency.people
  const id = await aPublication('Buka bersama')
  await happened(planner, {
    ...about(id),
    room: 'approvals',
    action: 'approvals.submitted',
    data: { asked: [otherPlanner.id] },
  })
  expect((await otherPlanner.look(bell, { cursor: null })).waiting).toHaveLength(1)
  await agency.world.store.transaction((tx) =>
    tx
      .update(publications)
      .set({ restrictedAccountIds: [agency.accounts.executive], isExecutive: true })
      .where(eq(publications.id, id)),
  )
  expect((await otherPlanner.look(bell, { cursor: null })).waiting).toHaveLength(0)
  expect(await waitingCount(agency.world.store.db, otherPlanner.id, agency.now())).toBe(0)
})

test('an edit tells who had decided that it no longer counts, and who was only asked that nothing is asked', async () => {
  const { planner, approver, secondApprover } = agency.people
  const id = await aPublication('Jadwal baru')
  const submissionId = await agency.world.store.transaction(async (tx) => {
    const [submission] = await tx
      .insert(submissions)
      .values({
        publicationId: id,
        contentHash: 'hash',
        content: {},
        accounts: [],
        submittedBy: planner.id,
        submittedAt: agency.now(),
      })
      .returning({ id: submissions.id })
    if (!submission) throw new Error('no submission')
    await tx.insert(steps).values({
      submissionId: submission.id,
      position: 1,
      approver: 'unit_approver',
      needs: 'any',
      policies: ['institutional'],
      asked: [approver.id, secondApprover.id],
      dueAt: agency.now(),
    })
    return submission.id
  })
  await happened(planner, {
    ...about(id),
    room: 'publications',
    action: 'publications.submission_ended',
    data: { submissionId, why: 'edited', decidedBy: [approver.id] },
  })
  expect(await kindsOf(approver, id)).toEqual(['approval_ended'])
  expect(await kindsOf(secondApprover, id)).toEqual(['submission_ended'])
  const letters = await agency.world.store.db.select().from(mails).where(eq(mails.kind, 'approval_ended'))
  expect(letters.map((letter) => letter.personId)).toEqual([approver.id])
})

test('an event told twice is one line and one mail', async () => {
  const { planner, approver } = agency.people
  const id = await aPublication('Sekali saja')
  await happened(planner, {
    ...about(id),
    room: 'approvals',
    action: 'approvals.submitted',
    data: { asked: [approver.id] },
  })
  await Promise.all([tellOnce(agency.world, [tell]), tellOnce(agency.second, [tell])])
  expect(await kindsOf(approver, id)).toEqual(['decision_asked'])
})

test('reading is each person’s own and settles nothing', async () => {
  const { approver, secondApprover } = agency.people
  const own = await approver.look(bell, { cursor: null })
  const other = await secondApprover.look(bell, { cursor: null })
  const foreign = other.happened[0]?.id ?? randomUUID()
  await approver.call(markRead, { ids: [foreign] })
  expect((await secondApprover.look(bell, { cursor: null })).happened[0]?.isRead).toBe(false)
  await approver.call(markRead, { ids: null })
  const after = await approver.look(bell, { cursor: null })
  expect(after.waiting).toHaveLength(own.waiting.length)
  expect([...after.waiting, ...after.happened].every((line) => line.isRead)).toBe(true)
})

test('the audit is the administrator’s, and shows nothing planned outside their circle', async () => {
  const { administrator, planner } = agency.people
  await expect(planner.look(auditLog, allRecords)).rejects.toThrow('not_allowed')
  const id = await aPublication(SECRET_TITLE, [agency.accounts.executive])
  await happened(planner, {
    ...about(id),
    room: 'publications',
    action: 'publications.edited',
    data: { fields: ['title'] },
  })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof auditLog.run>> = await administrator.look(auditLog, {
      cursor,
    } as never)
    seen.push(...page.rows.map((row) => row.subjectId))
    expect(JSON.stringify(page)).not.toContain(SECRET_TITLE)
    cursor = page.next
  } while (cursor !== null)
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).not.toContain(id)
})

const facts: Facts = {
  title: 'Pengingat',
  isExecutive: false,
  plannedAt: '2026-12-11T02:00:00.000Z',
  issue: 'Pungutan',
  campaign: null,
  by: 'Dimas',
  leader: 'Ratna',
  delegate: 'Agus',
}

const cause: Cause = {
  versionNumber: 2,
  blockers: ['approval_missing', 'paused', 'never heard of'],
  obligation: 'full_response',
  dueAt: '2026-12-10T02:10:00.000Z',
  from: 'issue',
  to: 'public_interest',
  role: 'planner',
}

type Case = { line: NotificationKind; language: 'id' | 'en'; cause: Cause; facts: Facts }

const cases = (Object.keys(kinds) as NotificationKind[]).flatMap((line) =>
  (['id', 'en'] as const).flatMap((language): Case[] => {
    const ids = line.startsWith('obligation') || line.includes('level') || line === 'issue_given'
    const own = ids ? { ...cause, issueId: randomUUID() } : { ...cause, publicationId: randomUUID() }
    const named = { line, language, cause: own, facts }
    const plain = ['delegated', 'delegation_revoked', 'role_granted', 'caller_question_answered']
    const nameless = { ...facts, title: null, issue: null }
    if (plain.includes(line)) return [{ ...named, cause, facts: nameless }]
    return ids ? [named] : [named, { ...named, facts: { ...nameless, isExecutive: true } }]
  }),
)

test.each(cases)(
  '$line has words in $language, and every value it names is given',
  ({ line, language, ...rest }) => {
    const reader = { language, zone: 'Asia/Jakarta', now: agency.now() }
    const kind: MailKind = kinds[line].mail ?? 'decided'
    const mail = {
      kind,
      line,
      agencyName: 'Kementerian Contoh',
      receiverName: 'Sekar',
      validUntil: null,
      ...rest,
    }
    const said = mailText(mail, reader, 'https://selaras.example', null)
    expect(said.subject).not.toMatch(/\{\{|undefined/)
    expect(said.text).not.toMatch(/\{\{|undefined/)
  },
)

test('every mail has its own lines and button in both languages', () => {
  const bare = { ...facts, title: null, issue: null }
  for (const language of ['id', 'en'] as const) {
    for (const kind of mailKinds) {
      const line = (Object.keys(kinds) as NotificationKind[]).find((one) => kinds[one].mail === kind) ?? null
      const reader = { language, zone: 'Asia/Jakarta', now: agency.now() }
      const mail = {
        kind,
        line,
        cause: line ? { ...cause, publicationId: 'x' } : cause,
        facts: line ? facts : bare,
      }
      const whole = {
        ...mail,
        agencyName: 'Kementerian',
        receiverName: null,
        validUntil: '2026-12-16T03:00:00.000Z',
      }
      const said = mailText(whole, reader, 'https://selaras.example', line ? null : '/invitation#token')
      expect(said.text).toContain('https://selaras.example/')
      expect(said.html).toContain('href="https://selaras.example/')
    }
  }
})
