import { accept, invite, setUp } from './support/acts.ts'
import { expect, phone, test } from './support/browser-test.ts'

test('a briefing is written by two, asked about, answered, signed with three keys and read', async ({
  openAs,
  moveClock,
}) => {
  await moveClock('2026-12-09T03:22:00.000Z')
  const admin = await openAs()
  await setUp(admin)
  const join = async (name: string, email: string, role: string, options = {}) => {
    const link = await invite(admin, { name, email, role })
    const page = await openAs(options)
    await accept(page, link)
    return page
  }
  const sekar = await join('Sekar Larasati', 'sekar@contoh.example', 'Perencana')
  const dimas = await join('Dimas Pratama', 'dimas@contoh.example', 'Perencana')
  const yohanes = await join('Yohanes Tefa', 'yohanes@contoh.example', 'Petugas')
  const nur = await join('Nur Aisyah', 'nur@contoh.example', 'Penyelia')

  await test.step('a planner begins a publication that must be aligned', async () => {
    await sekar.goto('/calendar')
    await expect(sekar.getByRole('button', { name: /Publikasi baru/ }).first()).toBeVisible()
    await sekar.keyboard.press('n')
    await expect(sekar.getByRole('textbox', { name: 'Judul' })).toBeFocused()
    await sekar.keyboard.type('Pengingat: siapkan berkas pendaftaran')
    await sekar.keyboard.press('Tab')
    if (!(await sekar.getByRole('checkbox', { name: /@kementeriancontoh/ }).isChecked()))
      await sekar.keyboard.press('Space')
    await sekar.keyboard.press('Tab')
    await sekar.keyboard.press('Space')
    await sekar.keyboard.press('Enter')
    await sekar.waitForURL(/\/publications\//)
    await sekar.getByRole('button', { name: /Ubah waktu tayang/ }).click()
    await sekar.getByRole('textbox', { name: 'Tanggal' }).fill('11/12/2026')
    await sekar.getByRole('textbox', { name: /^Jam/ }).fill('09.00')
    await sekar.keyboard.press('Enter')
    await expect(sekar.getByText(/Dipindahkan ke Jumat 09\.00|Dipindahkan ke Jumat 11/).first()).toBeVisible()
  })
  const address = `${new URL(sekar.url()).pathname}?tab=briefing`

  await test.step('the briefing saves itself, and the other planner sees it come', async () => {
    await expect(sekar.getByText(/Petugas belum punya bahan/)).toBeVisible()
    await sekar.getByRole('button', { name: 'Tulis bahan jawaban' }).click()
    await sekar
      .getByRole('textbox', { name: 'Ringkasan' })
      .fill('Mengingatkan calon pendaftar menyiapkan empat berkas.')
    await sekar
      .getByRole('textbox', { name: 'Pesan kunci' })
      .fill('Siapkan KTP dan kartu keluarga.\nPendaftaran gratis.')
    await sekar.getByRole('textbox', { name: 'Jangan dikatakan' }).fill('Jumlah kuota per kabupaten.')
    await sekar.getByRole('textbox', { name: 'Eskalasi' }).fill('Wayan Suteja, pesawat 214')
    await expect(sekar.getByRole('tabpanel').getByText(/Tersimpan pukul/)).toBeVisible()
    await dimas.goto(address)
    await expect(dimas.getByRole('textbox', { name: 'Ringkasan' })).toHaveValue(
      'Mengingatkan calon pendaftar menyiapkan empat berkas.',
    )
    const saved = sekar.waitForResponse(/briefings\.edit/)
    await sekar
      .getByRole('textbox', { name: 'Ringkasan' })
      .fill('Mengingatkan calon pendaftar menyiapkan tiga berkas.')
    await saved
    await expect(dimas.getByRole('textbox', { name: 'Ringkasan' })).toHaveValue(
      'Mengingatkan calon pendaftar menyiapkan tiga berkas.',
      { timeout: 5000 },
    )
  })

  await test.step('three questions with their answers, one typed by the other planner', async () => {
    const add = async (page: typeof sekar, number: number, question: string, answer: string) => {
      await page.getByRole('button', { name: 'Tanya jawab baru' }).click()
      await page.getByLabel(`Pertanyaan ${number}`, { exact: true }).fill(question)
      const saved = page.waitForResponse(/briefings\.edit/)
      await page.getByLabel(`Jawaban ${number}`, { exact: true }).fill(answer)
      await saved
    }
    await add(sekar, 1, 'Apakah rumah kontrakan bisa didaftarkan?', 'Tidak. Rumah harus milik sendiri.')
    await expect(dimas.getByLabel('Pertanyaan 1', { exact: true })).toHaveValue(/kontrakan/)
    await add(dimas, 2, 'Kalau tidak punya sertifikat?', 'Surat keterangan tanah diterima.')
    await expect(sekar.getByLabel('Jawaban 2', { exact: true })).toHaveValue(/Surat keterangan/)
    await add(sekar, 3, 'Berapa biayanya?', 'Gratis.')
    await expect(dimas.getByLabel('Jawaban 3', { exact: true })).toHaveValue('Gratis.')
  })

  await test.step('two who change one sentence are shown both', async () => {
    let sendOn = () => {}
    const held = new Promise<void>((resolve) => {
      sendOn = resolve
    })
    await dimas.route(/briefings\.edit/, (route) => held.then(() => route.continue()))
    const sent = dimas.waitForRequest(/briefings\.edit/)
    await dimas.getByRole('textbox', { name: 'Eskalasi' }).fill('Wayan Suteja, pesawat 215')
    await sent
    const saved = sekar.waitForResponse(/briefings\.edit/)
    await sekar.getByRole('textbox', { name: 'Eskalasi' }).fill('Tim Program, pesawat 300')
    await saved
    sendOn()
    await expect(dimas.getByText(/Sekar Larasati mengubah bagian yang sama/)).toBeVisible()
    await expect(dimas.getByRole('textbox', { name: 'Eskalasi' })).toHaveValue('Wayan Suteja, pesawat 215')
    await dimas.getByRole('button', { name: 'Pilih punya Anda untuk Eskalasi' }).click()
    await dimas.getByRole('button', { name: 'Simpan pilihan' }).click()
    await expect(sekar.getByRole('textbox', { name: 'Eskalasi' })).toHaveValue('Wayan Suteja, pesawat 215')
  })

  await test.step('the agent finds it under Upcoming and asks at a paragraph with T', async () => {
    await yohanes.goto('/upcoming')
    await yohanes.getByRole('link', { name: /Pengingat: siapkan berkas/ }).click()
    await expect(yohanes.getByText('Belum Anda baca.')).toBeVisible()
    await yohanes.getByText('Siapkan KTP dan kartu keluarga.').hover()
    await yohanes.keyboard.press('t')
    await expect(yohanes.getByText('Tentang: “Siapkan KTP dan kartu keluarga.”')).toBeVisible()
    await yohanes.getByLabel('Pertanyaan Anda untuk perencana').fill('Foto yang agak buram diterima?')
    await yohanes.keyboard.press('Control+Enter')
    await expect(yohanes.getByLabel('Pertanyaan Anda untuk perencana')).toHaveCount(0)
    await expect(yohanes.getByText('Foto yang agak buram diterima?')).toBeVisible()
    await yohanes.keyboard.press('r')
    await expect(yohanes.getByText('Anda sudah membaca versi 1.')).toBeVisible()
  })

  await test.step('while the question is open the lead agent is told why signing waits', async () => {
    await nur.goto('/upcoming')
    const sign = nur.getByRole('button', { name: 'Nyatakan selaras versi 1' })
    await expect(sign).toBeDisabled()
    await expect(nur.getByText(/Masih ada pertanyaan petugas yang terbuka/)).toBeVisible()
  })

  await test.step('the planner turns it into an entry of the next version', async () => {
    await sekar.getByRole('button', { name: 'Jadikan tanya jawab' }).click()
    await sekar.getByLabel('Pertanyaan', { exact: true }).fill('Foto buram diterima?')
    await sekar.getByLabel('Jawaban', { exact: true }).fill('Diterima bila masih terbaca.')
    await sekar.getByRole('button', { name: 'Simpan tanya jawab' }).click()
    await expect(sekar.getByText('Versi 2', { exact: true })).toBeVisible()
  })

  await test.step('the lead agent signs with three keys: arrow, S, Enter', async () => {
    await expect(nur.getByRole('button', { name: 'Nyatakan selaras versi 2' })).toBeEnabled()
    await nur.keyboard.press('ArrowDown')
    await nur.keyboard.press('s')
    await expect(nur.getByRole('button', { name: 'Nyatakan selaras versi 2' })).toBeFocused()
    await nur.keyboard.press('Enter')
    await expect(nur.getByText(/Dinyatakan selaras oleh Nur Aisyah/)).toBeVisible()
    await expect(sekar.getByText(/Dinyatakan selaras oleh Nur Aisyah/)).toBeVisible()
  })

  await test.step('what is new since the agent’s version is marked, and read with R', async () => {
    await expect(yohanes.getByText('1 hal baru sejak versi 1 yang Anda baca.')).toBeVisible()
    await expect(yohanes.getByRole('link', { name: /Pengingat/ }).getByText('1 hal baru')).toBeVisible()
    await yohanes.keyboard.press('r')
    await expect(yohanes.getByText('Anda sudah membaca versi 2.')).toBeVisible()
  })

  await test.step('editing a signed version says what it opens', async () => {
    await expect(sekar.getByText(/Versi 2 sudah ditandatangani Nur Aisyah/)).toBeVisible()
    await expect(sekar.getByRole('textbox', { name: 'Ringkasan' })).toHaveCount(0)
    await sekar.getByRole('button', { name: 'Sunting bahan' }).click()
    await sekar.getByRole('textbox', { name: 'Sumber' }).fill('Siaran pers 7 Desember')
    await expect(sekar.getByText('Versi 3', { exact: true })).toBeVisible()
    await sekar.getByRole('button', { name: 'Beda dengan versi 2' }).click()
    await expect(sekar.locator('.sel-brief-difference ins').first()).toBeVisible()
  })

  await test.step('on the phone the briefing fills the screen with its act in reach', async () => {
    const made = await join('Made Suastika', 'made@contoh.example', 'Petugas', phone)
    await made.goto('/upcoming')
    await made.getByRole('link', { name: /Pengingat/ }).click()
    await expect(made.getByRole('button', { name: 'Sudah saya baca' })).toBeInViewport()
    for (const width of [390, 320]) {
      await made.setViewportSize({ width, height: 844 })
      expect(await made.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
    await made.getByRole('button', { name: 'Sudah saya baca' }).click()
    await expect(made.getByText('Anda sudah membaca versi 3.')).toBeVisible()
    await made.getByRole('link', { name: 'Akan datang' }).first().click()
    await expect(made.getByRole('link', { name: /Pengingat/ })).toBeVisible()
  })
})
