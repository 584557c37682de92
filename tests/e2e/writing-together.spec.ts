import { accept, invite, setUp } from './support/acts.ts'
import { expect, phone, test } from './support/browser-test.ts'

const text = 'textarea[id$="-text"]'

test('a message is begun with the keyboard, written by two, submitted, and corrected in review', async ({
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
  await join('Hendra Wicaksono', 'hendra@contoh.example', 'Penyetuju')
  const field = (page: typeof sekar) => page.locator(text).first()

  await test.step('N, title, account, subject class, Enter', async () => {
    await sekar.goto('/calendar')
    await expect(sekar.getByRole('button', { name: /Publikasi baru/ }).first()).toBeVisible()
    await sekar.keyboard.press('n')
    await expect(sekar.getByRole('textbox', { name: 'Judul' })).toBeFocused()
    await sekar.keyboard.type('Pengingat: siapkan berkas')
    await sekar.keyboard.press('Tab')
    if (!(await sekar.getByRole('checkbox', { name: /@kementeriancontoh/ }).isChecked()))
      await sekar.keyboard.press('Space')
    await sekar.keyboard.press('Tab')
    await sekar.keyboard.press('Space')
    await sekar.keyboard.press('Enter')
    await sekar.waitForURL(/\/publications\//)
    await expect(sekar.getByText('Perubahan layanan: bahan jawaban wajib diselaraskan.')).toBeVisible()
  })
  const address = new URL(sekar.url()).pathname

  await test.step('what is typed saves itself, and the other writer sees it', async () => {
    await dimas.goto(address)
    await field(sekar).fill('Siapkan KTP dan kartu keluarga.')
    await expect(field(dimas)).toHaveValue('Siapkan KTP dan kartu keluarga.', { timeout: 5000 })
    await expect(sekar.getByText(/Tersimpan pukul/)).toBeVisible()
  })

  await test.step('Ctrl K finds it by words of its text, and does what the page can do', async () => {
    await dimas.goto('/calendar')
    await expect(dimas.getByRole('button', { name: /Publikasi baru/ }).first()).toBeVisible()
    await dimas.keyboard.press('Control+k')
    await dimas.keyboard.type('keluarga ktp')
    await expect(dimas.getByRole('option', { name: /Pengingat: siapkan berkas/ })).toBeVisible()
    await dimas.keyboard.press('Enter')
    await dimas.waitForURL(address)
    await expect(field(dimas)).toBeVisible()
    await dimas.keyboard.press('Control+k')
    await dimas.keyboard.type('buka berkas')
    await expect(dimas.getByRole('option', { name: 'Buka berkas', exact: true })).toBeVisible()
    await dimas.keyboard.press('Enter')
    await dimas.waitForURL(`${address}/record`)
    await dimas.goto(address)
  })

  await test.step('two who change one sentence are shown both, and nothing is lost', async () => {
    await sekar.context().setOffline(true)
    await field(sekar).fill('Siapkan KTP, kartu keluarga, dan foto rumah.')
    await expect(sekar.getByText('Menunggu jaringan')).toBeVisible({ timeout: 5000 })
    await field(dimas).fill('Siapkan tiga berkas.')
    await expect(dimas.getByText(/Tersimpan pukul/)).toBeVisible()
    await dimas.waitForTimeout(1500)
    await sekar.context().setOffline(false)
    await expect(sekar.getByText(/Dimas Pratama mengubah bagian yang sama/)).toBeVisible()
    await expect(sekar.getByRole('button', { name: 'Simpan pilihan' })).toBeDisabled()
    await sekar.getByRole('button', { name: 'Pilih punya Anda untuk Teks utama' }).click()
    await sekar.getByRole('button', { name: 'Simpan pilihan' }).click()
    await expect(field(dimas)).toHaveValue('Siapkan KTP, kartu keluarga, dan foto rumah.')
  })

  await test.step('what was typed without a network survives a reload', async () => {
    await sekar.context().setOffline(true)
    await sekar.getByRole('textbox', { name: 'Judul' }).fill('Pengingat: siapkan tiga berkas')
    await sekar.waitForTimeout(300)
    await sekar.context().setOffline(false)
    await sekar.reload()
    await expect(sekar.getByRole('textbox', { name: 'Judul' })).toHaveValue('Pengingat: siapkan tiga berkas')
    await expect(dimas.getByRole('textbox', { name: 'Judul' })).toHaveValue('Pengingat: siapkan tiga berkas')
  })

  await test.step('a day that does not exist is refused where it was typed', async () => {
    await sekar.getByRole('button', { name: /Ubah waktu tayang/ }).click()
    await sekar.getByRole('textbox', { name: 'Tanggal' }).fill('30 Februari 2027')
    await sekar.keyboard.press('Enter')
    await expect(sekar.getByText('30 Februari 2027 tidak ada. Isi tanggal 1 sampai 28.')).toBeVisible()
    await sekar.getByRole('textbox', { name: 'Tanggal' }).fill('14/12/2026')
    await sekar.getByRole('textbox', { name: /^Jam/ }).fill('09.00')
    await sekar.keyboard.press('Enter')
    await expect(sekar.getByText(/Dipindahkan ke Senin 14 Desember 09\.00/).first()).toBeVisible()
  })

  await test.step('Ctrl Enter submits, once however often it is pressed, and takes nothing back; editing in review says what it ends, and the save ends it', async () => {
    await sekar.keyboard.press('Control+Enter')
    await sekar.keyboard.press('Control+Enter')
    await expect(sekar.getByRole('button', { name: /Tarik pengajuan/ })).toBeVisible()
    await sekar.keyboard.press('Control+Enter')
    await expect(field(sekar)).toHaveCount(0)
    await sekar.getByRole('button', { name: 'Sunting isi' }).click()
    await field(sekar).fill('Siapkan KTP, kartu keluarga, dan dua foto rumah.')
    await sekar.waitForTimeout(1500)
    await expect(sekar.getByRole('button', { name: /Tarik pengajuan/ })).toBeVisible()
    await sekar.getByRole('button', { name: 'Simpan dan tarik pengajuan' }).click()
    await expect(sekar.getByRole('button', { name: /Ajukan persetujuan/ })).toBeVisible()
    await expect(field(dimas)).toHaveValue('Siapkan KTP, kartu keluarga, dan dua foto rumah.')
  })

  await test.step('the history tells it, with before and after', async () => {
    await sekar.getByRole('tab', { name: 'Riwayat' }).click()
    await expect(sekar.getByText('menarik pengajuan: isinya disunting')).toBeVisible()
    await sekar.getByText('Lihat perubahan').first().click()
    await expect(sekar.locator('.sel-difference ins').first()).toBeVisible()
  })

  await test.step('on the phone it is one column with its next step in reach', async () => {
    const rina = await join('Rina Dewi', 'rina@contoh.example', 'Perencana', phone)
    await rina.goto(address)
    await expect(rina.getByRole('button', { name: /^Kurang/ })).toBeVisible()
    await expect(rina.getByRole('button', { name: 'Ajukan persetujuan' })).toBeInViewport()
    for (const width of [390, 320]) {
      await rina.setViewportSize({ width, height: 844 })
      expect(await rina.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  })
})
