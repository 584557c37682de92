import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accept, addAccount, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

async function does<Answer>(page: Page, door: string, input: object): Promise<Answer> {
  const response = await page.request.post(`/trpc/${door}`, { data: { key: randomUUID(), input } })
  const body = await response.json()
  if (!response.ok()) throw new Error(`${door}: ${JSON.stringify(body)}`)
  return body.result.data as Answer
}

async function openLimits(page: Page) {
  await page.goto('/settings/accounts')
  await page.getByRole('button', { name: 'Ubah @kanalcontoh' }).click()
  const limits = page.getByRole('region', { name: 'Batas @kanalcontoh' })
  await expect(limits.getByLabel('Panjang teks', { exact: true })).toBeVisible()
  return limits
}

test('an administrator changes a limit, sees first what it holds, and readiness follows', async ({
  openAs,
}) => {
  const admin = await openAs()
  await setUp(admin)
  await addAccount(admin, { platform: 'telegram', handle: '@kanalcontoh', displayName: 'Kanal Contoh' })
  const sekar = await openAs()
  await accept(
    sekar,
    await invite(admin, { name: 'Sekar Larasati', email: 'sekar@contoh.example', role: 'Perencana' }),
  )
  const choices = await sekar.request.get(`/trpc/publications.choices?input=${encodeURIComponent('{}')}`)
  const { accounts } = (await choices.json()).result.data as { accounts: { id: string; handle: string }[] }
  const account = accounts.find(({ handle }) => handle === '@kanalcontoh')
  const { id } = await does<{ id: string }>(sekar, 'publications.create', {
    title: 'Pendaftaran dibuka',
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'none' },
    accountIds: [account?.id],
    mainText: 'Sobat Contoh, pendaftaran dibuka. #bantuan-rumah',
  })

  await test.step('each limit names the platform’s figure, its source and its day', async () => {
    const limits = await openLimits(admin)
    await expect(limits.getByText('Platform: 4.096')).toBeVisible()
    await expect(limits.getByText('Platform: 1.024')).toBeVisible()
    await expect(
      limits.getByText(/^Sumber: Telegram, "config".*Dilihat 25 November 2026\.$/).first(),
    ).toBeVisible()
    await expect(limits.getByText('Platform: tidak disebutkan').first()).toBeVisible()
    expect((await new AxeBuilder({ page: admin }).analyze()).violations).toEqual([])
  })

  await test.step('the preview says which plan would be held, before anything is saved', async () => {
    const limits = await openLimits(admin)
    await limits.getByLabel('Panjang teks', { exact: true }).fill('20')
    await expect(limits.getByRole('heading', { name: '1 publikasi akan tertahan' })).toBeVisible()
    await expect(limits.getByRole('link', { name: 'Pendaftaran dibuka' })).toBeVisible()
    await expect(limits.getByText(/Kanal Telegram menghitung 48 dari 20/)).toBeVisible()
    await limits.getByRole('button', { name: 'Simpan batas' }).click()
    await expect(limits.getByText('Isi bagian ini.')).toBeVisible()
    await expect(limits.getByLabel('Panjang teks', { exact: true })).toHaveValue('20')
    await limits.getByLabel('Alasan').fill('Pesan singkat saja di kanal ini')
    await limits.getByRole('button', { name: 'Simpan batas' }).click()
    await expect(limits.getByText(/oleh .*: Pesan singkat saja di kanal ini/)).toBeVisible()
  })

  await test.step('a video has limits too, and a shape is read only when it is one', async () => {
    const limits = await openLimits(admin)
    const videos = limits.getByRole('group', { name: 'Video', exact: true })
    await videos.getByLabel('Video terlebar, lebar banding tinggi').fill('tegak')
    await videos.getByLabel('Video terpanjang, dalam detik').fill('60')
    await limits.getByLabel('Alasan').fill('Layar di loket tegak')
    await limits.getByRole('button', { name: 'Simpan batas' }).click()
    await expect(videos.getByText('Tulis lebar banding tinggi, misalnya 9:16.')).toBeVisible()
    await videos.getByLabel('Video terlebar, lebar banding tinggi').fill('9:16')
    await limits.getByRole('button', { name: 'Simpan batas' }).click()
    await expect(videos.getByText(/oleh .*: Layar di loket tegak/)).toHaveCount(2)
    await admin.reload()
    await openLimits(admin)
    await expect(videos.getByLabel('Video terlebar, lebar banding tinggi')).toHaveValue('9:16')
  })

  await test.step('the writer sees it held, the tag as Telegram reads it, and both counted', async () => {
    await sekar.goto(`/publications/${id}`)
    await sekar.getByRole('button', { name: /@kanalcontoh/ }).click()
    await expect(sekar.getByText(/Kanal Telegram menghitung 48 dari 20/)).toBeVisible()
    await expect(sekar.getByText(/Tulis #bantuan-rumah tanpa tanda baca/)).toBeVisible()
    await expect(sekar.getByText('1 tagar', { exact: true })).toBeVisible()
  })

  await test.step('following the platform again frees it; the phone does the same', async () => {
    await admin.setViewportSize({ width: 390, height: 844 })
    const limits = await openLimits(admin)
    await limits.getByLabel('Panjang teks', { exact: true }).fill('')
    await expect(limits.getByRole('heading', { name: /^1 publikasi tidak lagi tertahan/ })).toBeVisible()
    await limits.getByLabel('Alasan').fill('Kembali seperti biasa')
    await limits.getByRole('button', { name: 'Simpan batas' }).click()
    await expect(limits.getByRole('button', { name: 'Simpan batas' })).toBeHidden()
    await sekar.reload()
    await sekar.getByRole('button', { name: /@kanalcontoh/ }).click()
    await expect(sekar.getByText(/Tulis #bantuan-rumah tanpa tanda baca/)).toBeVisible()
    await expect(sekar.getByText(/Kanal Telegram menghitung 48 dari 20/)).toBeHidden()
  })
})
