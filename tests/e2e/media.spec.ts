import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { readFilm } from '../../server/demo/film.ts'
import { aVideo, someCaptions } from '../support/a-video.ts'
import { accept, addAccount, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

const MEGABYTE = 1024 * 1024

/** Plans a publication on every account of the agency and opens it. */
async function planOne(page: Page): Promise<void> {
  const id = await page.evaluate(async () => {
    const ask = async (path: string, options?: RequestInit) => {
      const response = await fetch(`/trpc/publications.${path}`, options)
      return (await response.json()).result.data
    }
    const choices = await ask(`choices?input=${encodeURIComponent(JSON.stringify({ unitId: null }))}`)
    const input = {
      title: 'Cara mendaftar',
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'none' },
      mainText: `Pendaftaran dibuka hari ini. ${'Siapkan empat berkas sebelum berangkat. '.repeat(5)}`,
      accountIds: choices.accounts.map((account: { id: string }) => account.id),
    }
    const created = await ask('create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: crypto.randomUUID(), input }),
    })
    return created.id as string
  })
  await page.goto(`/publications/${id}`)
  await expect(page.getByRole('heading', { name: 'Varian per akun' })).toBeVisible()
}

test('an image and a video come in, the connection breaks and mends, and the post is seen as it will be', async ({
  openAs,
}) => {
  const admin = await openAs()
  await setUp(admin)
  await addAccount(admin, { platform: 'x', handle: '@kementerian_x', displayName: 'Kementerian' })
  const link = await invite(admin, {
    name: 'Sekar Larasati',
    email: 'sekar@contoh.example',
    role: 'Perencana',
  })
  const page = await openAs()
  await accept(page, link)
  await planOne(page)

  const choose = async (
    button: string | RegExp,
    files: { name: string; mimeType: string; buffer: Buffer }[],
  ) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).first().click(),
    ])
    await chooser.setFiles(files)
  }

  await test.step('a small image arrives and is shown small', async () => {
    const buffer = await sharp({ create: { width: 1080, height: 1920, channels: 3, background: '#2E338C' } })
      .jpeg()
      .toBuffer()
    await choose('Pilih gambar atau video', [{ name: 'loket.jpg', mimeType: 'image/jpeg', buffer }])
    await expect(page.getByText(/^loket\.jpg, 1\.080 x 1\.920 piksel/)).toBeVisible()
    await page
      .getByLabel(/^Teks alternatif/)
      .first()
      .fill('Loket pendaftaran di pagi hari.')
    const small = page.getByRole('img', { name: 'Loket pendaftaran di pagi hari.' }).first()
    await expect(small).toHaveJSProperty('naturalHeight', 320)
  })

  await test.step('its focus point is pressed, moved by the arrow keys and typed, and stays after a reload', async () => {
    await page.locator('summary', { hasText: 'Titik fokus' }).click()
    const marker = page.getByRole('slider', { name: 'Titik fokus gambar 1' })
    const picture = page.locator('.sel-focus-picture')
    const area = await picture.boundingBox()
    await picture.click({ position: { x: (area?.width ?? 0) / 2, y: (area?.height ?? 0) / 4 } })
    await expect(marker).toHaveAttribute('aria-valuetext', '50 % dari kiri, 25 % dari atas')
    await expect(marker).toBeFocused()
    await marker.press('Shift+ArrowUp')
    await marker.press('ArrowRight')
    await expect(marker).toHaveAttribute('aria-valuetext', '51 % dari kiri, 15 % dari atas')
    await page.getByLabel('Dari atas, dalam %').fill('10')
    await expect(marker).toHaveAttribute('aria-valuetext', '51 % dari kiri, 10 % dari atas')
    await expect(page.getByText(/^Tersimpan pukul/).first()).toBeVisible()
    await page.reload()
    await expect(page.getByText(', 51 % dari kiri, 10 % dari atas')).toBeVisible()
  })

  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })

  await test.step('a video stops in the middle, waits for the network and goes on from there', async () => {
    const buffer = await aVideo({ widthPx: 1080, heightPx: 1920, seconds: 20, sizeBytes: 9 * MEGABYTE })
    let parts = 0
    await page.route('**/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH' && ++parts === 2) {
        await page.context().setOffline(true)
        await route.abort('internetdisconnected')
      } else await route.continue()
    })
    await choose('Pilih gambar atau video', [{ name: 'rapat.mp4', mimeType: 'video/mp4', buffer }])
    await expect(page.getByText(/^rapat\.mp4: berhenti di 4\d %/).first()).toBeVisible()
    await expect(page.getByRole('progressbar', { name: 'Kemajuan rapat.mp4' })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText(/^rapat\.mp4, 0:20, 1\.080 x 1\.920 piksel/)).toBeVisible()
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
    expect(offsets).toContain(8 * MEGABYTE)
    await page.unroute('**/uploads/*')
  })

  await test.step('without captions it is held, with them it is not', async () => {
    const held = page.getByRole('img', { name: /yang perlu diperbaiki/ })
    await expect(held).toHaveCount(2)
    await choose(/^Pilih takarir/, [
      { name: 'rusak.srt', mimeType: 'application/x-subrip', buffer: Buffer.from('1\n00:00:09 --> x\nHalo') },
    ])
    await expect(
      page.getByText(/rusak\.srt tidak dapat dibaca sebagai takarir\. Baris 2: waktunya/),
    ).toBeVisible()
    await choose(/^Pilih takarir/, [
      { name: 'rapat.vtt', mimeType: 'text/vtt', buffer: Buffer.from(someCaptions) },
    ])
    await expect(page.getByRole('link', { name: 'rapat.vtt' })).toBeVisible()
    await expect(held).toHaveCount(0)
  })

  await test.step('the preview folds the text, cuts the image in words, and marks what differs side by side', async () => {
    await page.getByRole('button', { name: 'Pratinjau semua' }).click()
    const dialog = page.getByRole('dialog', { name: 'Pratinjau semua varian' })
    const folded = dialog.getByRole('button', { name: 'selengkapnya' }).first()
    await expect(folded).toBeVisible()
    await folded.click()
    await expect(dialog.getByRole('button', { name: 'ringkas' })).toBeVisible()
    const onX = dialog.getByRole('article').filter({ hasText: '@kementerian_x' })
    await expect(onX.locator('.sel-arranged-cell')).toHaveCount(2)
    await dialog.getByText('Cara gambar dan video tampil di sana').first().click()
    await expect(dialog.getByText('1: terpotong 25 % tingginya, di bawah saja.').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    await dialog.getByRole('button', { name: 'Tutup' }).click()

    await page
      .getByRole('button', { name: /@kementerian_x/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Tulis teks sendiri' }).click()
    await page.getByLabel(/^Teks untuk @kementerian_x/).fill('Pendaftaran dibuka besok.')
    await page.getByRole('button', { name: 'Bandingkan teks' }).click()
    const sheet = page.getByRole('dialog', { name: 'Teks utama dan teks tiap akun' })
    await expect(sheet.locator('ins', { hasText: 'besok' })).toBeVisible()
    await expect(sheet.getByText('Ikut teks utama.')).toBeVisible()
  })

  await test.step('a frame of a video is taken as its cover, and the preview shows it where the platform does', async () => {
    await addAccount(admin, { platform: 'instagram', handle: '@kementerian_ig', displayName: 'Kementerian' })
    await planOne(page)
    await choose('Pilih gambar atau video', [
      { name: 'lima-langkah.mp4', mimeType: 'video/mp4', buffer: await readFilm() },
    ])
    const cover = page.getByRole('group', { name: 'Sampul untuk video 1' })
    await page.getByLabel('Video 1', { exact: true }).evaluate(async (video: HTMLVideoElement) => {
      const isThere = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
      video.currentTime = 7
      await isThere
    })
    await cover.getByRole('button', { name: 'Ambil gambar yang tampil' }).click()
    const small = cover.getByRole('img', { name: 'Buka ukuran penuh' })
    await expect(small).toBeVisible()
    const colours = await small.evaluate((image: HTMLImageElement) => {
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      return new Set(Array.from(data).filter((_, index) => index % 4 === 0)).size
    })
    expect(colours).toBeGreaterThan(3)
    await expect(page.getByText(/^Tersimpan pukul/).first()).toBeVisible()
    await page.reload()
    await expect(small).toBeVisible()

    await page.getByRole('button', { name: 'Pratinjau semua' }).click()
    const dialog = page.getByRole('dialog', { name: 'Pratinjau semua varian' })
    const posts = dialog.getByRole('article')
    await expect(posts.filter({ hasText: '@kementerian_ig' }).locator('video[poster]')).toHaveAttribute(
      'src',
      /^[^#]*$/,
    )
    await expect(posts.filter({ hasText: '@kementerian_x' }).locator('video[poster]')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Tutup' }).click()
    await cover.getByRole('button', { name: 'Lepas sampul video 1' }).click()
    await expect(small).toHaveCount(0)
  })
})
