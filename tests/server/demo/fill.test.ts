import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agency, demoStory } from '../../../db/schema/agency.ts'
import { agendaEvents } from '../../../db/schema/agenda.ts'
import { marks } from '../../../db/schema/marks.ts'
import { people } from '../../../db/schema/people.ts'
import { publications } from '../../../db/schema/publications.ts'
import { fillDemo } from '../../../server/demo/fill.ts'
import { demoPeople } from '../../../server/demo/people.ts'
import { readAgency, readPerson } from '../../../server/infrastructure/command.ts'
import { look, type Read } from '../../../server/infrastructure/read.ts'
import { isAtWork } from '../../../server/infrastructure/sweeping.ts'
import type { World } from '../../../server/infrastructure/world.ts'
import { auditLog } from '../../../server/notifications/audit-log.ts'
import { bell } from '../../../server/notifications/bell.ts'
import { diagnose } from '../../../server/operator/diagnose.ts'
import { shown } from '../../../server/overlays/shown.ts'
import { readSettings } from '../../../server/settings.ts'
import { list as templateList } from '../../../server/templates/list.ts'
import { list as savedViewList } from '../../../server/views/list.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

const PATIENCE_MS = 120_000
const TOLD = '2026-12-09T03:22:00.000Z'
const NIGHT = '2026-12-12T17:05:00.000Z'

const filesDir = mkdtempSync(join(tmpdir(), 'selaras-demo-files-'))
let database: FreshDatabase
let world: World

function worldOn(store: World['store'], moment: string, folder = filesDir): World {
  const settings = readSettings({ LOG_LEVEL: 'silent', SECRET: 'a secret for the tests that is long enough' })
  return {
    name: 'demo',
    store,
    settings,
    filesDir: folder,
    log: pino({ level: 'silent' }),
    clock: () => moment,
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  world = worldOn(database.store, TOLD)
  await Promise.all([fillDemo({ world }), fillDemo({ world })])
}, PATIENCE_MS)

afterAll(async () => {
  await database.drop()
  rmSync(filesDir, { recursive: true, force: true })
})

async function lookAs<Input, Output>(name: string, read: Read<Input, Output>, input: Input): Promise<Output> {
  const [row] = await world.store.db.select().from(people).where(eq(people.name, name))
  if (!row) throw new Error(`nobody is called ${name}`)
  const who = {
    person: await readPerson(world.store.db, row.id),
    agency: await readAgency(world.store.db),
  }
  return look(world, read, input, who)
}

const titled = async (title: string) => {
  const [row] = await world.store.db.select().from(publications).where(eq(publications.title, title))
  if (!row) throw new Error(`there is no ${title}`)
  return row
}

test('two who ask at once get one demo, and asking again changes nothing', async () => {
  await fillDemo({ world })
  expect(await world.store.db.$count(agency)).toBe(1)
  expect(await world.store.db.select({ at: demoStory.toldAt }).from(demoStory)).toEqual([{ at: TOLD }])
  expect(await isAtWork(world)).toBe(true)
})

test('its story is sound', async () => {
  expect(await diagnose(world)).toEqual([])
})

test('told at 10.22 it stands as it is told', async () => {
  expect(await titled('Pernyataan awal: pendaftaran gratis')).toMatchObject({
    state: 'published',
    plannedAt: '2026-12-09T02:50:00.000Z',
    postedCount: 2,
  })
  expect(await titled('Menteri: pendaftaran tanpa biaya')).toMatchObject({
    state: 'in_review',
    plannedAt: '2026-12-09T09:00:00.000Z',
    stepsDecided: 1,
    stepsRequired: 2,
  })
  expect(await titled('Pengingat: siapkan berkas pendaftaran')).toMatchObject({
    plannedAt: '2026-12-11T02:00:00.000Z',
    briefingVersion: 2,
    signedVersion: 1,
  })
  const levels = await world.store.db.execute<{ at: string; to: string }>(
    sql`select to_char(at at time zone 'Asia/Jakarta', 'HH24.MI') as at, to_level as to from level_changes
      where from_level is not null order by level_changes.at`,
  )
  expect(levels.map((row) => `${row.at} ${row.to}`)).toEqual([
    '08.40 opinion_leader',
    '09.10 public_interest',
  ])
})

test(
  'filled on a Saturday after midnight its other days keep their hours, and it is sound',
  async () => {
    const other = await freshDatabase()
    const night = worldOn(other.store, NIGHT)
    await fillDemo({ world: night })
    expect(await diagnose(night)).toEqual([])
    const rows = await other.store.db
      .select({ title: publications.title, at: publications.plannedAt })
      .from(publications)
    const at = (title: string) => rows.find((row) => row.title === title)?.at
    expect(at('Siaran pers pembukaan')).toBe('2026-12-18T02:00:00.000Z')
    expect(at('Alur pendaftaran')).toBe('2026-12-12T03:00:00.000Z')
    expect(at('Pernyataan awal: pendaftaran gratis')).toBe('2026-12-12T16:33:00.000Z')
    await other.drop()
  },
  PATIENCE_MS,
)

