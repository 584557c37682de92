import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedRows, publications } from '../../../db/schema/publications.ts'
import { previewPlan } from '../../../server/publications/preview-plan.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aWorkbook, aZip } from '../../support/zip.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const preview = (bytes: Uint8Array) =>
  scene.people.planner.look(previewPlan, {
    content: Buffer.from(bytes).toString('base64'),
    unitId: scene.unit,
    columns: null,
    sheets: null,
    dayOrder: null,
    objective: null,
  })

const text = (value: string) => new TextEncoder().encode(value)
const good = () =>
  writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['Judul', 'Tujuan'],
          ['Satu', 'promosi'],
        ],
      },
    ],
  })
const cell = '<x:c t="str"><x:v>promosi</x:v></x:c>'
const heading = '<x:row><x:c t="str"><x:v>Judul</x:v></x:c><x:c t="str"><x:v>Tujuan</x:v></x:c></x:row>'

/** Each is refused with the code that has a sentence in both languages. */
const badFiles: [name: string, code: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  [
    'a web page under the name of a workbook',
    'plan_web_page',
    () => text('<html><table><tr><td>Judul</td></tr></table></html>'),
  ],
  [
    'a workbook as Excel kept it before 2007',
    'plan_old_format',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...text('Workbook')]),
  ],
  [
    'a workbook under a password',
    'plan_encrypted',
    () =>
      writeXlsx({
        sheets: [{ name: 'A', rows: [['Judul']] }],
        encryption: { password: 'rahasia', spinCount: 1000 },
      }),
  ],
  ['a workbook cut off in the middle', 'plan_unreadable', async () => (await good()).slice(0, 900)],
  [
    'another kind of ZIP',
    'plan_unreadable',
    () => aZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
  ],
  ['a ZIP without a directory', 'plan_unreadable', () => Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  [
    'a part that says it unpacks to four gigabytes',
    'plan_too_heavy',
    () => aWorkbook(`${heading}<x:row>${cell}</x:row>`, { said: 4_000_000_000 }),
  ],
  [
    'a part that unpacks to more than it says',
    'plan_unreadable',
    () => aWorkbook(`${heading}<x:row>${cell}</x:row>`.padEnd(20_000_000, ' '), { said: 1000 }),
  ],
  [
    'a part that does not say what it unpacks to',
    'plan_unreadable',
    () => aWorkbook(`${heading}<x:row>${cell}</x:row>`, { said: 0 }),
  ],
  [
    'a text of 60 million characters in one cell',
    'plan_too_heavy',
    () => aWorkbook(`${heading}<x:row><x:c t="str"><x:v>${'x'.repeat(60_000_000)}</x:v></x:c></x:row>`),
  ],
  [
    'a cell in the last row and column',
    'plan_far_cell',
    () => aWorkbook(`${heading}<x:row r="1048576"><x:c r="XFD1048576" t="str"><x:v>x</x:v></x:c></x:row>`),
  ],
  [
    'a cell far to the right',
    'plan_far_cell',
    () => aWorkbook(`${heading}<x:row r="2"><x:c r="ZZ2"><x:v>1</x:v></x:c></x:row>`),
  ],
  ['a million rows of CSV', 'plan_too_many_lines', () => text(`Judul\n${'a\n'.repeat(1_000_000)}`)],
  [
    'eight hundred thousand rows of a workbook',
    'plan_too_many_lines',
    () => aWorkbook(heading + '<x:row><x:c><x:v>1</x:v></x:c></x:row>'.repeat(800_000)),
  ],
  [
    'a million rows of a workbook',
    'plan_too_heavy',
    () => aWorkbook(heading + '<x:row><x:c><x:v>1</x:v></x:c></x:row>'.repeat(1_000_000)),
  ],
  ['a workbook of nothing', 'plan_empty', () => aWorkbook('')],
]

test.each(badFiles)('%s is refused as %s and leaves nothing behind', async (_name, code, bytes) => {
  await expect(preview(await bytes())).rejects.toMatchObject({ code })
  const { db } = scene.world.store
  expect(await db.select().from(publications)).toEqual([])
  expect(await db.select().from(importedRows)).toEqual([])
})

test('the cell far outside is named as spreadsheets name it', async () => {
  const far = aWorkbook(`${heading}<x:row r="1048576"><x:c r="XFD1048576" t="str"><x:v>x</x:v></x:c></x:row>`)
  await expect(preview(far)).rejects.toMatchObject({
    data: { cell: 'XFD1048576', rows: 10_000, columns: 50 },
  })
})
