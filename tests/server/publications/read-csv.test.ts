import { expect, test } from 'vitest'
import { readCsv } from '../../../server/publications/read-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array) => readCsv(typeof text === 'string' ? bytesOf(text) : text, 2001)

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('a plan parted by %s is read as such', (delimiter, sign) => {
  const text = [
    ['Judul', 'Tanggal', 'Teks'],
    ['Satu', '11 Desember 2026', '"Halo, kawan; apa kabar?"'],
  ]
    .map((row) => row.join(sign))
    .join('\r\n')
  expect(read(text)).toMatchObject({
    delimiter,
    encoding: 'utf-8',
    lines: [{ line: 1 }, { line: 2, cells: ['Satu', '11 Desember 2026', 'Halo, kawan; apa kabar?'] }],
  })
})

test('a byte-order mark is no part of the first heading', () => {
  expect(read('\ufeffJudul;Tanggal\nSatu;2026-12-11')).toMatchObject({
    lines: [{ cells: ['Judul', 'Tanggal'] }, {}],
  })
})

test('Windows-1252 and UTF-16 are read as what they are', () => {
  const latin = Uint8Array.from(
    [...'Judul;Teks\nCaf'].map((sign) => sign.charCodeAt(0)).concat(0xe9, 0x3b, 0x93, 0x94),
  )
  expect(read(latin)).toMatchObject({ encoding: 'windows-1252', lines: [{}, { cells: ['Café', '“”'] }] })
  const wide = Buffer.from('\ufeffJudul;Teks\nCafé;“”', 'utf16le')
  expect(read(wide)).toMatchObject({ encoding: 'utf-16', lines: [{}, { cells: ['Café', '“”'] }] })
})

test('a first line that names its own sign is heeded and counted', () => {
  expect(read('sep=;\nJudul;Teks\nSatu;Dua')).toMatchObject({
    delimiter: 'semicolon',
    lines: [
      { line: 2, cells: ['Judul', 'Teks'] },
      { line: 3, cells: ['Satu', 'Dua'] },
    ],
  })
})

test('a text over several lines is one cell, and the next row keeps its own line', () => {
  expect(read('Judul,Teks\nSatu,"a\nb\nc"\n\n,\nDua,d')).toMatchObject({
    lines: [{ line: 1 }, { line: 2, cells: ['Satu', 'a\nb\nc'] }, { line: 7, cells: ['Dua', 'd'] }],
  })
})

test('a workbook under the name of a CSV, bytes that are no text and a quote that never closes are named', () => {
  expect(read(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0]))).toEqual({ problem: 'unreadable', line: 0 })
  expect(read(new Uint8Array(4000))).toEqual({ problem: 'unreadable', line: 0 })
  expect(read(`Judul,Teks\n"Satu,${'x'.repeat(2000)}\n`)).toMatchObject({ problem: 'unreadable' })
})

test('50,000 rows are refused quickly', () => {
  const rows = Array.from({ length: 50_000 }, (_, number) => `Judul ${number},2026-12-11`).join('\n')
  const begun = performance.now()
  expect(read(`Judul,Tanggal\n${rows}`)).toEqual({ problem: 'too_many_rows' })
  expect(performance.now() - begun).toBeLessThan(1000)
})

test('rows of nothing but delimiters, as spreadsheets leave them, do not count', () => {
  expect(read(`Judul,Tanggal\nSatu,2026-12-11\n${',\n'.repeat(5000)}`)).toMatchObject({
    lines: [{}, { cells: ['Satu', '2026-12-11'] }],
  })
})
