import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browserArguments, browserPath } from './support/browser.ts'

const specs = readdirSync(fileURLToPath(new URL('./e2e', import.meta.url))).filter((name) =>
  name.endsWith('.spec.ts'),
)

export default defineConfig({
  // A project of its own gives each file a worker of its own, and with it a server that nobody has set up yet.
  projects: specs.map((name) => ({ name, testMatch: name })),
  testDir: './e2e',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 1000 },
    trace: 'retain-on-failure',
    actionTimeout: 20_000,
    launchOptions: { executablePath: browserPath(), args: browserArguments },
  },
})
