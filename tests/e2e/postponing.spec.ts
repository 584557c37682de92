import type { Page } from '@playwright/test'
import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

/** Plans a publication on the person's one account, through the door that the dialog uses. */
async function plan(page: Page, title: string, clock: string, day: string, event: string | null) {
  const status = await page.evaluate(
    async ({ input }) => {
      const asked = encodeURIComponent(JSON.stringify({ unitId: null }))
      const choices = await (await fetch(`/trpc/publications.choices?input=${asked}`)).json()
      const accountIds = [choices.result.data.accounts[0].id]
      const response = await fetch('/trpc/publications.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: crypto.randomUUID(), input: { ...input, accountIds } }),
      })
      return response.status
    },
    {
      input: {
        title,
        objective: 'promote',
        subjectClass: 'information',
        time: { kind: 'exact', day, clock },
        agendaEventId: event,
      },
    },
  )
  expect(status).toBe(200)
}

test('postponing an event shows what moves and what that breaks, then moves it', async ({ openAs }) => {
  const admin = await openAs()
  await setUp(admin)
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)

  await test.step('an event is written down from the calendar', async () => {
    await page.goto('/calendar?date=2026-12-14')
    await page
      .getByRole('button', { name: /^Publikasi baru/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Buat kegiatan' }).click()
    await dialog.getByLabel('Nama', { exact: true }).fill('Kunjungan kerja ke Bantul')
    await dialog.getByLabel('Tanggal', { exact: true }).fill('14/12/2026')
    await dialog.getByLabel(/^Jam \(/).fill('10.00')
    await dialog.getByRole('button', { name: 'Buat kegiatan' }).click()
    await expect(page.getByRole('heading', { name: 'Kunjungan kerja ke Bantul' })).toBeVisible()
    await expect(page.getByText('Belum ada publikasi yang bergantung pada kegiatan ini.')).toBeVisible()
  })

  const event = page.url().split('/').at(-1) ?? ''
  await plan(page, 'Pengumuman kunjungan', '09:00', '2026-12-14', event)
  await plan(page, 'Tetangga yang tetap', '09:10', '2026-12-16', null)
  await page.reload()
  await expect(page.getByRole('link', { name: /Pengumuman kunjungan/ })).toBeVisible()

  await test.step('what would follow stands there before anything moves', async () => {
    await page.getByRole('button', { name: 'Undur', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tanggal', { exact: true }).fill('16/12/2026')
    await dialog.getByRole('button', { name: 'Lihat akibatnya' }).click()
    const effects = dialog.getByRole('listitem')
    await expect(effects).toHaveCount(1)
    await expect(effects).toContainText('Pengumuman kunjungan')
    await expect(effects).toContainText('Berdekatan dengan tayangan lain di akun yang sama')
    await dialog.getByRole('button', { name: 'Undur kegiatan dan publikasinya' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('the event and what hangs on it stand on their new day, the neighbour where it was', async () => {
    await expect(page.getByText(/16 Desember.*10\.00/).first()).toBeVisible()
    await page.goto('/calendar?date=2026-12-16')
    const day = page.locator('[role="cell"][data-date="2026-12-16"]')
    await expect(day.locator('.cal-agenda')).toContainText('Kunjungan kerja ke Bantul')
    await expect(day.getByText('Pengumuman kunjungan', { exact: true })).toBeVisible()
    await expect(day.getByText('Tetangga yang tetap', { exact: true })).toBeVisible()
    await day.locator('.cal-agenda').click()
    await expect(page).toHaveURL(new RegExp(`/agenda/${event}$`))
  })
})
