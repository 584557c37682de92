import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agendaEvents } from '../../../db/schema/agenda.ts'
import { acknowledgements, briefings } from '../../../db/schema/briefings.ts'
import { campaigns } from '../../../db/schema/campaigns.ts'
import { issues, obligations } from '../../../db/schema/issues.ts'
import { marks } from '../../../db/schema/marks.ts'
import { notifications } from '../../../db/schema/notifications.ts'
import { variants } from '../../../db/schema/publications.ts'
import { searchInput } from '../../../domain/reading/input.ts'
import { addMinutes } from '../../../domain/time.ts'
import { frame } from '../../../server/reading/frame.ts'
import { search } from '../../../server/reading/search.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { planned } from './support.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

const found = async (person: ActingPerson, query: string) =>
  (await person.look(search, { query })).items.map((item) => `${item.kind}: ${item.title}`)

test('three letters find publications, issues, campaigns and people, the nearest day first', async () => {
  const { planner, reader } = agency.people
  await planned(agency, { title: 'Renovasi rumah tahun lalu', plannedAt: '2025-12-11T02:00:00.000Z' })
  const soon = await planned(agency, { title: 'Syarat renovasi rumah' })
  await planned(agency, { title: 'Dibatalkan: renovasi', state: 'cancelled' })
  await agency.database.store.transaction(async (tx) => {
    await tx.insert(campaigns).values({
      unitId: agency.unit,
      name: 'Bantuan Renovasi Rumah',
      narrative: '',
      keyMessages: '',
      createdBy: planner.id,
      createdAt: STORY_MOMENT,
      version: 1,
    })
    await tx.insert(issues).values({
      title: 'Pungutan renovasi',
      content: '',
      context: '',
      publicInterest: '',
      links: '',
      ownerId: planner.id,
      level: 'public_interest',
      isHarmful: false,
      recordedBy: planner.id,
      recordedAt: STORY_MOMENT,
      version: 1,
    })
  })
  expect(await found(reader, 'RENOV')).toEqual([
    'publication: Syarat renovasi rumah',
    'publication: Renovasi rumah tahun lalu',
    'issue: Pungutan renovasi',
    'campaign: Bantuan Renovasi Rumah',
  ])
  expect(await found(reader, 'Nur A')).toEqual(['person: Nur Aisyah'])
  const [first] = (await planner.look(search, { query: 'Syarat' })).items
  expect(first).toMatchObject({ id: soon.id, detail: 'Jumat 11 Desember 09.00' })
})

test('words are looked for in any order, in text, variants, campaign and owner too', async () => {
  const { planner, reader } = agency.people
  const texted = await planned(agency, {
    title: 'Pengingat Jumat',
    mainText: 'Siapkan kartu keluarga dan KTP.',
  })
  await planned(agency, { title: 'Pengingat lain', mainText: 'Bawa payung.' })
  expect(await found(reader, 'keluarga pengingat')).toEqual(['publication: Pengingat Jumat'])
  expect(await found(reader, 'kelu jumat kartu')).toEqual(['publication: Pengingat Jumat'])
  expect(await found(reader, 'keluarga payung')).toEqual([])
  const [variant] = await agency.database.store.db
    .select()
    .from(variants)
    .where(eq(variants.publicationId, texted.id))
  if (variant)
    await agency.database.store.transaction((tx) =>
      tx.update(variants).set({ ownText: 'Loket buka pukul tujuh' }).where(eq(variants.id, variant.id)),
    )
  expect(variant).toBeDefined()
  expect(await found(reader, 'loket jumat')).toEqual(['publication: Pengingat Jumat'])
  expect(await found(reader, `${planner.name.split(' ')[0]} kartu`)).toEqual(['publication: Pengingat Jumat'])
})

test('signs of patterns are letters like others, and two letters are too few', async () => {
  expect(await found(agency.people.reader, '%%%')).toEqual([])
  expect(await found(agency.people.reader, '___')).toEqual([])
  expect(searchInput.safeParse({ query: 're' }).success).toBe(false)
  expect(searchInput.safeParse({ query: 're\u0000nov' }).success).toBe(false)
})

