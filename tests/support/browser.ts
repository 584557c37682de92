import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = [
  process.env.SELARAS_TEST_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser the tests drive: an installed Chromium or Chrome, else Playwright's own. Throws a sentence where there is none. */
export function browserPath(): string {
  const found = installed.find((path) => path !== undefined && existsSync(path)) ?? chromium.executablePath()
  if (!existsSync(found)) {
    throw new Error(
      'No browser found for the tests. Run "npx playwright install chromium" or install Chromium.',
    )
  }
  return found
}

/** No call home, no sandbox as root (where Chromium refuses one). */
export const browserArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]
