import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accept, invite, setUp } from './support/acts.ts'
import { expect, test } from './support/browser-test.ts'

/** What a person of this page does through a door, without its page. */
async function call(page: Page, door: string, input: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ({ door, input }) => {
      const response = await fetch(`/trpc/${door}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: crypto.randomUUID(), input }),
      })
      const answer = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer.result.data
    },
    { door, input },
  )
}

const plan = (page: Page, title: string, day: string, clock = '09:00') =>
  call(page, 'publications.create', {
    title,
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'exact', day, clock },
    accountIds: [],
  })

const chip = (page: Page, title: string) => page.locator('.cal-event', { hasText: title })
const dayOf = (page: Page, title: string) =>
  chip(page, title).evaluate((element) => element.closest('[data-date]')?.getAttribute('data-date'))

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

test('several at once, from the keyboard and with the mouse: all or nothing, with what could not and why', async ({
  openAs,
}) => {
  const admin = await openAs()
  await setUp(admin)
  const planner = { name: 'Sekar Larasati', email: 'sekar@contoh.example', role: 'Perencana' }
  const second = { name: 'Dimas Pratama', email: 'dimas@contoh.example', role: 'Perencana' }
  const [link, secondLink] = [await invite(admin, planner), await invite(admin, second)]
  const page = await openAs()
  await accept(page, link)
  const dimas = await openAs()
  await accept(dimas, secondLink)
  await page.goto('/calendar?date=2026-12-15')
  const made = await plan(page, 'Pertama', '2026-12-15')
  await plan(page, 'Kedua', '2026-12-16')
  await plan(page, 'Ketiga', '2026-12-31')
  await expect(chip(page, 'Ketiga')).toBeVisible()
  const bar = page.getByRole('region', { name: /ditandai/ })

  await test.step('marked with X, moved a day later by M, an arrow and Enter, and taken back', async () => {
    await chip(page, 'Pertama').focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('x')
    await chip(page, 'Ketiga').focus()
    await page.keyboard.press('x')
    await expect(page.getByRole('region', { name: '3 ditandai' })).toBeVisible()
    await page.keyboard.press('m')
    await expect(page.getByRole('region', { name: /^Pindahkan 3 publikasi/ })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 publikasi dipindahkan, 1 hari kemudian.').first()).toBeVisible()
    await expect.poll(() => dayOf(page, 'Pertama')).toBe('2026-12-16')
    await expect.poll(() => dayOf(page, 'Ketiga')).toBe('2027-01-01')
    await page.keyboard.press('Control+z')
    await expect.poll(() => dayOf(page, 'Ketiga')).toBe('2026-12-31')
    await expect.poll(() => dayOf(page, 'Pertama')).toBe('2026-12-15')
  })

  await test.step('marked with Ctrl and a press, given another owner without the mouse', async () => {
    await chip(page, 'Pertama').click({ modifiers: ['ControlOrMeta'] })
    await chip(page, 'Kedua').click({ modifiers: ['ControlOrMeta'] })
    await expect(page.getByRole('region', { name: '2 ditandai' })).toBeVisible()
    await axe(page)
    await page.keyboard.press('u')
    await expect(bar.getByRole('button', { name: 'Pindahkan' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(bar.getByLabel('Pemilik baru untuk 2 publikasi')).toBeFocused()
    await page.keyboard.type('Dimas')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option')).toHaveCount(0)
    await axe(page)
    await bar.getByRole('button', { name: 'Ubah pemilik' }).press('Enter')
    await expect(bar.getByText('Pemilik 2 publikasi diubah.')).toBeVisible()
  })

  await test.step('what somebody cancelled meanwhile is named, and nothing is changed', async () => {
    await call(dimas, 'publications.cancel', { publicationId: made.id })
    await expect(chip(page, 'Pertama')).toHaveCount(0)
    await bar.getByRole('button', { name: 'Batalkan', exact: true }).click()
    await bar.getByRole('button', { name: 'Batalkan 2 publikasi' }).click()
    await expect(bar.getByText('Tidak ada yang diubah. 1 tidak dapat:')).toBeVisible()
    await expect(bar.getByText('Pertama sudah diserahkan, tayang, atau dibatalkan.')).toBeVisible()
    await axe(page)
    await expect(chip(page, 'Kedua')).toBeVisible()
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'Lepas semua tanda' }).click()
    await expect(bar).toHaveCount(0)
  })

  await test.step('cancelling is asked first, and takes them off the calendar', async () => {
    await chip(page, 'Kedua').click({ modifiers: ['ControlOrMeta'] })
    await bar.getByRole('button', { name: 'Batalkan', exact: true }).click()
    await bar.getByRole('button', { name: 'Batalkan 1 publikasi' }).click()
    await expect(bar.getByText('1 publikasi dibatalkan.')).toBeVisible()
    await expect(chip(page, 'Kedua')).toHaveCount(0)
  })
  await test.step('a move that meets another one is refused: the chip is back on its day, with who was first', async () => {
    await bar.getByRole('button', { name: 'Tutup' }).click()
    const fourth = await plan(page, 'Keempat', '2026-12-15')
    await expect(chip(page, 'Keempat')).toBeVisible()
    // The person's own move waits on its way, so that the other's, made after it, comes first.
    let letMove = () => {}
    const mayMove = new Promise<void>((resolve) => {
      letMove = resolve
    })
    await page.route(/publications\.move/, (route) => mayMove.then(() => route.continue()))
    await chip(page, 'Keempat').focus()
    await page.keyboard.press('m')
    await expect(page.getByRole('region', { name: /^Pindahkan Keempat/ })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    const refused = page.waitForResponse(/publications\.move/)
    await page.keyboard.press('Enter')
    await expect.poll(() => dayOf(page, 'Keempat')).toBe('2026-12-16')
    await call(dimas, 'publications.move', {
      publicationId: fourth.id,
      timeVersion: 1,
      time: { kind: 'exact', day: '2026-12-15', clock: '10:30' },
    })
    letMove()
    expect((await refused).status()).toBe(409)
    const notice = page.getByRole('region', { name: '“Keempat” tidak dipindahkan.' })
    await expect(notice.getByRole('alert')).toContainText('Dimas Pratama')
    await expect.poll(() => dayOf(page, 'Keempat')).toBe('2026-12-15')
    await expect(chip(page, 'Keempat')).toContainText('10.30')
    await axe(page)
    await notice.getByRole('button', { name: 'Tutup' }).click()
    await expect(notice).toHaveCount(0)
    await page.unroute(/publications\.move/)
  })

  await test.step('what has no day is marked in its list as on the grid, and is scheduled one at a time', async () => {
    await call(page, 'publications.create', {
      ...{ title: 'Kelima', objective: 'promote', subjectClass: 'information', accountIds: [] },
      time: { kind: 'none' },
    })
    const row = page.locator('.cal-rail-row', { hasText: 'Kelima' })
    await row.locator('.cal-rail-open').focus()
    await page.keyboard.press('x')
    await chip(page, 'Keempat').focus()
    await page.keyboard.press('x')
    await expect(page.getByRole('region', { name: '2 ditandai' })).toBeVisible()
    await expect(bar.getByText('Yang belum berjadwal dijadwalkan satu per satu.')).toBeVisible()
    await axe(page)
    await bar.getByRole('button', { name: 'Lepas semua tanda' }).click()
  })

  await test.step('rows of the list are marked with their box or with X', async () => {
    await page.goto('/calendar?view=list&date=2026-12-15')
    await page.getByRole('checkbox', { name: 'Tandai Keempat' }).check()
    await expect(page.getByRole('region', { name: '1 ditandai' })).toBeVisible()
    await axe(page)
    await page.getByRole('link', { name: 'Keempat' }).focus()
    await page.keyboard.press('x')
    await expect(bar).toHaveCount(0)
    await page.goto('/calendar?date=2026-12-15')
  })

  await test.step('days drawn over with the mouse begin a publication on the first of them', async () => {
    const middleOf = async (day: string) => {
      const box = await page.locator(`.cal-month-day[data-date="${day}"]`).boundingBox()
      if (box === null) throw new Error(`${day} is not shown`)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const [from, to] = [await middleOf('2026-12-08'), await middleOf('2026-12-10')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
    await expect(page.getByRole('textbox', { name: 'Tanggal' })).toHaveValue('8 Desember 2026')
  })

  await test.step('in a week, two at one hour stand side by side and can both be read, the others as a number', async () => {
    const titles = ['Tiga langkah', 'Empat syarat', 'Lima jawaban']
    for (const title of titles) await plan(page, title, '2026-12-17', '13:00')
    await page.goto('/calendar?view=week&date=2026-12-17')
    const shown = page.locator('.cal-lane .cal-event', { hasText: 'Kamis 17 Desember' })
    await expect(shown).toHaveCount(2)
    const more = page.locator('.cal-lane .cal-more')
    await expect(more).toHaveText('+1 lagi')
    const boxes = await Promise.all([shown.nth(0), shown.nth(1), more].map((one) => one.boundingBox()))
    const [left, right, below] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 })
    if (!left || !right || !below) throw new Error('not three of them')
    expect(left.x + left.width).toBeLessThanOrEqual(right.x)
    expect(right.width).toBeCloseTo(left.width, 0)
    expect(right.y).toBe(left.y)
    expect(below.y).toBeGreaterThanOrEqual(right.y + right.height - 1)
    const cut = await shown
      .locator('.cal-title')
      .evaluateAll((found) =>
        found.filter((title) => title.scrollHeight > title.clientHeight).map((title) => title.textContent),
      )
    expect(cut).toEqual([])
    await axe(page)
  })

  await test.step('a month on paper leaves out nothing that the page unfolds', async () => {
    for (const title of ['Enam', 'Tujuh']) await plan(page, title, '2026-12-17', '15:00')
    await page.goto('/calendar?date=2026-12-17')
    const chips = page.locator('.cal-month-day[data-date="2026-12-17"] .cal-event')
    await expect(page.locator('.cal-more')).toHaveText('+1 lagi')
    await expect(chips).toHaveCount(4)
    await page.emulateMedia({ media: 'print' })
    await expect(chips).toHaveCount(5)
    await expect(page.locator('.cal-more')).toHaveCount(0)
    await page.emulateMedia({ media: 'screen' })
    await expect(chips).toHaveCount(4)
  })
})
