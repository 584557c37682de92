import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Served, serve, stopPostgres } from './serve.ts'

type WorkerFixtures = { server: Served }

/** What a page must never say: an error in the console, a policy violation, an uncaught exception. */
function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    const expected =
      /Failed to load resource: (the server responded with a status of (4\d\d|503)|net::ERR_INTERNET_DISCONNECTED)/
    if (message.type() === 'error' && !expected.test(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
}

/** A browser test against a server of the file's own; it fails on any console error or policy report of any page. */
export const test = base.extend<
  { complaints: string[]; openAs: OpenAs; moveClock: MoveClock; contexts: BrowserContext[] },
  WorkerFixtures
>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const server = await serve()
      await use(server)
      await server.stop()
      await stopPostgres()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  contexts: async ({}, use) => {
    const contexts: BrowserContext[] = []
    await use(contexts)
    for (const context of contexts) await context.close()
  },
  moveClock: async ({ server, contexts }, use) => {
    await use(async (at) => {
      server.setClock(at)
      for (const context of contexts) await context.clock.setSystemTime(at)
    })
  },
  openAs: async ({ browser, server, complaints, contexts }, use) => {
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        serviceWorkers: 'block',
        ...options,
      })
      contexts.push(context)
      await context.clock.setSystemTime(server.now())
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = `policy: ${event.violatedDirective} ${event.blockedURI}`
          setTimeout(() => {
            throw new Error(report)
          })
        })
      })
      const page = await context.newPage()
      watch(page, complaints)
      context.on('page', (other) => watch(other, complaints))
      return page
    })
  },
})

type OpenAs = (options?: {
  viewport?: { width: number; height: number }
  hasTouch?: boolean
  isMobile?: boolean
  colorScheme?: 'light' | 'dark'
  locale?: string
  serviceWorkers?: 'allow' | 'block'
}) => Promise<Page>

/** Sets the clock of the server and of every open browser; both run on from there. */
type MoveClock = (at: string) => Promise<void>

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

export { expect }
