import { gzipSync } from 'node:zlib'
import { seedPlan } from './seed-plan.ts'
import { onServedPage } from './served-page.ts'

/** Kilobytes of script, gzipped, that a browser has loaded when the month stands, lazily loaded parts counted. */
export function scriptSize(): Promise<number> {
  return onServedPage(
    (store) => seedPlan(store, 2000),
    async ({ address, context }) => {
      const page = await context.newPage()
      const bodies: Promise<number>[] = []
      page.on('response', (response) => {
        if (new URL(response.url()).pathname.endsWith('.js'))
          bodies.push(response.body().then((body) => gzipSync(body).length))
      })
      await page.goto(`${address}/calendar?date=2026-12-09`)
      await page.locator('.cal-event').first().waitFor({ timeout: 60_000 })
      const sizes = await Promise.all(bodies)
      return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10
    },
  )
}
