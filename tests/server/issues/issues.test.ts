import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { obligations } from '../../../db/schema/issues.ts'
import { addHours, addMinutes, type Instant } from '../../../domain/time.ts'
import { logQuestion } from '../../../server/answers/log-question.ts'
import { addReading } from '../../../server/issues/add-reading.ts'
import { board } from '../../../server/issues/board.ts'
import { changeLevel } from '../../../server/issues/change-level.ts'
import { close } from '../../../server/issues/close.ts'
import { confirmLowering } from '../../../server/issues/confirm-lowering.ts'
import { edit } from '../../../server/issues/edit.ts'
import { hold } from '../../../server/issues/hold.ts'
import { markLibraryChecked } from '../../../server/issues/mark-library-checked.ts'
import { note } from '../../../server/issues/note.ts'
import { putBack } from '../../../server/issues/put-back.ts'
import { record } from '../../../server/issues/record.ts'
import { respond } from '../../../server/issues/respond.ts'
import { room } from '../../../server/issues/room.ts'
import { watchObligations } from '../../../server/issues/watch-obligations.ts'
import { withdrawPost } from '../../../server/publishing/withdraw-post.ts'
import { frame } from '../../../server/reading/frame.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { aPublication, rowOf } from '../publications/support.ts'
import { aPostedResponse } from './support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})
beforeEach(() => agency.at(STORY_MOMENT))
afterAll(() => agency.drop())

type Given = Partial<Parameters<typeof addReading.run>[0]['input']['reading']>

const quiet = {
  at: null,
  issueCount: 0,
  opinionLeaderCount: 0,
  reachPeople: 0,
  deskQuestions: 0,
  deskBaseline: null,
  press: 'none' as const,
  hasFormalInquiry: false,
  sources: {},
}
/** Reach 20, desk 30, press 20: publicUptake 70. */
const loud: Given = { reachPeople: 250_000, deskQuestions: 48, deskBaseline: 10, press: 'national' }

async function anIssue(given: { isHarmful?: boolean; reading?: Given } = {}) {
  return agency.people.agent.call(record, {
    title: 'Pungutan Rp50.000 saat pendaftaran bantuan',
    content: 'Video warga menunjukkan petugas meminta uang.',
    context: 'Pendaftaran dibuka 14 Desember.',
    publicInterest: 'Warga takut diminta bayar.',
    links: '',
    isHarmful: given.isHarmful ?? false,
    reading: given.reading ? { ...quiet, ...given.reading } : null,
  })
}
const read = (issueId: string, given: Given) =>
  agency.people.agent.call(addReading, { issueId, reading: { ...quiet, ...given } })
const look = (issueId: string, by = agency.people.planner) => by.look(room, { issueId })
const owedOf = (issueId: string) =>
  agency.database.store.db.select().from(obligations).where(eq(obligations.issueId, issueId))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('an issue is recorded', () => {
  test('without a reading it stands at the first level and the library is to be checked in a working day', async () => {
    const { id, level } = await anIssue()
    expect(level).toBe('issue')
    const owed = await owedOf(id)
    expect(owed.map(({ kind, clock, dueAt }) => ({ kind, clock, dueAt }))).toEqual([
      { kind: 'library_checked', clock: 'working', dueAt: '2026-12-10T03:22:00.000Z' },
    ])
  })

  test('harm to people puts it at the top at once, with its deadlines', async () => {
    const { id, level } = await anIssue({ isHarmful: true })
    expect(level).toBe('public_interest')
    const owed = await owedOf(id)
    expect(new Map(owed.map((row) => [row.kind, row.dueAt])).get('holding_statement')).toBe(
      addHours(STORY_MOMENT, 1),
    )
    const shown = await look(id)
    expect(shown.level?.because).toMatchObject({ how: 'recorded', reasons: [{ because: 'harm' }] })
  })

  test('a first reading counts at once, with the reason in numbers', async () => {
    const { id, level } = await anIssue({ reading: loud })
    expect(level).toBe('public_interest')
    const shown = await look(id)
    expect(shown.level?.because).toMatchObject({
      how: 'readings',
      reasons: [{ because: 'uptake', value: 70, threshold: 60 }],
    })
    expect(shown.uptake.map(({ band, points }) => [band, points])).toEqual([
      ['reach', 20],
      ['desk', 30],
      ['press', 20],
      ['formal', 0],
    ])
  })
})

