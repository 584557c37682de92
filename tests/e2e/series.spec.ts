import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

test('a weekly tip is repeated, changed from one on, and ended', async ({ openAs }) => {
  const admin = await openAs()
  await setUp(admin)
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)
  const part = (place: number, count: number) => page.getByText(`Bagian dari seri (${place} dari ${count})`)

  await test.step('from the new publication to its rule, its days and what they meet', async () => {
    await page.goto('/calendar?date=2027-03-01')
    await page
      .getByRole('button', { name: /^Publikasi baru/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Judul', { exact: true }).fill('Kiat pekanan')
    await dialog.getByText('Informasi', { exact: true }).click()
    await dialog.getByText('Tanggal dan jam', { exact: true }).click()
    await dialog.getByLabel('Tanggal', { exact: true }).fill('1/3/2027')
    await dialog.getByRole('button', { name: 'Buat, lalu ulangi' }).click()
    const repeating = page.getByRole('dialog', { name: 'Ulangi “Kiat pekanan”' })
    await repeating.getByLabel('Tanggal terakhir').fill('29/3/2027')
    await expect(
      repeating.getByText('Setiap Senin pukul 09.00, sampai 29 Maret 2027: 5 publikasi.'),
    ).toBeVisible()
    await expect(repeating.getByRole('listitem')).toHaveCount(5)
    await repeating.getByRole('button', { name: 'Buat 4 publikasi lagi' }).click()
    await expect(repeating).toBeHidden()
    await expect(part(1, 5)).toBeVisible()
  })

  await test.step('the third gets another title, and the later ones with it', async () => {
    await page.getByRole('link', { name: /^Berikutnya dalam seri/ }).click()
    await expect(part(2, 5)).toBeVisible()
    await page.getByRole('link', { name: /^Berikutnya dalam seri/ }).click()
    await expect(part(3, 5)).toBeVisible()
    await page.getByLabel('Judul', { exact: true }).fill('Kiat tentang berkas')
    await expect(page.getByText(/^Tersimpan pukul/)).toBeVisible()
    await page.getByRole('button', { name: 'Samakan yang lain…' }).click()
    const panel = page.getByRole('region', { name: 'Samakan yang lain dengan publikasi ini' })
    await panel.getByLabel(/^Judul/).check()
    await panel.getByRole('button', { name: 'Samakan 2 publikasi' }).click()
    await expect(panel).toBeHidden()
    await page.goto('/calendar?date=2027-03-01')
    await expect(page.getByText('Kiat pekanan', { exact: true })).toHaveCount(2)
    await expect(page.getByText('Kiat tentang berkas', { exact: true })).toHaveCount(3)
  })

  await test.step('the peek says which of the series it is; from the fourth on it ends', async () => {
    const day = page.locator('[role="cell"][data-date="2027-03-22"]')
    await day.getByText('Kiat tentang berkas', { exact: true }).click()
    await expect(part(4, 5)).toBeVisible()
    await page.getByRole('link', { name: /^Buka/ }).first().click()
    await page.getByRole('button', { name: 'Akhiri seri di sini…' }).click()
    await page.getByRole('button', { name: 'Batalkan 1 publikasi' }).click()
    await expect(part(4, 4)).toBeVisible()
    await page.getByRole('button', { name: 'Lepas dari seri' }).click()
    await expect(page.getByText(/^Bagian dari seri/)).toBeHidden()
    await expect(page.getByText('Kiat tentang berkas').first()).toBeVisible()
  })
})
