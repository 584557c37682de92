import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import sharp from 'sharp'
import { accept, addAccount, invite, setUp, signIn } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

test.describe.configure({ mode: 'serial' })

async function choose(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Pilih berkas/ }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

const heading = 'Judul;Tanggal Tayang;Jam;Kanal;Tujuan;Jenis Pesan;Kampanye;Caption'
const good = [
  'Pengingat: siapkan berkas;11 Desember 2026;09.00;IG + X;Promosi;Informasi;Renovasi;Siapkan KTP.',
  'Ide: galeri rumah layak;;;;Promosi;;;',
]
const bad = 'Rapat;30 Februari 2027;25.00;Friendster;viral;reels;;'

test('a plan from a spreadsheet is looked at row by row and comes in whole or not at all', async ({
  openAs,
}) => {
  const admin = await openAs()
  await setUp(admin)
  await addAccount(admin, {
    platform: 'x',
    handle: '@kemencontoh',
    displayName: 'Kementerian Contoh',
  })
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)

  await test.step('who does not plan is told who does', async () => {
    await admin.goto('/import')
    await expect(admin.getByText(/^Impor rencana terbuka bagi perencana/)).toBeVisible()
    await expect(admin.getByRole('button', { name: /^Pilih berkas/ })).toBeHidden()
  })

  await page.goto('/import')

  await test.step('a row that cannot come in holds all of them back and says why', async () => {
    await choose(page, 'rencana.csv', [heading, ...good, bad].join('\r\n'))
    await expect(page.getByText('2 siap masuk, 0 sudah ada, 1 perlu diperbaiki')).toBeVisible()
    await expect(page.getByText('30 Februari 2027 tidak ada. Isi tanggal 1 sampai 28.')).toBeVisible()
    await expect(page.getByText('Akun “Friendster” tidak ada')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Masukkan 2 publikasi' })).toBeDisabled()
  })

  await test.step('too many rows and a file that is no table get a sentence', async () => {
    await choose(page, 'besar.csv', `Judul;Tujuan\n${'Baris;promosi\n'.repeat(50_000)}`)
    await expect(page.getByText('Berkas ini lebih dari 10.000 baris.')).toBeVisible()
    await choose(page, 'buku.csv', 'PK\u0003\u0004')
    await expect(page.getByText('Berkas ini rusak atau bukan tabel.')).toBeVisible()
  })

  await test.step('the corrected plan comes in and stands on the calendar', async () => {
    await choose(page, 'rencana.csv', [heading, ...good].join('\r\n'))
    await page.getByRole('button', { name: 'Masukkan 2 publikasi' }).click()
    await expect(page.getByText('2 publikasi masuk.')).toBeVisible()
    await page.getByRole('link', { name: 'Lihat di kalender' }).click()
    await expect(page.getByText('Pengingat: siapkan berkas').first()).toBeVisible()
  })

  await test.step('a workbook of two sheets comes in, and the same file again brings in nothing', async () => {
    const month = (name: string, title: string) => ({
      name,
      rows: [
        ['Judul', 'Tanggal', 'Kanal', 'Tujuan'],
        [title, 15, 'X', 'Promosi'],
      ],
    })
    const book = await writeXlsx({
      sheets: [month('Januari 2027', 'Awal tahun'), month('Feb 2027', 'Bulan dua')],
    })
    const chooseBook = async () => {
      await page.goto('/import')
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /^Pilih berkas/ }).click(),
      ])
      await chooser.setFiles({
        name: 'rencana.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(book),
      })
    }
    await chooseBook()
    await page.getByRole('checkbox', { name: 'Feb 2027 (2 baris)' }).click()
    await expect(page.getByRole('button', { name: 'Masukkan 1 publikasi' })).toBeEnabled()
    await page.getByRole('checkbox', { name: 'Semua lembar' }).click()
    await page.getByRole('button', { name: 'Masukkan 2 publikasi' }).click()
    await expect(page.getByText('2 publikasi masuk.')).toBeVisible()
    await chooseBook()
    await expect(page.getByText('0 siap masuk, 2 sudah ada')).toBeVisible()
    await expect(page.getByText('Semua baris sudah masuk sebelumnya.')).toBeVisible()
  })

  await test.step('what the calendar shows is downloaded', async () => {
    await page.goto('/calendar?date=2027-01-15')
    await page.getByRole('button', { name: 'Unduh', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Rencana .* Januari 2027\.csv$/)
    expect(await readFile(await download.path(), 'utf8')).toContain('"Awal tahun";"2027-01-15"')
  })
})

test('an image is taken by what it is, moved by buttons, and refused with a sentence', async ({ openAs }) => {
  const page = await openAs()
  await signIn(page, 'sekar@contoh.example')
  await page.goto('/calendar?view=list&date=2026-12-11')
  await page.getByText('Pengingat: siapkan berkas').first().click()
  const open = page.getByRole('link', { name: 'Buka', exact: true })
  if (await open.isVisible()) await open.click()
  const addImages = async (files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Pilih gambar' }).first().click(),
    ])
    await chooser.setFiles(files)
  }
  const picture = (background: string) =>
    sharp({ create: { width: 1080, height: 1080, channels: 3, background } })
      .png()
      .toBuffer()

  await addImages([{ name: 'poster.html', mimeType: 'image/png', buffer: Buffer.from('<h1>Halo</h1>') }])
  await expect(
    page.getByText('poster.html bukan gambar atau video. Pilih JPG, PNG, atau WebP hingga 10 MB'),
  ).toBeVisible()

  await addImages([
    { name: 'satu.png', mimeType: 'image/png', buffer: await picture('#2E338C') },
    { name: 'dua.png', mimeType: 'image/png', buffer: await picture('#704200') },
  ])
  await expect(page.getByText(/^dua\.png, 1\.080 x 1\.080 piksel/)).toBeVisible()
  await page.getByRole('button', { name: 'Naikkan gambar 2' }).click()
  await expect(page.getByText(/piksel/).first()).toHaveText(/^dua\.png/)
  await page.getByRole('button', { name: 'Hapus gambar 2' }).click()
  await expect(page.getByText(/^satu\.png/)).toBeHidden()
})
