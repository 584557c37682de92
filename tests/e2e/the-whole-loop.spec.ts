import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { accept, addAccount, invite, pick, setUp } from './support/acts.ts'
import { expect, phone, test } from './support/browser-test.ts'

const STORY = '2026-12-01T02:00:00.000Z'

test('one week of an agency, from the empty house to the answered caller', async ({ openAs, moveClock }) => {
  test.setTimeout(900_000)
  await moveClock(STORY)
  const admin = await openAs()

  await test.step('the administrator sets the agency up and invites its people by link', async () => {
    await setUp(admin)
  })

  const people = [
    { key: 'planner', name: 'Sekar Larasati', email: 'sekar@contoh.example', role: 'Perencana' },
    { key: 'agent', name: 'Yohanes Tefa', email: 'yohanes@contoh.example', role: 'Petugas' },
    { key: 'lead', name: 'Nur Aisyah', email: 'nur@contoh.example', role: 'Penyelia' },
    { key: 'head', name: 'Hendra Wicaksono', email: 'hendra@contoh.example', role: 'Penyetuju' },
    { key: 'delegate', name: 'Agus Salim', email: 'agus@contoh.example', role: 'Penyetuju' },
    { key: 'office', name: 'Lestari Ginting', email: 'lestari@contoh.example', role: 'Sekretariat pimpinan' },
    { key: 'reader', name: 'Maria Simbolon', email: 'maria@contoh.example', role: 'Pembaca' },
  ] as const
  const pages = {} as Record<(typeof people)[number]['key'], Page>
  for (const person of people) {
    await test.step(`${person.name} accepts the invitation as ${person.role}`, async () => {
      const link = await invite(admin, person)
      const page = await openAs(person.key === 'delegate' ? phone : {})
      await accept(page, link)
      pages[person.key] = page
    })
  }

  await test.step('the unit gets its communications lead, the leader an account of her own', async () => {
    await admin.goto('/settings/units')
    await admin.getByRole('button', { name: 'Ubah Biro Komunikasi' }).click()
    await pick(admin, 'Kepala komunikasi', 'Hendra Wicaksono')
    await admin.getByRole('button', { name: 'Simpan unit' }).click()
    await expect(admin.getByText(/Kepala komunikasi: Hendra Wicaksono/)).toBeVisible()

    await admin.goto('/settings/accounts')
    await admin.getByRole('button', { name: 'Tambah akun' }).click()
    await admin.getByLabel('Platform', { exact: true }).selectOption('x')
    await admin.getByText('Akun pimpinan', { exact: true }).click()
    await admin.getByLabel('Nama akun').fill('@mentericontoh')
    await admin.getByLabel('Nama tampilan').fill('Ratna Kusumawardhani')
    await pick(admin, /^Pejabat/, 'Pejabat yang belum terdaftar')
    await admin.getByLabel('Nama pejabat').fill('Ratna Kusumawardhani')
    await admin.getByLabel('Jabatan').fill('Menteri')
    await admin.getByRole('button', { name: 'Tambahkan akun' }).click()
    await expect(admin.getByText('@mentericontoh').first()).toBeVisible()
  })

  await test.step('the private office enters the delegation of the leader', async () => {
    const { office } = pages
    await office.goto('/duty')
    await office.getByRole('button', { name: 'Limpahkan wewenang' }).click()
    await pick(office, 'Pimpinan', /Ratna Kusumawardhani/)
    await pick(office, 'Dilimpahkan kepada', /Agus Salim/)
    await office.getByLabel('Mulai', { exact: true }).fill('2026-12-01')
    await office.getByLabel('Mulai, jam').fill('08:00')
    await office.getByLabel('Sampai', { exact: true }).fill('2026-12-31')
    await office.getByLabel('Sampai, jam').fill('17:00')
    await office.getByLabel('Nomor surat').fill('B-112/SETPIM/2026')
    await office.getByRole('button', { name: 'Catat pelimpahan' }).click()
    await expect(office.getByText('Agus Salim untuk Ratna Kusumawardhani')).toBeVisible()
  })

  const { planner, agent, lead, head, delegate, reader } = pages

  await test.step('the planner brings in a plan kept as CSV, each row judged before', async () => {
    await planner.goto('/import')
    await planner.locator('input[type=file]').setInputFiles({
      name: 'rencana-desember.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(PLAN),
    })
    await planner.getByRole('button', { name: 'Masukkan 4 publikasi' }).click()
    await expect(planner.getByText('4 publikasi masuk.')).toBeVisible()
    await planner.goto('/calendar?date=2026-12-01')
  })

  await test.step('one item is dragged to another day, one is moved with the keyboard', async () => {
    const reminder = planner.getByRole('button', { name: /^Promosi\. Pengingat siapkan berkas/ })
    await drag(planner, reminder, planner.getByRole('cell', { name: /^Kamis 10 Desember/ }))
    await expect(
      planner.getByRole('button', { name: /Pengingat siapkan berkas\. Kamis 10 Desember 09\.00/ }),
    ).toBeVisible()

    await planner.getByRole('button', { name: /^Promosi\. Pendaftaran gelombang II/ }).focus()
    await planner.keyboard.press('m')
    const bar = planner.getByRole('region', { name: /^Pindahkan Pendaftaran gelombang II/ })
    await expect(bar.getByText('Senin 14 Desember, 08.00, di luar jeda')).toBeVisible()
    await planner.keyboard.press('ArrowRight')
    await expect(bar.getByText('Selasa 15 Desember, 08.00, di luar jeda')).toBeVisible()
    await planner.keyboard.press('Enter')
    const moved = planner.getByRole('button', {
      name: /Pendaftaran gelombang II dibuka\. Selasa 15 Desember 08\.00/,
    })
    await expect(moved).toBeVisible()
    await moved.click()
    await planner
      .getByRole('link', { name: /^Buka/ })
      .or(planner.getByRole('button', { name: /^Buka/ }))
      .first()
      .click()
    await planner.waitForURL(/publications\//)
  })
  const path = new URL(planner.url()).pathname

  await test.step("two accounts, X's count while typing, the missing alternative text", async () => {
    await planner.getByRole('button', { name: 'Tambah akun' }).click()
    await planner.getByRole('menuitem', { name: /@mentericontoh/ }).click()
    const variant = planner.getByRole('button', { name: /^X @mentericontoh/ })
    if ((await variant.getAttribute('aria-expanded')) !== 'true') await variant.click()
    await planner.getByRole('button', { name: 'Tulis teks sendiri' }).first().click()
    const text = planner.getByRole('textbox', { name: /Teks untuk @mentericontoh/ })
    await text.fill('Pendaftaran Bantuan Renovasi Rumah gelombang II dibuka hari ini. '.repeat(5))
    await expect(planner.getByText('Hapus 45 karakter. X menghitung 325 dari 280.')).toBeVisible()
    await text.fill('Pendaftaran Bantuan Renovasi Rumah dibuka hari ini. Gratis, tanpa perantara.')
    await planner
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'poster.png',
        mimeType: 'image/png',
        buffer: await poster(),
      })
    await expect(planner.getByText(/Tulis teks alternatif gambar 1/).first()).toBeVisible()
    await planner
      .getByRole('textbox', { name: /Teks alternatif/ })
      .fill('Gambar rumah dengan tulisan Siapkan 4 berkas.')
    await expect(planner.getByText('Kurang 2 sebelum tayang')).toBeVisible()
  })

  await test.step('the briefing is written, and shows in a second browser within a second', async () => {
    await planner.getByRole('button', { name: 'Tulis bahan jawaban' }).click()
    await planner
      .getByRole('textbox', { name: 'Ringkasan' })
      .fill('Pendaftaran dibuka 15 Desember, daring dan gratis.')
    await planner
      .getByRole('textbox', { name: 'Pesan kunci' })
      .fill('Siapkan KTP dan kartu keluarga.\nPendaftaran gratis.')
    await planner.getByRole('textbox', { name: 'Jangan dikatakan' }).fill('Jumlah kuota per kabupaten.')
    for (const [index, [question, answer]] of ENTRIES.entries()) {
      await planner.getByRole('button', { name: 'Tanya jawab baru' }).click()
      await planner.getByRole('textbox', { name: `Pertanyaan ${index + 1}`, exact: true }).fill(question)
      await planner.getByRole('textbox', { name: `Jawaban ${index + 1}`, exact: true }).fill(answer)
      await expect(planner.getByText('Disimpan begitu pertanyaan dan jawabannya terisi.')).toHaveCount(0)
    }
  })

  await test.step('the agent finds it under Upcoming, reads it and asks', async () => {
    await agent.goto('/upcoming')
    await agent.getByRole('link', { name: /Pendaftaran gelombang II dibuka/ }).click()
    await expect(agent.getByText('Jumlah kuota per kabupaten.')).toBeVisible()
    await agent
      .getByRole('button', { name: /^Tanyakan(?! tentang)/ })
      .last()
      .click()
    await agent
      .getByRole('textbox', { name: 'Pertanyaan Anda untuk perencana' })
      .fill('Apakah foto rumah yang buram tetap diterima?')
    await agent.getByRole('button', { name: 'Kirim pertanyaan' }).click()
    await expect(agent.getByText('Apakah foto rumah yang buram tetap diterima?').first()).toBeVisible()
  })

  await test.step('the question shows in the open editor by itself; the planner turns it into an entry', async () => {
    const questions = planner.getByRole('region', { name: 'Pertanyaan petugas' })
    await expect(questions.getByText('Apakah foto rumah yang buram tetap diterima?')).toBeVisible()
    await questions.getByRole('button', { name: 'Jadikan tanya jawab' }).click()
    await questions
      .getByRole('textbox', { name: 'Jawaban' })
      .fill('Ya, selama bagian yang rusak masih terlihat.')
    await questions.getByRole('button', { name: 'Simpan tanya jawab' }).click()
  })

  await test.step('the lead agent signs that version, and the editor says what is left', async () => {
    await lead.goto('/upcoming')
    await lead.getByRole('link', { name: /Pendaftaran gelombang II dibuka/ }).click()
    await lead.getByRole('button', { name: 'Nyatakan selaras versi 2' }).click()
    await expect(lead.getByText(/Dinyatakan selaras oleh Nur Aisyah/)).toBeVisible()
    await expect(planner.getByText('Kurang 1 sebelum tayang')).toBeVisible()
  })

  await test.step('the planner submits; the communications lead approves on the content seen', async () => {
    await planner.goto(path)
    await planner.getByRole('button', { name: 'Ajukan persetujuan' }).click()
    await expect(planner.getByRole('button', { name: 'Tarik pengajuan' })).toBeVisible()
    await approve(head)
  })

  await test.step('the delegate approves on a phone in two taps, seeing what each account posts', async () => {
    await delegate.goto('/calendar')
    await delegate.getByRole('button', { name: /^Pemberitahuan, 1 menunggu Anda/ }).click()
    await delegate.getByRole('link', { name: /Satu publikasi akun pimpinan menunggu keputusan Anda/ }).tap()
    await expect(delegate.getByText('Anda memutuskan atas nama Ratna Kusumawardhani')).toBeVisible()
    await expect(delegate.getByText('Sobat Contoh, pendaftaran sudah dibuka.')).toBeVisible()
    await delegate.getByRole('button', { name: 'Setujui' }).tap()
    await expect(delegate.getByText('Tidak ada penghalang')).toBeVisible()
  })

  await test.step('for the reader and the administrator it does not exist', async () => {
    for (const outsider of [reader, admin]) {
      await outsider.goto('/calendar?date=2026-12-15')
      await expect(outsider.getByRole('button', { name: /Waspada calo/ })).toBeVisible()
      await expect(outsider.getByText('Pendaftaran gelombang II')).toHaveCount(0)
      for (const address of [
        path,
        `${path}/record`,
        `${path}/handover`,
        path.replace('publications', 'approvals'),
      ]) {
        await outsider.goto(address)
        await expect(
          outsider.getByText('Halaman ini tidak ada atau tidak terbuka untuk Anda').first(),
        ).toBeVisible()
      }
    }
  })

  await test.step('one corrected word ends the approval; the difference is shown and approved again', async () => {
    await planner.goto(path)
    await expect(
      planner.getByText(/Menyunting menarik pengajuan ini\. .*Hendra Wicaksono.* diberi tahu/),
    ).toBeVisible()
    await planner.getByRole('button', { name: 'Sunting isi' }).click()
    await planner.getByRole('textbox', { name: 'Teks utama' }).fill('Sobat Contoh, pendaftaran resmi dibuka.')
    await planner.getByRole('button', { name: 'Simpan dan tarik pengajuan' }).click()
    await planner.getByRole('button', { name: 'Ajukan persetujuan' }).click()
    await expect(planner.getByRole('button', { name: 'Tarik pengajuan' })).toBeVisible()

    await head.goto('/approvals')
    await head
      .getByRole('link', { name: /Pendaftaran gelombang II dibuka/ })
      .first()
      .click()
    await expect(head.getByRole('insertion')).toHaveText(/resmi/)
    await approve(head)
    await delegate.goto(path.replace('publications', 'approvals'))
    await delegate.getByRole('button', { name: 'Setujui' }).tap()
    await expect(delegate.getByText('Tidak ada penghalang')).toBeVisible()
  })

  await test.step('at its time it is handed over; what is still blocked stays, and says why and who', async () => {
    await moveClock('2026-12-15T00:59:55.000Z')
    await planner.goto(`${path}/handover`)
    const instagram = planner.getByRole('region', { name: 'Instagram @kementeriancontoh' })
    const x = planner.getByRole('region', { name: 'X @mentericontoh' })
    await expect(instagram.getByRole('button', { name: 'Salin teks', exact: true })).toBeVisible({
      timeout: 40_000,
    })
    await instagram.getByRole('textbox', { name: 'Tautan kiriman' }).fill('https://instagram.example/p/1')
    await instagram.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(planner.getByText('Sebagian tayang')).toBeVisible()
    await x.getByRole('textbox', { name: 'Tautan kiriman' }).fill('https://x.example/status/1')
    await x.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(planner.getByText('Semua varian sudah dikonfirmasi.')).toBeVisible()

    await planner.goto('/calendar?date=2026-12-10')
    await planner.getByRole('button', { name: /Pengingat siapkan berkas/ }).click()
    await expect(planner.getByText(/Kurang \d sebelum tayang/).first()).toBeVisible()
    await expect(planner.getByText('Belum diajukan').first()).toBeVisible()
  })

  await test.step('a caller asks: three words, copied and counted by keys; the unknown one is logged with one', async () => {
    await agent.goto('/desk')
    const field = agent.getByRole('combobox', { name: 'Apa yang ditanyakan penelepon' })
    await field.fill('pendaftaran dipungut biaya')
    await expect(
      agent.getByText('Tidak. Pendaftaran gratis, daring maupun di kantor desa.').first(),
    ).toBeVisible()
    await expect(agent.getByText(/^\d jawaban\.$/).first()).toBeVisible()
    await agent.keyboard.press('Enter')
    await expect(field).not.toBeFocused()
    await agent.keyboard.press('Enter')
    await expect(agent.getByText('Jawaban disalin.').first()).toBeVisible()
    await agent.keyboard.press('h')
    await expect(agent.getByText('Dicatat. Ditanyakan 1 kali hari ini.').first()).toBeVisible()
    await field.fill('bolehkah diwakilkan tetangga')
    await agent.keyboard.press('Control+Enter')
    await expect(agent.getByText(/Pertanyaan dicatat/).first()).toBeVisible()
    await planner.goto('/questions')
    await expect(planner.getByText('bolehkah diwakilkan tetangga').first()).toBeVisible()
  })

  await test.step('the counts rise: readings take the issue to the top level, with the reason in words', async () => {
    await agent.goto('/issues?new=1')
    await agent.getByLabel('Apa yang dibicarakan').fill('Pungutan Rp50.000 saat pendaftaran bantuan')
    await agent.getByLabel('Isi', { exact: true }).fill('Video warga menunjukkan petugas meminta uang.')
    await agent.getByLabel('Konteks').fill('Pendaftaran dibuka hari ini.')
    await agent.getByLabel('Perhatian publik').fill('Warga takut diminta bayar.')
    await agent.getByRole('dialog').getByRole('button', { name: 'Catat isu' }).click()
    await agent.getByRole('button', { name: 'Tambah pembacaan' }).click()
    await agent.getByLabel('Jangkauan (orang)', { exact: true }).fill('250.000')
    await agent.getByLabel('Pertanyaan ke meja jawab', { exact: true }).fill('48')
    await agent.getByLabel('Pertanyaan pada hari biasa').fill('10')
    await agent.getByText('Nasional', { exact: true }).click()
    await agent.getByRole('button', { name: 'Simpan pembacaan' }).click()
    await expect(agent.getByText(/karena perhatian publik 70, ambang 60/).first()).toBeVisible()
    await expect(agent.getByText('Belum dapat ditutup sebelum tanggapan lengkap tayang.')).toBeVisible()
    await expect(planner.getByText('Isu tingkat 3').first()).toBeVisible()
  })
  const issue = new URL(agent.url()).pathname

  await test.step('a full protect response goes the whole way and lets the issue close', async () => {
    await addAccount(admin, { platform: 'x', handle: '@kemencontoh', displayName: 'Kementerian Contoh' })

    await planner.goto(issue)
    await expect(planner.getByRole('button', { name: 'Tutup isu' })).toBeDisabled()
    await planner.getByRole('button', { name: 'Buat tanggapan' }).click()
    const dialog = planner.getByRole('dialog')
    await dialog.getByText('Tanggapan lengkap', { exact: true }).click()
    await dialog.getByLabel('Judul').fill('Pendaftaran tidak dipungut biaya')
    await dialog.getByLabel(/@kemencontoh/).check()
    await dialog.getByRole('button', { name: 'Buat draf tanggapan' }).click()
    await planner.waitForURL(/publications\//)
    const answer = new URL(planner.url()).pathname
    await planner
      .getByRole('textbox', { name: 'Teks utama' })
      .fill('Pendaftaran Bantuan Renovasi Rumah tidak dipungut biaya.')
    await planner.getByRole('button', { name: /Ubah waktu tayang/ }).click()
    await dialog.getByRole('textbox', { name: 'Tanggal' }).fill('30/2/2027')
    await dialog.getByRole('textbox', { name: /^Jam/ }).fill('09.00')
    await dialog.getByRole('button', { name: 'Pindahkan', exact: true }).click()
    await expect(dialog.getByText('30 Februari 2027 tidak ada. Isi tanggal 1 sampai 28.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Tanggal' }).fill('15/12/2026')
    await dialog.getByRole('button', { name: 'Pindahkan', exact: true }).click()
    await expect(dialog).toBeHidden()
    await planner.getByRole('button', { name: 'Tulis bahan jawaban' }).click()
    await planner.getByRole('textbox', { name: 'Ringkasan' }).fill('Tidak ada biaya apa pun.')
    await expect(planner.getByText('Menunggu tanda tangan penyelia Nur Aisyah.').first()).toBeVisible()
    await lead.goto(answer)
    await lead.getByRole('button', { name: 'Nyatakan selaras versi 1' }).click()
    await expect(lead.getByText(/Dinyatakan selaras oleh Nur Aisyah/)).toBeVisible()
    await planner.getByRole('button', { name: 'Ajukan persetujuan' }).click()
    await expect(planner.getByRole('button', { name: 'Tarik pengajuan' })).toBeVisible()
    await head.goto(answer.replace('publications', 'approvals'))
    await approve(head)

    await moveClock('2026-12-15T01:59:55.000Z')
    await planner.goto(`${answer}/handover`)
    await expect(planner.getByRole('button', { name: 'Salin teks', exact: true })).toBeVisible({
      timeout: 40_000,
    })
    await planner.getByRole('textbox', { name: 'Tautan kiriman' }).fill('https://x.example/status/2')
    await planner.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(planner.getByText('Semua varian sudah dikonfirmasi.')).toBeVisible()
    await planner.goto(issue)
    await planner.getByRole('button', { name: 'Tutup isu' }).click()
    await dialog.getByLabel('Mengapa isu ini ditutup').fill('Sudah dijawab lengkap.')
    await dialog.getByRole('button', { name: 'Tutup isu' }).click()
    await expect(planner.getByText(/Sudah dijawab lengkap\./).first()).toBeVisible()
  })

  await test.step('an answer past its day is shown as expired and cannot be copied', async () => {
    await planner.goto('/library?new=1')
    await planner.getByRole('textbox', { name: 'Pertanyaan', exact: true }).fill('Berapa biaya survei rumah?')
    await planner
      .getByRole('textbox', { name: 'Jawaban', exact: true })
      .fill('Survei rumah gratis sampai pertengahan bulan.')
    await pick(planner, 'Pemverifikasi', /Nur Aisyah/)
    await planner.getByRole('textbox', { name: 'Berlaku sampai' }).fill('2026-12-16')
    await planner.getByRole('button', { name: 'Tulis tanya jawab' }).click()
    await planner.waitForURL(/library\/./)
    await lead.goto(new URL(planner.url()).pathname)
    await lead.getByRole('button', { name: 'Pastikan jawaban ini benar' }).click()
    await expect(lead.getByText('Belum pernah diverifikasi.')).toHaveCount(0)
    await moveClock('2026-12-18T02:00:00.000Z')
    await agent.goto('/desk')
    await agent.getByRole('combobox', { name: 'Apa yang ditanyakan penelepon' }).fill('biaya survei rumah')
    await expect(
      agent.getByRole('option', { name: /Berapa biaya survei rumah\?.*Kedaluwarsa/ }),
    ).toBeVisible()
    await agent.getByRole('option', { name: /Berapa biaya survei rumah\?/ }).click()
    await expect(agent.getByRole('heading', { name: 'Berapa biaya survei rumah?' })).toBeVisible()
    await expect(agent.getByRole('button', { name: /^Salin untuk/ })).toHaveCount(0)
  })

  await test.step('the file says who did what, on which content, when and on whose behalf', async () => {
    await planner.goto(`${path}/record`)
    const file = planner.locator('main')
    for (const line of [
      /Sekar Larasati.*Memulai publikasi/,
      /Yohanes Tefa.*Bertanya: Apakah foto rumah yang buram/,
      /Nur Aisyah.*Menyatakan selaras/,
      /Hendra Wicaksono.*Menyetujui langkah 1/,
      /Agus Salim atas nama Ratna Kusumawardhani[\s\S]*B-112\/SETPIM\/2026/,
      /Pengajuan berakhir: isi disunting/,
      /Menyerahkan untuk ditayangkan/,
      /@mentericontoh tayang/,
    ]) {
      await expect(file.getByRole('row').filter({ hasText: line }).first()).toBeVisible()
    }
  })
})

