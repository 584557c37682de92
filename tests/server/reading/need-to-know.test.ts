import { afterAll, beforeAll, expect, test } from 'vitest'
import { entries } from '../../../db/schema/answers.ts'
import { steps } from '../../../db/schema/approvals.ts'
import { pauses } from '../../../db/schema/marks.ts'
import { pauseExceptions, publications, submissions } from '../../../db/schema/publications.ts'
import { backlogInput, listInput } from '../../../domain/reading/input.ts'
import { backlog } from '../../../server/reading/backlog.ts'
import { frame } from '../../../server/reading/frame.ts'
import { list } from '../../../server/reading/list.ts'
import { readiness } from '../../../server/reading/readiness.ts'
import { search } from '../../../server/reading/search.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { refusalOf } from '../publications/support.ts'
import { december, type Planned, planned, plannedMany } from './support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

/** Everything a person can ask of these reads, as the bytes that would be sent. */
async function everything(person: ActingPerson): Promise<string> {
  const whole = { from: '2026-11-30', to: '2027-01-10' }
  return JSON.stringify([
    await december(person),
    await december(person, { accountIds: [agency.accounts.executive] }),
    await december(person, { words: 'menteri' }),
    await december(person, { isNotReady: true }),
    await person.look(list, listInput.parse({ ...whole, size: 2 })),
    await person.look(list, listInput.parse({ ...whole, filter: { words: 'menteri' } })),
    await person.look(backlog, backlogInput.parse({})),
    await person.look(search, { query: 'Menteri' }),
    await person.look(search, { query: 'rahasia' }),
    await person.look(frame, {}),
  ])
}

/** What is planned for the minister's account, in every place a list could betray it. */
async function addExecutiveRows(): Promise<Planned[]> {
  const { executive, x } = agency.accounts
  const rows = await plannedMany(agency, [
    {
      title: 'Menteri: pendaftaran tanpa biaya',
      accountIds: [executive, x],
      plannedAt: '2026-12-11T02:10:00.000Z',
    },
    { title: 'Menteri membuka pendaftaran', accountIds: [executive], plannedAt: '2026-12-14T03:00:00.000Z' },
    { title: 'Menteri: gagasan rahasia', accountIds: [executive], plannedAt: null },
    ...Array.from({ length: 60 }, (_, index) => ({
      title: `Menteri ${index}`,
      accountIds: [executive],
      unitId: agency.otherUnit,
      plannedAt: '2026-12-15T03:00:00.000Z',
      briefingVersion: 1,
    })),
  ])
  await agency.database.store.transaction(async (tx) => {
    const [pause] = await tx.select().from(pauses)
    await tx.insert(pauseExceptions).values({
      pauseId: pause?.id ?? '',
      publicationId: rows[0]?.id ?? '',
      reason: 'rahasia',
      grantedBy: agency.people.approver.id,
      grantedAt: STORY_MOMENT,
    })
    await tx.insert(entries).values({
      unitId: agency.unit,
      question: 'Kapan Menteri datang?',
      answer: 'rahasia',
      notToSay: '',
      source: '',
      wordingHash: 'a',
      publicationId: rows[0]?.id ?? '',
      questionTerms: '',
      answerTerms: '',
      createdBy: agency.people.planner.id,
      createdAt: STORY_MOMENT,
      changedAt: STORY_MOMENT,
      version: 1,
    })
  })
  return rows
}

test('what is planned for an executive account changes no byte of what anybody outside its circle reads', async () => {
  await agency.database.store.transaction(async (tx) => {
    await tx.insert(pauses).values({
      kind: 'election_quiet',
      name: 'Masa tenang',
      stops: 'promotional',
      scope: 'agency',
      unitIds: [],
      accountIds: [],
      firstDay: '2026-12-10',
      lastDay: '2026-12-12',
      addedBy: agency.people.administrator.id,
      addedAt: STORY_MOMENT,
      version: 1,
    })
  })
  await plannedMany(agency, [
    { title: 'Pengingat' },
    { title: 'Pesan untuk menteri desa', plannedAt: '2026-12-11T02:30:00.000Z' },
    { title: 'Hari libur', plannedAt: '2026-12-15T03:00:00.000Z' },
    { title: 'Ide', plannedAt: null, accountIds: [], state: 'idea' },
  ])
  const { administrator, reader, otherPlanner, planner, agent, approver } = agency.people
  const outside = [administrator, reader, otherPlanner]
  const inside = [planner, agent, approver]
  const before = new Map<string, string>()
  for (const person of [...outside, ...inside]) before.set(person.id, await everything(person))

  const [secret] = await addExecutiveRows()

  for (const person of outside) {
    expect(await everything(person)).toBe(before.get(person.id))
    expect(await refusalOf(person.look(readiness, { publicationId: secret?.id ?? '' }))).toEqual(
      await refusalOf(person.look(readiness, { publicationId: '00000000-0000-4000-8000-000000000000' })),
    )
  }
  for (const person of inside) expect(await everything(person)).not.toBe(before.get(person.id))
})

test('whoever is asked at a step sees that one publication, and once it is posted everybody does', async () => {
  const secret = await planned(agency, {
    title: 'Rahasia untuk satu orang',
    accountIds: [agency.accounts.executive],
    state: 'in_review',
  })
  const { reader, administrator } = agency.people
  const sees = async (person: ActingPerson) =>
    (await december(person)).items.some((item) => item.id === secret.id)
  expect(await sees(reader)).toBe(false)
  await agency.database.store.transaction(async (tx) => {
    const [submission] = await tx
      .insert(submissions)
      .values({
        publicationId: secret.id,
        contentHash: '',
        content: {},
        accounts: [],
        submittedBy: agency.people.planner.id,
        submittedAt: STORY_MOMENT,
      })
      .returning()
    await tx.insert(steps).values({
      submissionId: submission?.id ?? '',
      position: 1,
      approver: 'office_holder',
      needs: 'any',
      policies: ['executive'],
      asked: [reader.id],
      dueAt: STORY_MOMENT,
    })
  })
  expect(await sees(reader)).toBe(true)
  expect(await sees(administrator)).toBe(false)
  await agency.database.store.transaction((tx) =>
    tx.update(publications).set({ restrictedAccountIds: [], state: 'published', postedCount: 1 }),
  )
  expect(await sees(administrator)).toBe(true)
})