test('its room shows the callers’ open questions on the matter, in whatever form of the word, and no others', async () => {
  const log = (text: string) => agency.people.agent.call(logQuestion, { text, kind: 'question' })
  await log('Kenapa saya dipungut uang waktu mendaftar?')
  await log('Paspor diplomatik hilang')
  const { id } = await anIssue()
  expect((await look(id)).questions.map((question) => question.text)).toEqual([
    'Kenapa saya dipungut uang waktu mendaftar?',
  ])
})

describe('readings', () => {
  test('the third opinion leader raises it, a quieter reading does not lower it', async () => {
    const { id } = await anIssue()
    expect(await read(id, { opinionLeaderCount: 3 })).toMatchObject({ level: 'opinion_leader' })
    agency.at(addMinutes(STORY_MOMENT, 10))
    expect(await read(id, {})).toMatchObject({ level: 'opinion_leader' })
  })

  test('a late entry of an older reading does not hide the newest one', async () => {
    const { id } = await anIssue({ reading: loud })
    const older = await read(id, { at: addHours(STORY_MOMENT, -5), opinionLeaderCount: 1 })
    expect(older.level).toBe('public_interest')
    expect((await look(id)).givenLevel).toBe('public_interest')
  })

  test('a reading from the future is refused', async () => {
    const { id } = await anIssue()
    expect(await codeOf(read(id, { at: addHours(STORY_MOMENT, 2) }))).toBe('reading_ahead')
  })

  test('two people reading at once on two servers raise it once', async () => {
    const { id } = await anIssue()
    const reading = { ...quiet, ...loud }
    await Promise.all([
      agency.people.agent.call(addReading, { issueId: id, reading }),
      agency.onSecond(agency.people.leadAgent).call(addReading, { issueId: id, reading }),
    ])
    const shown = await look(id)
    const rises = shown.chronology.filter((line) => line.kind === 'level' && line.to === 'public_interest')
    expect(rises).toHaveLength(1)
    expect(shown.readings).toHaveLength(2)
  })

  test('the same key twice is one reading', async () => {
    const { id } = await anIssue()
    const key = crypto.randomUUID()
    const input = { issueId: id, reading: { ...quiet, opinionLeaderCount: 1 } }
    const first = await agency.people.agent.call(addReading, input, key)
    expect(await agency.onSecond(agency.people.agent).call(addReading, input, key)).toEqual(first)
    expect((await look(id)).readings).toHaveLength(1)
  })
})

describe('deadlines', () => {
  test('none moves later when the level rises, falls and rises again', async () => {
    const { id } = await anIssue({ reading: { opinionLeaderCount: 3 } })
    const before = await owedOf(id)
    agency.at(addMinutes(STORY_MOMENT, 30))
    await agency.people.agent.call(changeLevel, {
      issueId: id,
      to: 'public_interest',
      reason: 'Video menyebar',
    })
    await read(id, {})
    const asked = await agency.people.approver.call(changeLevel, { issueId: id, to: 'issue', reason: 'Reda' })
    expect(asked).toMatchObject({ isPending: true, level: 'public_interest' })
    const { pending, chronology } = await look(id)
    const told = (lines: typeof chronology) =>
      lines.flatMap((line) =>
        line.kind === 'level' ? [line.to] : line.kind === 'event' ? [line.action] : [],
      )
    expect(told(chronology).slice(0, 2)).toEqual(['issues.lowering_asked', 'issues.read'])
    await agency.people.secondApprover.call(confirmLowering, {
      issueId: id,
      levelChangeId: pending?.id ?? '',
    })
    expect((await look(id)).issue.level).toBe('issue')
    agency.at(addMinutes(STORY_MOMENT, 90))
    await read(id, loud)
    const after = await owedOf(id)
    for (const owed of before) expect(after.find((row) => row.id === owed.id)?.dueAt).toBe(owed.dueAt)
    const statement = after.filter((row) => row.kind === 'holding_statement')
    expect(statement.map((row) => row.dueAt)).toEqual([addMinutes(STORY_MOMENT, 90)])
  })

  test('a missed one is written once and stays on the record when it is met later', async () => {
    const { id } = await anIssue()
    const late: Instant = '2026-12-10T05:00:00.000Z'
    agency.at(late)
    await watchObligations.work(agency.world)
    await watchObligations.work(agency.second)
    await agency.people.agent.call(markLibraryChecked, { issueId: id })
    const [owed] = (await look(id)).obligations
    expect(owed).toMatchObject({ kind: 'library_checked', state: 'met_late', metAt: late })
    const missed = (await look(id)).chronology.filter(
      (line) => line.kind === 'event' && line.action === 'issues.obligation_missed',
    )
    expect(missed).toHaveLength(1)
  })

  test('a reminder comes once before the time', async () => {
    const { id } = await anIssue({ isHarmful: true })
    agency.at(addMinutes(STORY_MOMENT, 50))
    await watchObligations.work(agency.world)
    await watchObligations.work(agency.world)
    const lines = (await look(id)).chronology.filter(
      (line) =>
        line.kind === 'event' &&
        line.action === 'issues.obligation_due' &&
        line.data.kind === 'holding_statement',
    )
    expect(lines).toHaveLength(1)
  })
})

