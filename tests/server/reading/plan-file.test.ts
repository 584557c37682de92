import { eq } from 'drizzle-orm'
import Fastify, { type FastifyInstance } from 'fastify'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publications } from '../../../db/schema/publications.ts'
import { createInput } from '../../../domain/publications/input.ts'
import { addPublic } from '../../../server/agency/add-public.ts'
import { endPublic } from '../../../server/agency/end-public.ts'
import { readAgency, readPerson } from '../../../server/infrastructure/command.ts'
import { create } from '../../../server/publications/create.ts'
import { importPlan } from '../../../server/publications/import-plan.ts'
import { previewPlan } from '../../../server/publications/preview-plan.ts'
import { planFileRoutes } from '../../../server/reading/plan-file-routes.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
let app: FastifyInstance

beforeAll(async () => {
  scene = await anAgency()
  const { world } = scene
  app = Fastify()
  await app.register(planFileRoutes, {
    worldOf: async (request) => {
      const personId = request.headers['x-person']
      if (typeof personId !== 'string') return { world, who: null }
      const person = await readPerson(world.store.db, personId)
      return { world, who: { person, agency: await readAgency(world.store.db), sessionId: 'test' } }
    },
  })
})
afterAll(async () => {
  await app.close()
  await scene.drop()
})

const december = { from: '2026-12-01', to: '2026-12-31' }
async function take(kind: 'csv' | 'xlsx', query: Record<string, string>, personId = scene.people.planner.id) {
  const url = `/api/plan.${kind}?${new URLSearchParams(query)}`
  const response = await app.inject({ method: 'GET', url, headers: { 'x-person': personId } })
  expect(response.statusCode).toBe(200)
  return response
}
const read = (bytes: Buffer, by = scene.people.planner, unitId = scene.unit) =>
  by.look(previewPlan, {
    content: bytes.toString('base64'),
    unitId,
    columns: null,
    sheets: null,
    dayOrder: null,
    objective: null,
  })

const plan = [
  'Judul;Tanggal;Jam;Akun;Tujuan;Jenis;Kampanye;Teks;Tautan;Catatan',
  'Pengingat berkas;11/12/2026;09.00;IG;promosi;informasi;Renovasi;Siapkan KTP.;https://contoh.example/a;periksa lagi',
  'Pengingat berkas;11/12/2026;09.00;X;promosi;;;Siapkan KTP sekarang.;;',
  '"=1+1; ""kutip""";12/12/2026;;Layanan Contoh;proteksi;klarifikasi;;"@kabar\ndua baris";;',
  'Mungkin;13/12/2026 (tentatif);19.30;semua;promosi;ucapan;;;;',
  'Bulan depan;11/01/2027;09.00;X;promosi;;;;;',
  'Tanpa tanggal;;;;promosi;;;;;',
].join('\r\n')