test(
  'a filling that breaks off leaves nothing behind',
  async () => {
    const other = await freshDatabase()
    const broken = worldOn(other.store, TOLD, fileURLToPath(import.meta.url))
    await expect(fillDemo({ world: broken })).rejects.toThrow()
    expect(await other.store.db.$count(agency)).toBe(0)
    expect(await other.store.db.$count(publications)).toBe(0)
    await other.drop()
  },
  PATIENCE_MS,
)

test('its people can be chosen by role, each once', async () => {
  const listed = await demoPeople(world)
  expect(listed).toHaveLength(13)
  expect(new Set(listed.map((person) => person.personId)).size).toBe(13)
})

test('each has in the bell what waits for them', async () => {
  const waiting = async (name: string) =>
    (await lookAs(name, bell, { cursor: null })).waiting.map((line) => line.kind).sort()
  expect(await waiting('Ratna Kusumawardhani')).toEqual(['decision_asked'])
  expect(await waiting('Hendra Wicaksono')).toEqual(['decision_asked', 'decision_asked'])
  expect(await waiting('Dimas Pratama')).toContain('overdue')
  expect(await waiting('Nur Aisyah')).toContain('signature_asked')
  expect(await waiting('Maria Simbolon')).toEqual([])
})

test('the reader and the administrator learn nothing of the Minister’s draft', async () => {
  const log = await lookAs('Andi Tenri', auditLog, {
    cursor: null,
    personId: null,
    room: null,
    from: null,
    until: null,
  })
  expect(JSON.stringify(log)).not.toContain('Menteri:')
  const own = await lookAs('Maria Simbolon', bell, { cursor: null })
  expect(JSON.stringify(own)).not.toContain('Menteri')
})

test('it shows what stands around the publications: an event, days, views, another calendar, an embargo, a film', async () => {
  const [opening] = await world.store.db.select().from(agendaEvents)
  expect(opening).toMatchObject({ name: 'Pembukaan pendaftaran gelombang II', day: '2026-12-14' })
  const hanging = await world.store.db
    .select({ title: publications.title })
    .from(publications)
    .where(eq(publications.agendaEventId, opening?.id ?? ''))
  expect(hanging.map(({ title }) => title).sort()).toEqual([
    'Menteri membuka pendaftaran',
    'Pendaftaran gelombang II dibuka',
    'Siaran pers pembukaan',
  ])
  const days = await world.store.db.select().from(marks).where(eq(marks.day, '2026-12-22'))
  expect(days.map(({ kind, name }) => [kind, name])).toContainEqual(['important_day', 'Hari Ibu'])
  const views = (name: string) => lookAs(name, savedViewList, {})
  expect((await views('Sekar Larasati')).map(({ name }) => name).sort()).toEqual([
    'Gelombang II',
    'Milik saya yang belum siap',
  ])
  const templates = await lookAs('Sekar Larasati', templateList, { withRetired: false })
  expect(templates.map(({ name, leftOut }) => [name, leftOut])).toEqual([
    ['Pemberitahuan layanan', []],
    ['Tips pekanan', []],
  ])
  const others = await lookAs('Sekar Larasati', shown, { from: '2026-12-07', to: '2026-12-31' })
  expect(others.map(({ title }) => title)).toContain('Rapat koordinasi perumahan')
  expect(await titled('Siaran pers pembukaan')).toMatchObject({
    state: 'approved',
    embargoUntil: '2026-12-14T01:30:00.000Z',
  })
  const film = await world.store.db.execute<{
    mime_type: string
    duration_ms: number
    alternative_text: string
  }>(
    sql`select mime_type, duration_ms, alternative_text from media join files on files.id = media.file_id
      where files.duration_ms is not null`,
  )
  expect(film).toHaveLength(1)
  expect(film[0]).toMatchObject({ mime_type: 'video/mp4', duration_ms: 15_000 })
})

test('no mail of its past is still to be sent', async () => {
  const rows = await world.store.db.execute(sql`select 1 from mails where sent_at is null`)
  expect(rows).toHaveLength(0)
})

test('every link in it ends in .example', async () => {
  const rows = await world.store.db.execute<{ words: string }>(sql`
    select main_text || ' ' || coalesce(main_link, '') as words from publications
    union all select links || ' ' || content from issues
    union all select coalesce(link, '') from outcomes
    union all select answer || ' ' || coalesce(social_answer, '') from entries`)
  const hosts = rows.flatMap(({ words }) => [
    ...words.matchAll(/(?:https?:\/\/|\b)([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/\s]|$)/g),
  ])
  const names = hosts.map((host) => host[1] ?? '').filter((host) => /[a-z]/.test(host))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((host) => !host.endsWith('.example'))).toEqual([])
})