describe('the level by hand', () => {
  test('never goes below what the newest readings give', async () => {
    const { id } = await anIssue({ reading: { opinionLeaderCount: 4 } })
    const lowering = agency.people.approver.call(changeLevel, { issueId: id, to: 'issue', reason: 'Reda' })
    expect(await codeOf(lowering)).toBe('below_readings')
  })

  test('falls from the top only when a second person on duty confirms', async () => {
    const { id } = await anIssue({ isHarmful: true })
    await agency.people.agent.call(edit, {
      issueId: id,
      version: (await look(id)).issue.version,
      changes: { isHarmful: false },
    })
    await agency.people.approver.call(changeLevel, { issueId: id, to: 'issue', reason: 'Salah catat' })
    const pending = (await look(id)).pending
    const confirm = { issueId: id, levelChangeId: pending?.id ?? '' }
    expect(await codeOf(agency.people.approver.call(confirmLowering, confirm))).toBe('same_person')
    expect((await look(id)).issue.level).toBe('public_interest')
    await agency.people.planner.call(confirmLowering, confirm)
    expect((await look(id)).issue.level).toBe('issue')
  })

  test('an agent may raise it with a reason and not lower it', async () => {
    const { id } = await anIssue()
    const raise = (reason: string) =>
      agency.people.agent.call(changeLevel, { issueId: id, to: 'opinion_leader', reason })
    expect(await codeOf(raise(' '))).toBe('level_reason_missing')
    await raise('Tokoh desa ikut bicara')
    const lower = agency.people.agent.call(changeLevel, { issueId: id, to: 'issue', reason: 'Reda' })
    expect(await codeOf(lower)).toBe('not_found')
  })
})

describe('closing', () => {
  test('one that has been at the top needs a posted full response that still stands', async () => {
    const { id } = await anIssue({ isHarmful: true })
    const shut = () => agency.people.planner.call(close, { issueId: id, reason: 'Sudah dijawab' })
    expect(await codeOf(shut())).toBe('full_response_missing')
    await agency.people.planner.call(respond, {
      issueId: id,
      kind: 'none',
      publicationId: null,
      title: null,
      accountIds: [],
      reason: 'Tidak perlu',
    })
    expect(await codeOf(shut())).toBe('full_response_missing')
    const first = await aPostedResponse(agency, id)
    await agency.people.planner.call(withdrawPost, { ...first, reason: 'Salah angka', replacementId: null })
    expect(await codeOf(shut())).toBe('full_response_missing')
    await aPostedResponse(agency, id)
    expect(await codeOf(shut())).toBe('done')
    expect(await codeOf(shut())).toBe('issue_closed')
    expect(await codeOf(read(id, {}))).toBe('issue_closed')
  })

  test('one at the first level closes with a decision not to respond and its reason', async () => {
    const { id } = await anIssue()
    const shut = (reason: string) => agency.people.planner.call(close, { issueId: id, reason })
    expect(await codeOf(shut('Tidak ditanggapi'))).toBe('obligations_open')
    const decline = (reason: string) =>
      agency.people.planner.call(respond, {
        issueId: id,
        kind: 'none',
        publicationId: null,
        title: null,
        accountIds: [],
        reason,
      })
    expect(await codeOf(decline(' '))).toBe('response_reason_missing')
    await decline('Satu akun anonim, tanpa jangkauan')
    expect(await codeOf(shut(''))).toBe('closing_reason_missing')
    expect(await codeOf(shut('Tidak ditanggapi'))).toBe('done')
    const closed = await agency.people.reader.look(board, { closed: true })
    expect(closed.issues.find((row) => row.id === id)?.closedWhy).toBe('Tidak ditanggapi')
  })
})

