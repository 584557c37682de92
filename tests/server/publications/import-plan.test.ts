import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/accounts.ts'
import { campaigns } from '../../../db/schema/campaigns.ts'
import { authors, publications, variants } from '../../../db/schema/publications.ts'
import { createInput } from '../../../domain/publications/input.ts'
import type { PlanColumns } from '../../../domain/publications/plan-headings.ts'
import { addAccount } from '../../../server/publications/add-account.ts'
import { create } from '../../../server/publications/create.ts'
import { importPlan } from '../../../server/publications/import-plan.ts'
import { previewPlan } from '../../../server/publications/preview-plan.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const preview = (text: string | Uint8Array, by: ActingPerson = scene.people.planner, more: object = {}) =>
  by.look(previewPlan, {
    content: Buffer.from(text).toString('base64'),
    unitId: scene.unit,
    columns: null,
    sheets: null,
    dayOrder: null,
    objective: null,
    ...more,
  })

const bringIn = async (text: string) => {
  const { rows } = await preview(text)
  return scene.people.planner.call(importPlan, {
    unitId: scene.unit,
    rows: rows.flatMap(({ row }) => (row === null ? [] : [row])),
  })
}

const all = () => scene.world.store.db.select().from(publications)

test('a plan in Indonesian comes in as it was previewed', async () => {
  const text = [
    'Judul;Tanggal Tayang;Jam;Kanal;Tujuan;Jenis Pesan;Kampanye;Caption;Tautan;PIC',
    'Pengingat berkas;Jumat, 11 Des 2026;09.00;IG + X;Promosi;Informasi;Renovasi 2026;Siapkan berkas.;https://contoh.example/berkas;Dimas Pratama',
    'Pendaftaran dibuka;14/12/2026;;Instagram;Promosi;Perubahan layanan;Renovasi 2026;Daftar.;;',
    'Ide lepas;;;;Proteksi;;;;;Entah Siapa',
  ].join('\r\n')
  const seen = await preview(text)
  expect(seen.format).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter: 'semicolon' })
  expect(seen.newCampaigns).toEqual(['Renovasi 2026'])
  expect(seen.rows.map(({ line, problems }) => [line, problems])).toEqual([
    [2, []],
    [3, []],
    [4, []],
  ])
  expect(seen.rows[0]?.row).toMatchObject({
    time: { kind: 'exact', day: '2026-12-11', clock: '09:00' },
    accountIds: [scene.accounts.instagram, expect.any(String)],
    ownerId: scene.people.secondPlanner.id,
  })
  expect(seen.rows[1]?.row?.time).toEqual({ kind: 'open', day: '2026-12-14' })
  expect(seen.rows[2]?.notes).toMatchObject([{ code: 'owner_unknown', cell: 'Entah Siapa' }])

  expect(await bringIn(text)).toEqual({ count: 3 })
  const rows = await all()
  expect(rows.find((row) => row.title === 'Pengingat berkas')).toMatchObject({
    plannedAt: '2026-12-11T02:00:00.000Z',
    ownerId: scene.people.secondPlanner.id,
    state: 'draft',
    mainLink: 'https://contoh.example/berkas',
  })
  expect(rows.find((row) => row.title === 'Ide lepas')).toMatchObject({
    state: 'idea',
    ownerId: scene.people.planner.id,
    timeKind: 'none',
  })
  const made = await scene.world.store.db.select().from(campaigns).where(eq(campaigns.name, 'Renovasi 2026'))
  expect(made).toHaveLength(1)
  expect(new Set(rows.map((row) => row.campaignId))).toEqual(new Set([made[0]?.id, null]))
})

test('each wrong row says what is wrong with it', async () => {
  const text = [
    'Title,Date,Time,Account,Objective,Link',
    'Tanggal salah,30 Februari 2027,09.00,X,promote,',
    'Jam salah,2026-12-11,25.00,X,promote,',
    'Akun asing,2026-12-11,09.00,Friendster,promote,',
    'Tautan jahat,2026-12-11,09.00,X,promote,javascript:alert(1)',
    ',2026-12-11,09.00,X,promote,',
    'Tanpa tujuan,2026-12-11,09.00,X,,',
  ].join('\n')
  const { rows } = await preview(text, undefined, {})
  expect(rows.map(({ row, problems }) => [row, problems.map((problem) => problem.code)])).toEqual([
    [null, ['day_not_in_month']],
    [null, ['time_not_in_day']],
    [null, ['account_unknown']],
    [null, ['link_not_web']],
    [null, ['title_missing']],
    [null, ['objective_missing']],
  ])
})

