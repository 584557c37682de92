import { accept, addAccount, invite, setUp, signIn } from './support/acts.ts'
import { expect, phone, test } from './support/browser-test.ts'

test('a publication is kept as a template, and the next one begins from it by keys', async ({ openAs }) => {
  const admin = await openAs()
  await setUp(admin)
  await addAccount(admin, { platform: 'x', handle: '@kemencontoh', displayName: 'Kementerian Contoh' })
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)

  await test.step('without a template the form offers none', async () => {
    await page.goto('/calendar')
    await expect(page.getByRole('button', { name: 'Publikasi baru' }).first()).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'Judul', exact: true })).toBeFocused()
    await expect(page.getByLabel('Dari templat')).toHaveCount(0)
    await page.keyboard.type('Loket daring terganggu')
    await page.getByRole('checkbox', { name: /@kemencontoh/ }).check()
    await page.getByRole('radio', { name: 'Gangguan' }).check()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/publications\/[\w-]{36}/)
  })

  await test.step('its text and its briefing are written', async () => {
    await page.getByRole('textbox', { name: 'Teks utama' }).fill('Loket daring sedang kami perbaiki.')
    await page.getByRole('button', { name: 'Tulis bahan jawaban' }).click()
    await page.getByRole('textbox', { name: 'Ringkasan' }).fill('Loket daring mati sejak pukul 08.00.')
    await page.getByRole('textbox', { name: 'Pesan kunci' }).fill('Data Anda aman.')
    await page.getByRole('button', { name: 'Tanya jawab baru' }).click()
    await page.getByRole('textbox', { name: 'Pertanyaan 1' }).fill('Kapan loket pulih?')
    await page.getByRole('textbox', { name: 'Jawaban 1' }).fill('Hari ini pukul 12.00.')
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Tersimpan pukul/ })
        .first(),
    ).toBeVisible()
    await expect(page.getByText('Versi 1', { exact: true })).toBeVisible()
  })

  await test.step('it is saved as a template from its menu', async () => {
    await page.getByRole('button', { name: 'Tindakan lain' }).click()
    await page.getByRole('menuitem', { name: 'Simpan sebagai templat…' }).click()
    await page.getByRole('textbox', { name: 'Nama templat' }).fill('Pemberitahuan layanan')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Templat “Pemberitahuan layanan” disimpan.')).toBeFocused()
    await page.getByRole('link', { name: 'Kelola templat' }).click()
    await expect(page.getByRole('main').getByText('@kemencontoh')).toBeVisible()
    await expect(
      page.getByText('Ikut dari templat: teks utama, 1 pesan kunci, petunjuk ringkasan, dan 1 pertanyaan.'),
    ).toBeVisible()
  })

  await test.step('it is changed: one more question, and a shorter prompt', async () => {
    await page.getByRole('button', { name: 'Ubah templat Pemberitahuan layanan' }).click()
    await page.getByRole('textbox', { name: 'Petunjuk ringkasan' }).fill('Layanan apa dan sejak kapan.')
    await page.getByLabel('Pertanyaan yang biasa datang').fill('Kapan loket pulih?\nApakah data saya aman?')
    await page.getByRole('button', { name: 'Simpan perubahan' }).click()
    await expect(page.getByText(/dan 2 pertanyaan\.$/)).toBeVisible()
  })

  await test.step('Ctrl K begins one from it: the title and Enter are what is left', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dari templat')
    await expect(page.getByRole('option', { name: /Pemberitahuan layanan/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Judul', exact: true })).toBeFocused()
    await expect(page.getByRole('radio', { name: 'Gangguan' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: /@kemencontoh/ })).toBeChecked()
    await page.keyboard.type('Pusat kontak terganggu')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/publications\/[\w-]{36}/)
    await expect(page.getByRole('textbox', { name: 'Judul', exact: true })).toHaveValue(
      'Pusat kontak terganggu',
    )
    await expect(page.getByRole('textbox', { name: 'Teks utama' })).toHaveValue(
      'Loket daring sedang kami perbaiki.',
    )
  })

  await test.step('its briefing has the messages, and beside them what is still to be written', async () => {
    await expect(page.getByRole('textbox', { name: 'Pesan kunci' })).toHaveValue('Data Anda aman.')
    await expect(page.getByRole('textbox', { name: 'Ringkasan' })).toHaveValue('')
    await expect(page.getByText('Petunjuk dari templat: Layanan apa dan sejak kapan.')).toBeVisible()
    await expect(page.getByText('Dari templat Pemberitahuan layanan, belum dijawab')).toBeVisible()
    await page.getByRole('button', { name: 'Kesampingkan “Kapan loket pulih?”' }).click()
    await expect(page.getByText('Kapan loket pulih?')).toHaveCount(0)
    await page.getByRole('button', { name: 'Tulis jawaban untuk “Apakah data saya aman?”' }).click()
    await expect(page.getByRole('textbox', { name: 'Pertanyaan 1' })).toHaveValue('Apakah data saya aman?')
    await page.getByRole('textbox', { name: 'Jawaban 1' }).fill('Ya.')
    await expect(page.getByText('Dari templat Pemberitahuan layanan, belum dijawab')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Tulis jawabannya' })).toHaveCount(0)
  })

  await test.step('on a phone too, where the list of templates stays within the page', async () => {
    const small = await openAs(phone)
    await signIn(small, 'sekar@contoh.example')
    await small.goto('/calendar?new=1')
    await small.getByRole('combobox', { name: 'Dari templat' }).tap()
    await small.getByRole('option', { name: 'Pemberitahuan layanan' }).tap()
    await expect(small.getByRole('radio', { name: 'Gangguan' })).toBeChecked()
    expect(await small.evaluate(() => window.innerWidth)).toBe(phone.viewport.width)
  })

  await test.step('N offers it too, chosen by arrows; retired, it is offered no more', async () => {
    await page.goto('/calendar')
    await expect(page.getByRole('button', { name: 'Publikasi baru' }).first()).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'Judul', exact: true })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: 'Gangguan' })).toBeChecked()
    await page.keyboard.press('Escape')
    await page.goto('/settings/templates')
    await page.getByRole('button', { name: 'Hentikan templat Pemberitahuan layanan' }).click()
    await expect(page.getByText(/^Belum ada templat/)).toBeVisible()
    await page.getByLabel('Tampilkan juga yang tidak dipakai lagi').check()
    await page.getByRole('button', { name: 'Kembalikan templat Pemberitahuan layanan' }).click()
    await expect(page.getByRole('button', { name: 'Ubah templat Pemberitahuan layanan' })).toBeVisible()
  })
})
