import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInput } from '../../../domain/publications/input.ts'
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
const read = (bytes: Buffer) =>
  scene.people.planner.look(previewPlan, {
    content: bytes.toString('base64'),
    unitId: scene.unit,
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
      .map(({ line: _line, sheet: _sheet, ...row }) => ({ ...row, accountIds: [...row.accountIds].sort() }))
  const owned = bare(given).map((row) => ({ ...row, ownerId: row.ownerId ?? scene.people.planner.id }))
  expect(again.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(bare(again.rows.flatMap(({ row }) => (row === null ? [] : [row])))).toEqual(owned)
  expect(again.notes).toEqual([{ code: 'status_not_taken' }])
})

test('the file is named after agency and period and speaks the reader’s language', async () => {
  const { headers, body } = await take('csv', december)
  expect(headers['content-disposition']).toContain('Rencana%20Kementerian%20Contoh%20Desember%202026.csv')
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(body.split('\r\n')[0]).toBe(
    '\ufeff"Judul";"Tanggal";"Jam (WIB)";"Akun";"Tujuan";"Jenis pesan";"Kampanye";"Teks";"Tautan";"Status";"Pemilik";"Catatan"',
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

test('who is not signed in gets nothing, and days that are none are refused', async () => {
  const anonymous = await app.inject({ method: 'GET', url: `/api/plan.csv?${new URLSearchParams(december)}` })
  expect([anonymous.statusCode, anonymous.json()]).toEqual([401, { error: 'signed_out' }])
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