describe('responses and holds', () => {
  test('only a protect publication answers, each once', async () => {
    const { id } = await anIssue()
    const promotion = await aPublication(agency, { objective: 'promote' })
    const answer = await aPublication(agency, { objective: 'protect' })
    const link = (publicationId: string) =>
      agency.people.planner.call(respond, {
        issueId: id,
        kind: 'holding',
        publicationId,
        title: null,
        accountIds: [],
        reason: '',
      })
    expect(await codeOf(link(promotion.id))).toBe('response_not_protect')
    expect(await codeOf(link(answer.id))).toBe('done')
    expect(await codeOf(link(answer.id))).toBe('response_linked')
  })

  test('promotions on the answering accounts within 72 hours are proposed, held and put back', async () => {
    const { id } = await anIssue()
    const near = await aPublication(agency, { time: { kind: 'exact', day: '2026-12-10', clock: '10:00' } })
    const far = await aPublication(agency, { time: { kind: 'exact', day: '2026-12-20', clock: '10:00' } })
    const proposed = (await look(id)).promotions.map((row) => row.id)
    expect(proposed).toContain(near.id)
    expect(proposed).not.toContain(far.id)
    await agency.people.planner.call(hold, { issueId: id, publicationIds: [near.id, far.id] })
    expect((await rowOf(agency, near.id)).isHeld).toBe(true)
    const held = (await look(id)).promotions.filter((row) => row.isHeldHere).map((row) => row.id)
    expect(held.toSorted()).toEqual([near.id, far.id].toSorted())
    await agency.people.planner.call(putBack, { issueId: id, publicationId: near.id })
    expect((await rowOf(agency, near.id)).isHeld).toBe(false)
  })

  test("a hold of another issue's stays when one is lifted", async () => {
    const [one, other] = [await anIssue(), await anIssue()]
    const publication = await aPublication(agency)
    for (const issue of [one, other]) {
      await agency.people.planner.call(hold, { issueId: issue.id, publicationIds: [publication.id] })
    }
    await agency.people.planner.call(putBack, { issueId: one.id, publicationId: publication.id })
    expect((await rowOf(agency, publication.id)).isHeld).toBe(true)
  })

  test("what answers on a leader's account is not in the room of who is outside its circle", async () => {
    const { id } = await anIssue()
    await agency.people.planner.call(respond, {
      issueId: id,
      kind: 'full',
      publicationId: null,
      title: 'Menteri: pendaftaran tanpa biaya',
      accountIds: [agency.accounts.executive],
      reason: '',
    })
    expect((await look(id)).responses).toHaveLength(1)
    for (const outsider of [agency.people.reader, agency.people.administrator, agency.people.otherPlanner]) {
      const seen = await look(id, outsider)
      expect(seen.responses).toEqual([])
      expect(JSON.stringify(seen)).not.toContain('Menteri: pendaftaran')
    }
  })

  test('a reader, an administrator and a private office change nothing', async () => {
    const { id } = await anIssue()
    for (const outsider of [agency.people.reader, agency.people.administrator, agency.people.privateOffice]) {
      expect(await codeOf(outsider.call(note, { issueId: id, body: 'Catatan' }))).toBe('not_allowed')
      expect(await codeOf(outsider.call(close, { issueId: id, reason: 'x' }))).toBe('not_allowed')
    }
  })

  test('the strip names what is due next at the top level', async () => {
    const { id } = await anIssue({ isHarmful: true })
    const shown = (await agency.people.reader.look(frame, {})).atPublicInterest.find((row) => row.id === id)
    expect(shown?.due?.kind).toBe('holding_statement')
  })
})
