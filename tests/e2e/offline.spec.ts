import type { Page } from '@playwright/test'
import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

const text = 'textarea[id$="-text"]'

/** What the device keeps of what was seen, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('selaras')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('last-seen').objectStore('last-seen').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            const [seen] = asked.result as { state: { queries: unknown[] } }[]
            resolve((seen?.state.queries ?? []).map((query) => JSON.stringify(query)).join('\n') || '[]')
          }
        }
      }),
  )
}

test('without a network the page opens as it was last seen, keeps what is typed and sends it later', async ({
  openAs,
  moveClock,
}) => {
  await moveClock('2026-12-09T03:22:00.000Z')
  const admin = await openAs()
  await setUp(admin)
  const join = async (name: string, email: string, options: Parameters<typeof openAs>[0] = {}) => {
    const link = await invite(admin, { name, email, role: 'Perencana' })
    const page = await openAs(options)
    await accept(page, link)
    return page
  }
  const sekar = await join('Sekar Larasati', 'sekar@contoh.example', { serviceWorkers: 'allow' })
  const dimas = await join('Dimas Pratama', 'dimas@contoh.example')

  await test.step('the page may be installed, and is on the device once it was opened', async () => {
    const manifest = await sekar.request.get('/app.webmanifest')
    expect(await manifest.json()).toMatchObject({ name: 'Selaras', display: 'standalone' })
    await sekar.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await expect
      .poll(() => sekar.evaluate(async () => (await caches.match('/')) !== undefined), { timeout: 20_000 })
      .toBe(true)
  })

  const path = await test.step('two publications are planned and looked at', async () => {
    await dimas.goto('/calendar')
    await expect(dimas.getByRole('button', { name: /Publikasi baru/ }).first()).toBeVisible()
    await dimas.keyboard.press('n')
    await expect(dimas.getByRole('textbox', { name: 'Judul' })).toBeFocused()
    await dimas.keyboard.type('Pengingat: siapkan berkas')
    await dimas.keyboard.press('Tab')
    if (!(await dimas.getByRole('checkbox', { name: /@kementeriancontoh/ }).isChecked()))
      await dimas.keyboard.press('Space')
    await dimas.keyboard.press('Tab')
    await dimas.keyboard.press('Space')
    await dimas.keyboard.press('Enter')
    await dimas.waitForURL(/\/publications\//)
    const path = new URL(dimas.url()).pathname
    await sekar.goto(path)
    await expect(sekar.locator(text).first()).toBeVisible()
    await expect.poll(() => kept(sekar)).toMatch(/"publications","editor"/)
    await sekar.goto('/calendar')
    await expect(sekar.getByText('Pengingat: siapkan berkas').first()).toBeVisible()
    await expect.poll(() => kept(sekar)).toMatch(/Pengingat: siapkan berkas.*"reading","backlog"/)
    return path
  })

  await test.step('without a network the month opens as it was seen, and says so', async () => {
    await sekar.context().setOffline(true)
    await sekar.goto('/calendar')
    await expect(sekar.getByText('Pengingat: siapkan berkas').first()).toBeVisible()
    await expect(sekar.getByText(/Tanpa jaringan\..*Yang tampak adalah keadaan hari ini/)).toBeVisible()
  })

  await test.step('what is typed is kept though the page is closed, and sent once the network is back', async () => {
    await sekar.goto(path)
    await sekar.locator(text).first().fill('Siapkan KTP dan kartu keluarga.')
    await sekar.goto('/calendar')
    await expect(sekar.getByText('Pengingat: siapkan berkas').first()).toBeVisible()
    await sekar.context().setOffline(false)
    await dimas.goto(path)
    await expect(dimas.locator(text).first()).toHaveValue('Siapkan KTP dan kartu keluarga.')
    await expect(sekar.getByText(/^Tanpa jaringan/)).toBeHidden()
  })

  await test.step('a change that met another waits for a choice, as any other', async () => {
    await sekar.context().setOffline(true)
    await sekar.goto(path)
    await sekar.locator(text).first().fill('Siapkan KTP, kartu keluarga, dan foto rumah.')
    await sekar.goto('/calendar')
    await dimas.locator(text).first().fill('Siapkan tiga berkas.')
    await expect(dimas.getByText(/Tersimpan pukul/)).toBeVisible()
    await sekar.context().setOffline(false)
    await expect(sekar.getByText(/menunggu pilihan Anda/)).toBeVisible()
    await sekar.getByRole('link', { name: 'Buka publikasi' }).click()
    await expect(sekar.getByText(/Dimas Pratama mengubah bagian yang sama/)).toBeVisible()
  })

  await test.step('signing out leaves nothing of the plan on the device', async () => {
    await sekar.getByRole('button', { name: /^Menu Sekar/ }).click()
    await sekar.getByRole('button', { name: 'Keluar' }).click()
    await sekar.waitForURL(/\/sign-in/)
    expect(await kept(sekar)).toBe('[]')
  })
})