test('a formula stays text and is noted', async () => {
  const { rows } = await preview('Judul,Tujuan,Teks\nRumus,promosi,"=HYPERLINK(""https://x.example"")"')
  expect(rows[0]?.row?.mainText).toBe('=HYPERLINK("https://x.example")')
  expect(rows[0]?.notes).toMatchObject([{ code: 'formula_kept', field: 'text' }])
})

test('a column chosen by hand wins over the guess, and the objective for all rows fills in', async () => {
  const text = 'Apa,Kapan\nSatu,2026-12-11'
  const guessed = await preview(text)
  expect([guessed.columns.title, guessed.rows]).toEqual([null, []])
  const columns: PlanColumns = { ...guessed.columns, title: 0, day: 1, text: 40 }
  const chosen = await preview(text, undefined, { columns, objective: 'promote' })
  expect(chosen.columns.text).toBeNull()
  expect(chosen.rows[0]?.row).toMatchObject({ title: 'Satu', time: { kind: 'open', day: '2026-12-11' } })
})

test('an account of another unit is found by its name, the own unit first by its platform', async () => {
  const { rows } = await preview('Judul,Tujuan,Akun\nSatu,promosi,Layanan Contoh\nDua,promosi,fb')
  expect(rows[0]?.row?.accountIds).toEqual([scene.accounts.otherFacebook])
  expect(rows[1]?.row?.accountIds).toEqual([scene.accounts.otherFacebook])
})

test('all rows come in or none', async () => {
  const before = await all()
  const { rows } = await preview('Judul,Tujuan\nSatu,promosi\nDua,promosi')
  const good = rows.flatMap(({ row }) => (row === null ? [] : [row]))
  const gone = { ...good[1], accountIds: ['019b0000-0000-7000-8000-000000000000'] }
  await expect(
    scene.people.planner.call(importPlan, {
      unitId: scene.unit,
      rows: [...good, { ...good[0], ...gone }] as typeof good,
    }),
  ).rejects.toMatchObject({ code: 'not_found' })
  expect(await all()).toHaveLength(before.length)
})

test('bringing in twice under one key brings in once', async () => {
  const before = await all()
  const { rows } = await preview('Judul,Tujuan\nSekali saja,promosi')
  const input = { unitId: scene.unit, rows: rows.flatMap(({ row }) => (row === null ? [] : [row])) }
  const key = crypto.randomUUID()
  await scene.people.planner.call(importPlan, input, key)
  await scene.people.planner.call(importPlan, input, key)
  expect(await all()).toHaveLength(before.length + 1)
})

