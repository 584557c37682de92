import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

test('words of a text are commented on, somebody is mentioned, it is resolved, and an earlier text comes back', async ({
  openAs,
  moveClock,
}) => {
  await moveClock('2026-12-09T03:22:00.000Z')
  const admin = await openAs()
  await setUp(admin)
  const join = async (name: string, email: string) => {
    const link = await invite(admin, { name, email, role: 'Perencana' })
    const page = await openAs()
    await accept(page, link)
    return page
  }
  const sekar = await join('Sekar Larasati', 'sekar@contoh.example')
  const dimas = await join('Dimas Pratama', 'dimas@contoh.example')
  const text = (page: typeof sekar) => page.locator('textarea[id$="-text"]').first()

  await sekar.goto('/calendar')
  await expect(sekar.getByRole('button', { name: /Publikasi baru/ }).first()).toBeVisible()
  await sekar.keyboard.press('n')
  await sekar.getByRole('textbox', { name: 'Judul' }).fill('Pengingat: siapkan berkas')
  const account = sekar.getByRole('checkbox', { name: /@kementeriancontoh/ })
  if (!(await account.isChecked())) await account.check()
  await sekar.getByRole('radio', { name: /Informasi/ }).check()
  await sekar.getByRole('textbox', { name: 'Judul' }).press('Enter')
  await sekar.waitForURL(/\/publications\//)
  const address = new URL(sekar.url()).pathname
  await text(sekar).fill('Siapkan KTP dan kartu keluarga.')
  await expect(sekar.getByText(/Tersimpan pukul/)).toBeVisible()

  await test.step('the keyboard selects words, asks about them and mentions somebody', async () => {
    await text(sekar).focus()
    await sekar.keyboard.press('Control+Home')
    for (let step = 0; step < 8; step += 1) await sekar.keyboard.press('ArrowRight')
    for (let step = 0; step < 3; step += 1) await sekar.keyboard.press('Shift+ArrowRight')
    await sekar.getByRole('button', { name: 'Komentari kata ini' }).press('Enter')
    const field = sekar.getByRole('textbox', { name: 'Komentar', exact: true })
    await expect(field).toBeFocused()
    await expect(sekar.getByRole('textbox', { name: 'Kata yang dikomentari' })).toHaveValue('KTP')
    await sekar.keyboard.type('@dim')
    await expect(sekar.getByRole('option', { name: 'Dimas Pratama' })).toBeVisible()
    await sekar.keyboard.press('Enter')
    await sekar.keyboard.type('atau SIM?')
    await expect(field).toHaveValue('@Dimas Pratama atau SIM?')
    // The editor's Ctrl Enter would submit the publication.
    await field.press('Control+Enter')
    await expect(sekar.getByRole('button', { name: 'Ajukan persetujuan' })).toBeVisible()
    await expect(sekar.getByRole('list', { name: 'Komentar terbuka' }).locator('blockquote')).toHaveText(
      'KTP',
    )
    await expect(sekar.getByRole('tab', { name: 'Diskusi' })).toContainText('1')
  })

  await test.step('whoever was mentioned is told, and finds the words in the text', async () => {
    await dimas.goto(address)
    await dimas.getByRole('tab', { name: /Diskusi/ }).click()
    await dimas.getByRole('button', { name: 'Tunjukkan di teks' }).click()
    const selected = await text(dimas).evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    )
    expect(selected).toBe('KTP')
    await dimas.keyboard.type('SIM')
    await expect(dimas.getByText('Kutipan tidak lagi ada.')).toBeVisible()
    await dimas.getByRole('button', { name: 'Tandai selesai' }).click()
    await expect(dimas.getByText('Semua komentar sudah selesai.')).toBeVisible()
    await dimas.getByRole('button', { name: 'Lihat 1 komentar selesai' }).click()
    await expect(dimas.getByText(/Diselesaikan Dimas Pratama/)).toBeVisible()
  })

  await test.step('the text before the change comes back as a new edit', async () => {
    await dimas.getByRole('tab', { name: 'Riwayat' }).click()
    await dimas.getByText('Lihat perubahan').first().click()
    await dimas.getByRole('button', { name: 'Pakai lagi teks sebelum ini' }).first().click()
    await expect(text(dimas)).toHaveValue('Siapkan KTP dan kartu keluarga.')
    await expect(text(sekar)).toHaveValue('Siapkan KTP dan kartu keluarga.')
    await expect(dimas.getByText(/memakai lagi teks utama sebelum/)).toBeVisible()
  })
})