test.each(['csv', 'xlsx'] as const)('what goes out as %s comes in again as it was', async (kind) => {
  const first = await read(Buffer.from(plan))
  const given = first.rows.flatMap(({ row }) => (row === null ? [] : [row]))
  expect(given).toHaveLength(5)
  if (kind === 'csv') await scene.people.planner.call(importPlan, { unitId: scene.unit, rows: given })

  const again = await read((await take(kind, december)).rawPayload)
  const bare = (rows: typeof given) =>
    rows
      .filter(({ time }) => time.kind !== 'none' && time.day < '2027-01-01')
      .map(({ line: _line, sheet: _sheet, reference: _reference, ...row }) => ({
        ...row,
        accountIds: [...row.accountIds].sort(),
      }))
  const owned = bare(given).map((row) => ({ ...row, ownerId: row.ownerId ?? scene.people.planner.id }))
  expect(again.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(bare(again.rows.flatMap(({ row }) => (row === null ? [] : [row])))).toEqual(owned)
  expect(again.notes).toEqual([{ code: 'status_not_taken' }])
})

const bringIn = (
  rows: Awaited<ReturnType<typeof read>>['rows'],
  by = scene.people.planner,
  unitId = scene.unit,
) => by.call(importPlan, { unitId, rows: rows.flatMap(({ row }) => (row === null ? [] : [row])) })
const count = () => scene.world.store.db.$count(publications)

describe.each(['csv', 'xlsx'] as const)('a plan that was made by hand and goes out as %s', (kind) => {
  const march = { from: '2027-03-01', to: '2027-03-31' }
  const aPlan = (title: string, accountIds: string[], more: object = {}) =>
    scene.people.planner.call(
      create,
      createInput.parse({
        title,
        objective: 'promote',
        subjectClass: 'information',
        time: { kind: 'exact', day: '2027-03-15', clock: '09:00' },
        accountIds,
        mainText: 'Siapkan KTP.\n=1+1',
        mainLink: 'https://contoh.example/a',
        ...more,
      }),
    )

  test('is known when it comes in unchanged, and nothing of it is doubled', async () => {
    await aPlan(`${kind} biasa`, [scene.accounts.instagram])
    await aPlan(`${kind} tentatif`, [], { time: { kind: 'tentative', day: '2027-03-16', clock: '19:30' } })
    await aPlan(`${kind} pidato`, [scene.accounts.executive])
    const before = await count()
    const { rows } = await read((await take(kind, march)).rawPayload)
    const own = rows.filter(({ title }) => title.startsWith(kind))
    expect(own.map(({ title, earlier }) => [title, earlier?.kind]).sort()).toEqual([
      [`${kind} biasa`, 'same'],
      [`${kind} pidato`, 'same'],
      [`${kind} tentatif`, 'same'],
    ])
    await expect(bringIn(own)).rejects.toMatchObject({ code: 'plan_in_already' })
    expect(await count()).toBe(before)
  })

  test('is as if it named nothing, for who may not see it', async () => {
    const { id } = await aPlan(`${kind} rahasia`, [scene.accounts.executive])
    const outside = scene.people.otherPlanner
    const asFile = (reference: string, title: string) =>
      kind === 'csv'
        ? Buffer.from(`Judul;Tujuan;ID Selaras\n${title};promosi;${reference}`)
        : writeXlsx({
            sheets: [
              {
                name: 'A',
                rows: [
                  ['Judul', 'Tujuan', 'ID Selaras'],
                  [title, 'promosi', reference],
                ],
              },
            ],
          })
    const seen = async (reference: string, by = outside) =>
      (
        await read(
          Buffer.from(await asFile(reference, `${kind} tebakan`)),
          by,
          by === outside ? scene.otherUnit : scene.unit,
        )
      ).rows
    const hidden = await seen(id)
    const unknown = await seen('019b0000-0000-7000-8000-000000000000')
    const withoutReference = (rows: typeof hidden) =>
      rows.map(({ row, ...rest }) => ({ ...rest, row: row && { ...row, reference: null } }))
    expect(hidden[0]?.earlier).toBeNull()
    expect(withoutReference(hidden)).toEqual(withoutReference(unknown))
    expect((await seen(id, scene.people.planner))[0]?.earlier).toEqual({
      kind: 'kept',
      publicationId: id,
      differs: ['title'],
    })
    const before = await count()
    expect(await bringIn(hidden, outside, scene.otherUnit)).toEqual({ count: 1 })
    expect(await count()).toBe(before + 1)
  })
})

test('a public goes out and comes in again, also one that has ended since', async () => {
  const { administrator, planner } = scene.people
  const may = { from: '2027-05-01', to: '2027-05-31' }
  const publicId = (await administrator.call(addPublic, { name: 'Pelaku usaha' })).id
  const { id } = await planner.call(
    create,
    createInput.parse({
      title: 'Bagi pelaku usaha',
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'exact', day: '2027-05-10', clock: '09:00' },
      accountIds: [scene.accounts.x],
      publicId,
    }),
  )
  const files = [await take('csv', may), await take('xlsx', may)].map(({ rawPayload }) => rawPayload)
  for (const file of files) {
    const { rows } = await read(file)
    expect(rows).toMatchObject([
      { row: { public: { id: publicId, name: 'Pelaku usaha' } }, notes: [], earlier: { kind: 'same' } },
    ])
  }
  const other = Buffer.from(String(files[0]).replace('Pelaku usaha', 'Media').replaceAll(id, ''))
  const unknown = await read(other)
  expect(unknown.rows[0]?.notes).toMatchObject([{ code: 'public_unknown', field: 'public', cell: 'Media' }])
  const fresh = Buffer.from(String(files[0]).replace('Bagi pelaku', 'Untuk pelaku').replaceAll(id, ''))
  const { rows } = await read(fresh)
  await bringIn(rows)
  const made = await scene.world.store.db
    .select({ publicId: publications.publicId })
    .from(publications)
    .where(eq(publications.title, 'Untuk pelaku usaha'))
  expect(made).toEqual([{ publicId }])
  await administrator.call(endPublic, { id: publicId })
  for (const file of files) expect((await read(file)).rows).toMatchObject([{ earlier: { kind: 'same' } }])
  const late = rows.map((one) => ({ ...one, row: one.row && { ...one.row, title: 'Terlambat' } }))
  await expect(bringIn(late)).rejects.toMatchObject({ code: 'not_found' })
})