test('only a planner of the unit previews and imports', async () => {
  const text = 'Judul,Tujuan\nSatu,promosi'
  const { contributor, administrator, otherPlanner } = scene.people
  for (const person of [contributor, administrator]) {
    await expect(preview(text, person)).rejects.toMatchObject({ code: 'not_allowed' })
  }
  await expect(preview(text, otherPlanner)).rejects.toMatchObject({ code: 'not_found' })
  const { rows } = await preview(text)
  const row = rows[0]?.row
  if (!row) throw new Error('no row')
  await expect(otherPlanner.call(importPlan, { unitId: scene.unit, rows: [row] })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('an executive account outside the circle cannot be told from one that is none', async () => {
  const text = 'Judul,Tujuan,Akun\nSatu,promosi,@mentericontoh\nDua,promosi,@takada'
  const seen = await preview(text, scene.people.otherPlanner, { unitId: scene.otherUnit })
  expect(seen.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['account_unknown'],
    ['account_unknown'],
  ])
  expect(seen.accounts.some((account) => account.id === scene.accounts.executive)).toBe(false)
})

test('a plan that is no plan is refused with its reason', async () => {
  await expect(preview('')).rejects.toMatchObject({ code: 'plan_empty' })
  await expect(preview('Judul,Tanggal\n')).rejects.toMatchObject({ code: 'plan_empty' })
  await expect(preview(new Uint8Array([0x50, 0x4b, 3, 4]))).rejects.toMatchObject({ code: 'plan_unreadable' })
  await expect(preview('x'.repeat(3_000_001))).rejects.toMatchObject({ code: 'plan_too_large' })
  const many = `Judul,Tujuan\n${'Baris,promosi\n'.repeat(50_000)}`
  await expect(preview(many)).rejects.toMatchObject({ code: 'plan_too_many_lines', data: { limit: 10_000 } })
  const more = `Judul,Tujuan\n${Array.from({ length: 2001 }, (_, number) => `Baris ${number},promosi\n`).join('')}`
  await expect(preview(more)).rejects.toMatchObject({ code: 'plan_too_many_rows', data: { limit: 2000 } })
})

test('a row that came in with a plan is what it would be had it been created by hand', async () => {
  const text = [
    'Judul,Tanggal,Jam,Akun,Tujuan,Jenis,Teks,Tautan',
    `Panjang,2026-12-11,09.00,"X, IG, @mentericontoh",promosi,acara,${'Kata '.repeat(80)},https://contoh.example/a`,
    'Tentatif,2026-12-11 tentatif,,X,proteksi,klarifikasi,Isi.,',
    'Tanpa akun,,,,promosi,,,',
  ].join('\n')
  const { rows } = await preview(text)
  for (const { row } of rows) {
    if (row === null) throw new Error('a row was refused')
    await scene.people.planner.call(importPlan, { unitId: scene.unit, rows: [row] })
    const [imported] = await factsOf(row.title)
    const { line: _line, campaign: _campaign, ownerId: _owner, ...given } = row
    await scene.people.planner.call(create, createInput.parse({ ...given, unitId: scene.unit }))
    const [, byHand] = await factsOf(row.title)
    expect(imported).toEqual(byHand)
  }
})

/** Publications of a title in the order they came, with their variants, without their ids. */
async function factsOf(title: string) {
  const { db } = scene.world.store
  const found = await db
    .select()
    .from(publications)
    .where(eq(publications.title, title))
    .orderBy(publications.id)
  return Promise.all(
    found.map(async ({ id, ...publication }) => {
      const own = await db.select().from(variants).where(eq(variants.publicationId, id)).orderBy(variants.id)
      return {
        publication,
        variants: own.map(({ id: _id, publicationId: _publicationId, ...variant }) => variant),
        authors: (await db.select().from(authors).where(eq(authors.publicationId, id))).map(
          (row) => row.personId,
        ),
      }
    }),
  )
}

test('a full plan of 2,000 rows is previewed and brought in', async () => {
  const before = await all()
  const line = (number: number) =>
    `Publikasi ${number},2026-12-${String(1 + (number % 28)).padStart(2, '0')},09.00,"IG, X",promosi,informasi,Isi ke-${number} dari rencana.`
  const rows = Array.from({ length: 2000 }, (_, number) => line(number)).join('\n')
  const text = `Judul,Tanggal,Jam,Akun,Tujuan,Jenis,Teks\n${rows}`
  const seen = await preview(text)
  expect(seen.rows.every(({ row }) => row !== null)).toBe(true)
  await bringIn(text)
  expect(await all()).toHaveLength(before.length + 2000)
})

const outcomes = (rows: Awaited<ReturnType<typeof preview>>['rows']) =>
  rows.map(({ title, earlier }) => `${title}: ${earlier?.kind ?? 'new'}`)

test('the same file brings in nothing twice, and a changed row names the one before it', async () => {
  const heading = 'Judul,Tanggal,Akun,Tujuan,Teks'
  const lines = ['Dua kali satu,2026-12-11,IG,promosi,Isi.', 'Dua kali dua,2026-12-12,X,promosi,Isi.']
  await bringIn([heading, ...lines].join('\n'))
  const known = await all()
  const idOf = (title: string) => known.find((row) => row.title === title)?.id

  // Other columns, other lines, other files: it is the row that is known.
  const moved = 'Tujuan,Judul,Teks,Tanggal,Akun\n\npromosi,Dua kali dua,Isi.,12/12/2026,X'
  const { rows } = await preview(moved)
  expect(rows[0]?.earlier).toEqual({ kind: 'same', publicationId: idOf('Dua kali dua') })

  const [first = '', second = ''] = lines
  const changed = [
    heading,
    first,
    second.replace('Isi.', 'Isi baru.'),
    'Baru,2026-12-13,X,promosi,Isi.',
    first,
  ]
  const again = await preview(changed.join('\n'))
  expect(outcomes(again.rows)).toEqual([
    'Dua kali satu: same',
    'Dua kali dua: changed',
    'Baru: new',
    'Dua kali satu: repeated',
  ])
  expect(again.rows[1]?.earlier).toMatchObject({ publicationId: idOf('Dua kali dua'), day: '2026-12-12' })
  expect(again.rows[3]?.earlier).toMatchObject({ line: 2, sheet: null })
})

test('a row of a title that is in the file itself is not taken for a changed one', async () => {
  const weekly = ['Judul,Tanggal,Tujuan', 'Tips pekanan,2026-12-11,promosi']
  await bringIn(weekly.join('\n'))
  const { rows } = await preview([...weekly, 'Tips pekanan,2026-12-18,promosi'].join('\n'))
  expect(outcomes(rows)).toEqual(['Tips pekanan: same', 'Tips pekanan: new'])
})

test('what another unit brought in is new to this one', async () => {
  const text = 'Judul,Tujuan\nUnit lain,promosi'
  const { rows } = await preview(text, scene.people.otherPlanner, { unitId: scene.otherUnit })
  await scene.people.otherPlanner.call(importPlan, {
    unitId: scene.otherUnit,
    rows: rows.flatMap(({ row }) => (row === null ? [] : [row])),
  })
  expect(outcomes((await preview(text)).rows)).toEqual(['Unit lain: new'])
})

test('two who bring in the same plan at once bring it in once, whoever is second is told', async () => {
  const { planner, secondPlanner } = scene.people
  const { rows } = await preview('Judul,Tujuan\nBersamaan,promosi')
  const input = { unitId: scene.unit, rows: rows.flatMap(({ row }) => (row === null ? [] : [row])) }
  const tries = await Promise.allSettled([
    planner.call(importPlan, input),
    scene.onSecond(secondPlanner).call(importPlan, input),
  ])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(tries.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'plan_in_already', data: { title: 'Bersamaan' } },
  })
  expect((await all()).filter((row) => row.title === 'Bersamaan')).toHaveLength(1)
})

