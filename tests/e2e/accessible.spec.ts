import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/browser-test.ts'

const widths = [
  { width: 1440, height: 1000 },
  { width: 390, height: 844 },
] as const

type Open = (options?: { colorScheme: 'light' }) => Promise<Page>

/** Opens the demo in a browser of its own and becomes one of its people. */
async function become(openAs: Open, name: string): Promise<Page> {
  const page = await openAs({ colorScheme: 'light' })
  await page.goto('/start')
  await page.getByRole('button', { name: 'Buka data contoh' }).click()
  // The first to open it waits until the demo is filled.
  await page.getByRole('button', { name }).first().click({ timeout: 90_000 })
  await expect(page.getByRole('navigation').first()).toBeVisible()
  return page
}

/** The addresses of the first link under `within` on a page, by what they lead to. */
async function firstLink(page: Page, from: string, path: string): Promise<string> {
  await page.goto(from)
  const link = page.locator(`main a[href^="${path}"]`).first()
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? from
}

/** Waits until nothing is loading: the page's heading stands, no grey line is left and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  await expect(page.locator('.sel-lines, .sel-loading-row')).toHaveCount(0)
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().some((one) => one.playState === 'running')))
    .toBe(false)
}

/** What axe finds at both widths, and of the colours in the dark, and whether a page scrolls sideways. */
async function findings(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize(widths[0])
  await page.goto(path)
  for (const size of widths) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light' })
    await settled(page)
    const say = (what: string) => found.push(`${path} at ${size.width}: ${what}`)
    for (const one of (await new AxeBuilder({ page }).analyze()).violations)
      say(`${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
    for (const one of dark.violations)
      say(`dark ${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }
  await page.setViewportSize({ width: 320, height: 700 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (over > 0) found.push(`${path} at 320: scrolls sideways by ${over} px`)
  return found
}

async function look(page: Page, paths: readonly string[]): Promise<void> {
  const found: string[] = []
  for (const path of paths) {
    await test.step(path, async () => {
      found.push(...(await findings(page, path)))
    })
  }
  expect(found).toEqual([])
}

test('the planner reads calendar and publication without findings of axe, wide and narrow, light and dark', async ({
  openAs,
}) => {
  const page = await become(openAs, 'Sekar Larasati')
  const publication = await firstLink(page, '/calendar?view=list', '/publications/')
  await look(page, [
    '/calendar',
    '/calendar?view=week',
    '/calendar?view=list',
    '/calendar?new=1',
    publication,
    `${publication}/record`,
    '/import',
    '/me',
  ])
})

test('the other views of the calendar, an event, comments and history are read by axe without findings', async ({
  openAs,
}) => {
  const page = await become(openAs, 'Sekar Larasati')
  const publication = await firstLink(page, '/calendar?view=list', '/publications/')
  const event = await firstLink(page, '/calendar?view=list', '/agenda/')
  await look(page, [
    '/calendar?view=day',
    '/calendar?view=year',
    event,
    `${publication}?tab=discussion`,
    `${publication}?tab=history`,
  ])
})

test('what opens over the calendar is read by axe without findings, light and dark', async ({ openAs }) => {
  const page = await become(openAs, 'Sekar Larasati')
  const over = [
    ['Tampilan', null],
    ['Tampilan', 'Simpan tampilan ini…'],
    ['Tampilan', 'Langganan seluruh kalender…'],
    ['Kalender lain', null],
    ['Unduh', null],
    ['Akun', null],
  ] as const
  const found: string[] = []
  for (const [menu, act] of over) {
    await page.goto('/calendar')
    await settled(page)
    await page.getByRole('main').getByRole('button', { name: menu, exact: true }).click()
    if (act !== null) await page.getByRole('button', { name: act }).click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      for (const one of (await new AxeBuilder({ page }).analyze()).violations)
        found.push(
          `${menu} ${act ?? ''} ${colorScheme}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        )
    }
  }
  await page.goto('/calendar?new=1')
  await page.getByRole('combobox', { name: 'Dari templat' }).click()
  await page.getByRole('option', { name: 'Pemberitahuan layanan' }).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    for (const one of (await new AxeBuilder({ page }).analyze()).violations)
      found.push(`new from a template ${colorScheme}: ${one.id}`)
  }
  expect(found).toEqual([])
})

test('desk, library and issues are read by axe without findings', async ({ openAs }) => {
  const page = await become(openAs, 'Sekar Larasati')
  const issue = await firstLink(page, '/issues', '/issues/')
  const entry = await firstLink(page, '/library', '/library/')
  await look(page, ['/desk?q=biaya', '/library', entry, '/questions', '/issues', issue])
})

test('what a lead agent and a leader see first is read by axe without findings', async ({ openAs }) => {
  await look(await become(openAs, 'Nur Aisyah'), ['/upcoming'])
  await look(await become(openAs, 'Ratna Kusumawardhani'), ['/approvals'])
})

test('duty and settings are read by axe without findings', async ({ openAs }) => {
  await look(await become(openAs, 'Andi Tenri'), [
    '/duty',
    '/settings/agency',
    '/settings/units',
    '/settings/people',
    '/settings/accounts',
    '/settings/marks',
    '/settings/mails',
  ])
  await look(await become(openAs, 'Sekar Larasati'), ['/settings/templates'])
})

test('the pages before signing in are read by axe without findings', async ({ openAs }) => {
  const page = await openAs({ colorScheme: 'light' })
  const found = [...(await findings(page, '/start')), ...(await findings(page, '/sign-in'))]
  expect(found).toEqual([])
})