test('a row changed in the file says what differs, and its publication stays as it is', async () => {
  const april = { from: '2027-04-01', to: '2027-04-30' }
  await scene.people.planner.call(
    create,
    createInput.parse({
      title: 'Yang diubah',
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'exact', day: '2027-04-15', clock: '09:00' },
      accountIds: [scene.accounts.instagram],
      mainText: 'Teks lama.',
    }),
  )
  const file = (await take('csv', april)).body
  const earlierOf = async (text: string) => (await read(Buffer.from(text))).rows.map(({ earlier }) => earlier)
  expect(await earlierOf(file)).toMatchObject([{ kind: 'same' }])
  const changed = file.replace('Yang diubah', 'Judul baru').replace('Teks lama.', 'Teks baru.')
  expect(await earlierOf(changed)).toMatchObject([{ kind: 'kept', differs: ['title', 'text'] }])
  expect(await earlierOf(file.replace('2027-04-15', '31 April 2027'))).toMatchObject([
    { kind: 'kept', differs: ['day'] },
  ])
  const { rows } = await read(Buffer.from(changed))
  await expect(bringIn(rows)).rejects.toMatchObject({
    code: 'plan_in_already',
    data: { title: 'Yang diubah' },
  })
})

test('the file is named after agency and period and speaks the reader’s language', async () => {
  const { headers, body } = await take('csv', december)
  expect(headers['content-disposition']).toContain('Rencana%20Kementerian%20Contoh%20Desember%202026.csv')
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(body.split('\r\n')[0]).toBe(
    '\ufeff"Judul";"Tanggal";"Jam (WIB)";"Akun";"Tujuan";"Jenis pesan";"Kampanye";"Khalayak";"Teks";"Tautan";"Status";"Pemilik";"Catatan";"ID Selaras"',
  )
  expect(body).toContain('"Pengingat berkas";"2026-12-11";"09.00";"Instagram @kementeriancontoh";"Promosi"')
  expect(body).toContain('"Draf"')
  const week = await take('xlsx', { from: '2026-12-07', to: '2026-12-13' })
  expect(week.headers['content-disposition']).toContain('2026-12-07%20sampai%202026-12-13.xlsx')
})

test('no cell of the CSV begins a formula', async () => {
  const { body } = await take('csv', december)
  expect(body).toContain('"\'=1+1; ""kutip"""')
  expect(body).toContain('"\'@kabar\ndua baris"')
})

test('the filter narrows the file as it narrows the calendar', async () => {
  const { body } = await take('csv', { ...december, filter: JSON.stringify({ objective: 'protect' }) })
  expect(body.match(/\r\n/g)).toHaveLength(2)
  expect(body).toContain('Klarifikasi')
})

test('an executive account’s unposted plan goes out to its circle only', async () => {
  const before = (await take('csv', december, scene.people.otherPlanner.id)).body
  await scene.people.planner.call(
    create,
    createInput.parse({
      title: 'Pidato Menteri',
      objective: 'promote',
      subjectClass: null,
      time: { kind: 'exact', day: '2026-12-15', clock: '09:00' },
      accountIds: [scene.accounts.executive],
    }),
  )
  expect((await take('csv', december)).body).toContain('Pidato Menteri')
  expect((await take('csv', december, scene.people.otherPlanner.id)).body).toBe(before)
})

test('who is not signed in or has no role gets nothing, and days that are none are refused', async () => {
  const anonymous = await app.inject({ method: 'GET', url: `/api/plan.csv?${new URLSearchParams(december)}` })
  expect([anonymous.statusCode, anonymous.json()]).toEqual([401, { error: 'signed_out' }])
  const roleless = await app.inject({
    method: 'GET',
    url: `/api/plan.csv?${new URLSearchParams(december)}`,
    headers: { 'x-person': scene.people.leader.id },
  })
  expect([roleless.statusCode, roleless.json()]).toEqual([403, { error: 'not_allowed' }])
  const headers = { 'x-person': scene.people.planner.id }
  for (const query of [
    { from: '2026-02-30', to: '2026-12-31' },
    { from: '2026-12-31', to: '2026-12-01' },
    { from: '2020-01-01', to: '2026-12-01' },
    { ...december, filter: 'x' },
    { ...december, filter: '{"objective":"x"}' },
    { ...december, person: scene.people.leader.id },
  ]) {
    const refused = await app.inject({
      method: 'GET',
      url: `/api/plan.csv?${new URLSearchParams(query)}`,
      headers,
    })
    expect([refused.statusCode, refused.json()], JSON.stringify(query)).toEqual([
      400,
      { error: 'bad_request' },
    ])
  }
})