const PLAN = [
  'Judul;Tanggal;Jam;Akun;Tujuan;Jenis pesan;Teks',
  'Pendaftaran gelombang II dibuka;14 Desember 2026;08.00;@kementeriancontoh;promosi;perubahan layanan;Sobat Contoh, pendaftaran sudah dibuka.',
  'Pengingat siapkan berkas;11/12/2026;09.00;@kementeriancontoh;promosi;informasi;Siapkan empat berkas.',
  'Waspada calo;15 Des 2026;16.00;@kementeriancontoh;proteksi;klarifikasi;Pendaftaran gratis.',
  'Kisah penerima;;;@kementeriancontoh;promosi;informasi;',
].join('\r\n')

const ENTRIES = [
  ['Apakah pendaftaran dipungut biaya?', 'Tidak. Pendaftaran gratis, daring maupun di kantor desa.'],
  ['Apakah rumah kontrakan bisa didaftarkan?', 'Tidak. Rumah harus milik sendiri dan ditempati.'],
  ['Kalau tidak punya sertifikat, pakai apa?', 'Surat keterangan tanah dari desa diterima.'],
] as const

function poster(): Promise<Buffer> {
  return sharp({ create: { width: 1080, height: 1080, channels: 3, background: '#f0dcb4' } })
    .png()
    .toBuffer()
}

/** Approves the request that waits for the person: opens the only one where none is open. */
async function approve(page: Page): Promise<void> {
  if (!page.url().includes('/approvals/')) {
    await page.goto('/approvals')
    await page
      .getByRole('link', { name: /Pendaftaran/ })
      .first()
      .click()
  }
  await page.getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByText(/Anda memutuskan/)).toHaveCount(0)
}

/** By mouse, from its grip to the middle of the target, as a hand does it. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox()
  const end = await to.boundingBox()
  if (start === null || end === null) throw new Error('nothing to drag, or nowhere to')
  await page.mouse.move(start.x + start.width / 2, start.y + 12)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 - 20, start.y + 14, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 })
  await page.mouse.up()
}
