import type { Page } from '@playwright/test'
import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

/** Plans a publication as the person of this page, through the door that the dialog uses. */
async function plan(page: Page, title: string, objective: 'promote' | 'protect'): Promise<void> {
  const answer = await page.evaluate(
    async (input) => {
      const response = await fetch('/trpc/publications.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: crypto.randomUUID(), input }),
      })
      return response.status
    },
    {
      title,
      objective,
      subjectClass: null,
      time: { kind: 'exact', day: '2026-12-11', clock: '09:00' },
      accountIds: [],
    },
  )
  expect(answer).toBe(200)
}

test('a view is saved, opened by its address, read by another calendar, and closed to it again', async ({
  openAs,
  server,
}) => {
  const admin = await openAs()
  await setUp(admin)
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)
  await page.goto('/calendar?date=2026-12-11')
  await plan(page, 'Luruskan kabar pungutan', 'protect')
  await plan(page, 'Siapkan berkas', 'promote')
  const filters = page.getByRole('region', { name: 'Saringan' })

  await test.step('what is shown is kept under a name', async () => {
    await page.goto('/calendar?view=list&date=2026-12-11&objective=protect')
    await expect(page.getByRole('link', { name: 'Luruskan kabar pungutan' })).toBeVisible()
    await filters.getByRole('button', { name: 'Tampilan', exact: true }).click()
    await expect(page.getByText('Belum ada. Saring kalender, lalu simpan di sini.')).toBeVisible()
    await page.getByRole('button', { name: 'Simpan tampilan ini…' }).click()
    await page.getByLabel('Nama tampilan').fill('Proteksi unit')
    await page.getByRole('combobox', { name: 'Disimpan untuk' }).click()
    await page.getByRole('option', { name: 'Semua di Biro Komunikasi' }).click()
    await page.getByRole('button', { name: 'Simpan tampilan', exact: true }).click()
    await expect(filters.getByRole('button', { name: 'Tampilan: Proteksi unit' })).toBeVisible()
    await expect(page).toHaveURL(/\/calendar\?saved=[\w-]{36}&date=2026-12-11$/)
  })

  await test.step('its address opens it in another tab, with its filter and as a list', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await expect(other.getByRole('link', { name: 'Luruskan kabar pungutan' })).toBeVisible()
    await expect(other.getByText('Siapkan berkas')).toHaveCount(0)
    await other.getByRole('button', { name: 'Hapus saringan' }).click()
    await expect(other.getByRole('link', { name: 'Siapkan berkas' })).toBeVisible()
    await expect(other.getByRole('button', { name: 'Tampilan', exact: true })).toBeVisible()
    await other.close()
  })

  let feed = ''
  await test.step('another calendar reads it, by an address that is shown once', async () => {
    await filters.getByRole('button', { name: 'Tampilan: Proteksi unit' }).click()
    await page.getByRole('button', { name: 'Langganan di kalender lain…' }).click()
    await page.getByRole('button', { name: 'Buat alamat langganan' }).click()
    feed = await page.getByRole('textbox', { name: 'Alamat langganan' }).inputValue()
    expect(new URL(feed).origin).toBe(server.url)
    const answer = await fetch(feed)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('X-WR-CALNAME:Proteksi unit (Kementerian Contoh)')
    expect(text).toContain('SUMMARY:Luruskan kabar pungutan · Proteksi\\, Ide')
    expect(text).not.toContain('Siapkan berkas')
    await page.getByRole('button', { name: 'Selesai' }).click()
  })

  await test.step("it is revoked where one keeps one's own", async () => {
    await page.goto('/me')
    const row = page.getByRole('listitem').filter({ hasText: 'Proteksi unit' })
    await expect(row.getByText(/Terakhir dibaca/)).toBeVisible()
    await row.getByRole('button', { name: 'Cabut langganan Proteksi unit' }).click()
    await expect(page.getByText('Belum ada langganan.')).toBeVisible()
    expect((await fetch(feed)).status).toBe(404)
  })

  await test.step('a view that is removed comes back by undo', async () => {
    await page.goto('/calendar')
    await filters.getByRole('button', { name: 'Tampilan', exact: true }).click()
    await page.getByRole('link', { name: /^Proteksi unit/ }).click()
    await filters.getByRole('button', { name: 'Tampilan: Proteksi unit' }).click()
    await page.getByRole('button', { name: 'Hapus “Proteksi unit”' }).click()
    await expect(filters.getByRole('button', { name: 'Tampilan', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await filters.getByRole('button', { name: 'Tampilan', exact: true }).click()
    await expect(page.getByRole('link', { name: /^Proteksi unit/ })).toBeVisible()
  })

  await test.step('a file of another calendar lies over the month, and is left out again', async () => {
    await page.goto('/calendar?date=2026-12-11')
    await filters.getByRole('button', { name: 'Kalender lain' }).click()
    await page.getByRole('button', { name: 'Tambah kalender lain…' }).click()
    await page.getByText('Berkas .ics', { exact: true }).click()
    await chooseFile(page, 'bukan.ics', 'Tanggal;Acara')
    await page.getByRole('button', { name: 'Tambahkan berkas' }).click()
    await expect(page.getByText(/^bukan\.ics bukan berkas iCalendar/)).toBeVisible()
    await chooseFile(page, 'agenda.ics', agenda, 'bukan.ics')
    await page.getByLabel('Nama kalender').fill('Agenda kantor')
    await page.getByRole('button', { name: 'Tambahkan berkas' }).click()
    await expect(page.getByText(/^Berkas, diunggah .*: 1 acara\./)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Rapat kerja nasional')).toBeVisible()
    await filters.getByRole('button', { name: 'Kalender lain' }).click()
    await page.getByRole('checkbox', { name: 'Agenda kantor' }).uncheck()
    await expect(page.getByText('Rapat kerja nasional')).toHaveCount(0)
    await expect(page).toHaveURL(/without=[\w-]{36}/)
  })
})

const agenda = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:Rapat kerja nasional',
  'DTSTART;VALUE=DATE:20261211',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

async function chooseFile(
  page: Page,
  name: string,
  text: string,
  shown = 'Pilih berkas .ics',
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: shown, exact: true }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) })
}
