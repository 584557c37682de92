import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accept, invite, setUp } from './support/acts.ts'
import { expect, phone, test } from './support/browser-test.ts'

const STORY = '2026-12-09T03:22:00.000Z'

/** One command of whoever is signed in on the page, as the page itself would send it. */
async function does<Answer>(page: Page, door: string, input: object): Promise<Answer> {
  const response = await page.request.post(`/trpc/${door}`, { data: { key: randomUUID(), input } })
  const body = await response.json()
  if (!response.ok()) throw new Error(`${door}: ${JSON.stringify(body)}`)
  return body.result.data as Answer
}

async function asks<Answer>(page: Page, door: string, input: object): Promise<Answer> {
  const response = await page.request.get(`/trpc/${door}?input=${encodeURIComponent(JSON.stringify(input))}`)
  const body = await response.json()
  if (!response.ok()) throw new Error(`${door}: ${JSON.stringify(body)}`)
  return body.result.data as Answer
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

test('decided on the phone in two taps, on the content seen; handed over, confirmed, on record', async ({
  openAs,
  moveClock,
}) => {
  await moveClock(STORY)
  const admin = await openAs()
  await setUp(admin)
  const join = async (name: string, email: string, role: string, options = {}) => {
    const link = await invite(admin, { name, email, role })
    const page = await openAs(options)
    await accept(page, link)
    return page
  }
  const sekar = await join('Sekar Larasati', 'sekar@contoh.example', 'Perencana')
  const hendra = await join('Hendra Wicaksono', 'hendra@contoh.example', 'Penyetuju', phone)
  const dewi = await join('Dewi Anjani', 'dewi@contoh.example', 'Penyetuju')
  const choices = await asks<{ accounts: { id: string; unitId: string }[] }>(
    sekar,
    'publications.choices',
    {},
  )
  const account = choices.accounts[0]
  const { id: website } = await does<{ id: string }>(admin, 'accounts.add', {
    unitId: account?.unitId,
    platform: 'other',
    handle: 'Papan pengumuman',
    displayName: 'Papan pengumuman',
    kind: 'institutional',
  })
  const { id: facebook } = await does<{ id: string }>(admin, 'accounts.add', {
    unitId: account?.unitId,
    platform: 'facebook',
    handle: 'Kementerian Contoh',
    displayName: 'Kementerian Contoh',
    kind: 'institutional',
  })
  const submitted = async (title: string, clock: string, mainText: string) => {
    const { id } = await does<{ id: string }>(sekar, 'publications.create', {
      title,
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'exact', day: '2026-12-09', clock },
      accountIds: [facebook, website],
      mainText,
    })
    await does(sekar, 'approvals.submit', { publicationId: id })
    return id
  }
  const edited = async (id: string, mainText: string) => {
    const { version } = await asks<{ version: number }>(sekar, 'publications.editor', { publicationId: id })
    await does(sekar, 'publications.edit', { publicationId: id, version, changes: { mainText } })
  }
  const first = await submitted('Siapkan berkas', '16:00', 'Siapkan KTP dan kartu keluarga.')
  const second = await submitted('Jadwal loket', '17:00', 'Loket tutup pukul tiga.')
  const third = await submitted('Undangan rapat', '18:00', 'Rapat terbuka untuk umum.')

  await test.step('two taps: the notification, Setujui; the next request slides in, and it can be revoked', async () => {
    await hendra.goto('/calendar')
    await hendra.getByRole('button', { name: /^Pemberitahuan/ }).tap()
    await hendra
      .getByRole('dialog')
      .getByText(/Siapkan berkas/)
      .first()
      .tap()
    await hendra.waitForURL(`**/approvals/${first}*`)
    await expect(hendra.getByText('Siapkan KTP dan kartu keluarga.')).toBeVisible()
    await expect(hendra.getByText('Hanya kurang keputusan Anda')).toBeVisible()
    await expect(hendra.getByText('Anda memutuskan sebagai Hendra Wicaksono')).toBeVisible()
    expect(await findings(hendra)).toEqual([])
    const approve = hendra.getByRole('button', { name: 'Setujui', exact: true })
    expect((await approve.boundingBox())?.height).toBe(56)
    await approve.tap()
    await hendra.waitForURL(`**/approvals/${second}?done=${first}`)
    await expect(hendra.getByRole('main').getByText(/“Siapkan berkas” Anda setujui/)).toBeVisible()
    await hendra.getByRole('button', { name: 'Cabut persetujuan' }).tap()
    await expect(hendra.getByRole('main').getByText(/“Siapkan berkas” Anda setujui/)).toBeHidden()
    const { steps } = await asks<{ steps: { state: string }[] }>(hendra, 'approvals.request', {
      publicationId: first,
    })
    expect(steps.map((step) => step.state)).toEqual(['open'])
  })

  await test.step('an approval of old content is refused with who changed it, and the change is shown', async () => {
    await hendra.goto(`/approvals/${second}`)
    await expect(hendra.getByText('Loket tutup pukul tiga.')).toBeVisible()
    await hendra.route('**/trpc/**', (route) =>
      route.request().method() === 'GET' ? route.fulfill({ status: 503, body: '' }) : route.continue(),
    )
    await edited(second, 'Loket tutup pukul tiga. Antrean dibuka pukul delapan.')
    await does(sekar, 'approvals.submit', { publicationId: second })
    await hendra.getByRole('button', { name: 'Setujui', exact: true }).tap()
    await expect(hendra.getByText(/Isi ini diubah Sekar Larasati pukul 10\.\d\d/)).toBeVisible()
    await hendra.unroute('**/trpc/**')
    await hendra.reload()
    await expect(hendra.locator('ins')).toHaveText(/Antrean dibuka pukul delapan\./)
    await expect(hendra.getByText(/Satu kalimat baru sejak/)).toBeVisible()
    await hendra.getByRole('link', { name: 'Bandingkan' }).tap()
    await expect(hendra.getByText('Dibandingkan dengan pengajuan', { exact: false })).toBeVisible()
  })

  await test.step('a change while one reads does not move the page: it is told, and shown when asked for', async () => {
    await hendra.goto(`/approvals/${second}`)
    await expect(hendra.getByText('Loket tutup pukul tiga.', { exact: false }).first()).toBeVisible()
    await edited(second, 'Loket tutup pukul empat.')
    await does(sekar, 'approvals.submit', { publicationId: second })
    await expect(hendra.getByText('Isi ini berubah sejak Anda membukanya.')).toBeVisible()
    await expect(hendra.getByText('Loket tutup pukul empat.')).toBeHidden()
    await hendra.getByRole('button', { name: 'Tampilkan isi yang baru' }).tap()
    await expect(hendra.getByText('Isi ini berubah sejak Anda membukanya.')).toBeHidden()
    await expect(hendra.locator('ins').first()).toBeVisible()
  })

  await test.step('asking for changes: three taps with a ready phrase', async () => {
    await hendra.getByRole('button', { name: 'Minta perbaikan' }).tap()
    await hendra.getByRole('button', { name: 'Sebutkan tenggat dan sumbernya.' }).tap()
    await hendra.getByRole('button', { name: 'Kirim permintaan' }).tap()
    await expect(hendra.getByText(/Anda meminta perbaikan/)).toBeVisible()
    await hendra.goBack()
    await hendra.goto(`/approvals/${second}`)
    await expect(hendra.getByRole('button', { name: 'Setujui', exact: true })).toBeHidden()
  })

  await test.step('without a comment nothing is sent, and the sentence says what to write', async () => {
    await hendra.goto(`/approvals/${third}`)
    await hendra.getByRole('button', { name: 'Tolak' }).tap()
    await hendra.getByRole('button', { name: 'Tolak pengajuan' }).tap()
    await expect(hendra.getByText('Tulis apa yang perlu diperbaiki, satu kalimat cukup.')).toBeVisible()
    await hendra.getByRole('button', { name: 'Urung' }).tap()
  })

  await test.step('on the desktop by keyboard alone: arrows, X to mark, A and Enter to approve', async () => {
    await dewi.goto('/approvals')
    await expect(dewi.getByRole('heading', { name: 'Siapkan berkas' })).toBeVisible()
    expect(await findings(dewi)).toEqual([])
    await dewi.keyboard.press('ArrowDown')
    await expect(dewi.getByRole('heading', { name: 'Undangan rapat' })).toBeVisible()
    await dewi.keyboard.press('x')
    await expect(dewi.getByText('1 ditandai')).toBeVisible()
    await dewi.keyboard.press('x')
    await expect(dewi.getByText('1 ditandai')).toBeHidden()
    await dewi.keyboard.press('a')
    await expect(dewi.getByRole('button', { name: 'Setujui', exact: true })).toBeFocused()
    await dewi.keyboard.press('ArrowUp')
    await expect(dewi.getByRole('heading', { name: 'Siapkan berkas' })).toBeVisible()
    await dewi.keyboard.press('a')
    await dewi.keyboard.press('Enter')
    await expect(dewi.getByRole('main').getByText(/“Siapkan berkas” Anda setujui/)).toBeVisible()
  })

  await test.step('at its time the planner copies, posts and confirms each account; one of them did not go out', async () => {
    await sekar.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sekar.goto(`/publications/${first}/handover`)
    await expect(sekar.getByText(/Belum waktunya/)).toBeVisible()
    await moveClock('2026-12-09T09:01:00.000Z')
    await expect(sekar.getByText(/^Diserahkan/).first()).toBeVisible({ timeout: 20_000 })
    const post = sekar.getByRole('region', { name: /Facebook/ })
    await post.getByRole('button', { name: 'Salin teks' }).click()
    expect(await sekar.evaluate(() => navigator.clipboard.readText())).toBe('Siapkan KTP dan kartu keluarga.')
    await post.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(post.getByText(/Tempel tautan kirimannya/)).toBeVisible()
    await post.getByRole('textbox', { name: 'Tautan kiriman' }).fill('javascript:alert(1)')
    await post.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(post.getByText(/Tulis alamat lengkap/)).toBeVisible()
    await post.getByRole('textbox', { name: 'Tautan kiriman' }).fill('https://facebook.example/pos/1')
    await post.getByRole('button', { name: 'Konfirmasi tayang' }).click()
    await expect(post.getByText(/^Tayang/).first()).toBeVisible()
    await expect(sekar.getByText('Sebagian tayang')).toBeVisible()
    const other = sekar.getByRole('region', { name: /Papan pengumuman/ })
    await other.getByRole('button', { name: 'Tidak tayang' }).click()
    await other.getByRole('textbox', { name: 'Alasan tidak tayang' }).fill('Papan rusak.')
    await other.getByRole('button', { name: 'Catat tidak tayang' }).click()
    await expect(other.getByText('Papan rusak.')).toBeVisible()
    expect(await findings(sekar)).toEqual([])
  })

  await test.step('the record names everybody, on which content; it is withdrawn with a reason', async () => {
    await sekar.getByRole('button', { name: 'Tarik tayangan' }).click()
    await sekar.getByRole('textbox', { name: 'Alasan menarik' }).fill('Angka keliru.')
    await sekar.getByRole('button', { name: 'Catat ditarik' }).click()
    await expect(sekar.getByText('Angka keliru.')).toBeVisible()
    await sekar.goto(`/publications/${first}/record`)
    for (const words of [
      'Mengajukan persetujuan',
      'Menyetujui langkah 1',
      'Mencabut persetujuan langkah 1',
    ]) {
      await expect(sekar.getByText(words).first()).toBeVisible()
    }
    await expect(sekar.getByText('Kiriman: https://facebook.example/pos/1')).toBeVisible()
    await expect(sekar.getByText(/pada sidik isi [0-9a-f]{12}/).first()).toBeVisible()
    expect(await findings(sekar)).toEqual([])
  })
})