test('the frame counts what waits for the reader alone', async () => {
  const { approver, agent, leadAgent, planner, reader } = agency.people
  const asked = await planned(agency, { state: 'in_review', stepsRequired: 1, waitingFor: [approver.id] })
  await agency.database.store.transaction(async (tx) => {
    const [briefing] = await tx
      .insert(briefings)
      .values({
        publicationId: asked.id,
        presentNumber: 1,
        createdBy: planner.id,
        createdAt: STORY_MOMENT,
        version: 1,
      })
      .returning()
    await tx.execute(
      `update publications set briefing_id = '${briefing?.id}', briefing_version = 1, objective = 'protect' where id = '${asked.id}'`,
    )
    await tx.insert(acknowledgements).values({
      briefingId: briefing?.id ?? '',
      versionNumber: 1,
      personId: leadAgent.id,
      at: STORY_MOMENT,
    })
    await tx.insert(notifications).values([
      {
        personId: approver.id,
        kind: 'decision_asked',
        room: 'approvals',
        subjectId: asked.id,
        data: {},
        needsAction: true,
        at: STORY_MOMENT,
      },
      {
        personId: approver.id,
        kind: 'posted',
        room: 'publishing',
        subjectId: asked.id,
        data: {},
        needsAction: false,
        at: STORY_MOMENT,
      },
    ])
  })
  expect(await approver.look(frame, {})).toMatchObject({ approvals: 1, onlyApprovalId: asked.id, bell: 1 })
  expect(await reader.look(frame, {})).toMatchObject({
    approvals: 0,
    onlyApprovalId: null,
    bell: 0,
    upcoming: 0,
  })
  // The agent has not read it; the lead agent has, and still has to sign it.
  expect(await agent.look(frame, {})).toMatchObject({ upcoming: 1 })
  expect(await leadAgent.look(frame, {})).toMatchObject({ upcoming: 1 })
})

test('the strip names issues at public interest with what is due next', async () => {
  await agency.database.store.transaction(async (tx) => {
    const [issue] = await tx.select().from(issues)
    const common = {
      issueId: issue?.id ?? '',
      clock: 'wall' as const,
      hours: 1,
      beganAt: STORY_MOMENT,
    }
    await tx.insert(obligations).values([
      { ...common, kind: 'full_response', dueAt: addMinutes(STORY_MOMENT, 1440) },
      { ...common, kind: 'holding_statement', dueAt: addMinutes(STORY_MOMENT, 60), metAt: STORY_MOMENT },
    ])
  })
  const { atPublicInterest, issues: open } = await agency.people.reader.look(frame, {})
  expect(open).toBe(1)
  expect(atPublicInterest).toMatchObject([
    { title: 'Pungutan renovasi', due: { kind: 'full_response', at: addMinutes(STORY_MOMENT, 1440) } },
  ])
})

test('events of the agenda and days by decree are found by name, the nearest first, and say on which day they stand', async () => {
  const { planner, reader } = agency.people
  await agency.database.store.transaction(async (tx) => {
    const event = (name: string, day: string, cancelledAt: string | null) => ({
      unitId: agency.unit,
      name,
      kind: 'visit' as const,
      place: 'Balai Kota Surakarta',
      timeKind: 'open' as const,
      day,
      clock: null,
      notes: '',
      createdBy: planner.id,
      createdAt: STORY_MOMENT,
      cancelledAt,
      version: 1,
    })
    await tx
      .insert(agendaEvents)
      .values([
        event('Kunjungan kerja Menteri', '2026-12-16', null),
        event('Kunjungan yang batal', '2026-12-17', STORY_MOMENT),
      ])
    const mark = (day: string) => ({
      day,
      kind: 'important_day' as const,
      name: 'Hari Bela Negara',
      source: 'x',
    })
    await tx.insert(marks).values([mark('2027-12-19'), mark('2026-12-19')])
  })
  expect(await found(reader, 'kunjungan surakarta')).toEqual(['event: Kunjungan kerja Menteri'])
  const { items } = await reader.look(search, { query: 'bela negara' })
  expect(items.map(({ kind, day, detail }) => [kind, day, detail])).toEqual([
    ['mark', '2026-12-19', 'Sabtu 19 Desember'],
    ['mark', '2027-12-19', expect.stringContaining('19 Desember 2027')],
  ])
})