test('what has become executive since is as if it had never come in, for who is not in its circle', async () => {
  const text = 'Judul,Akun,Tujuan\nRahasia nanti,X,promosi'
  await bringIn(text)
  const made = (await all()).find((row) => row.title === 'Rahasia nanti')
  if (!made) throw new Error('not brought in')
  const [executive] = await scene.world.store.transaction((tx) =>
    tx
      .insert(accounts)
      .values({
        unitId: scene.otherUnit,
        platform: 'instagram',
        handle: '@dirjencontoh',
        displayName: 'Dirjen Contoh',
        kind: 'executive',
        officeHolderId: scene.people.leader.id,
        office: 'Dirjen',
        minimumMinutes: 60,
        createdAt: STORY_MOMENT,
        version: 1,
      })
      .returning({ id: accounts.id }),
  )
  const inCircle = await scene.addPerson('Joko Dalam', 'planner', null)
  const earlier = async (by: ActingPerson) => (await preview(text, by)).rows[0]?.earlier
  expect(await earlier(scene.people.planner)).toEqual({ kind: 'same', publicationId: made.id })
  await inCircle.call(addAccount, { publicationId: made.id, accountId: executive?.id ?? '' })
  expect(await earlier(inCircle)).toEqual({ kind: 'same', publicationId: made.id })
  expect(await earlier(scene.people.planner)).toBeNull()
})
