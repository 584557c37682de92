import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { CDPSession, Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { build } from 'vite'
import type { Store } from '../../db/open.ts'
import { median } from './median.ts'
import { seedPlan } from './seed-plan.ts'
import { onServedPage } from './served-page.ts'

const EVENTS = 1000
const RUNS = 5
const SWITCHES = 9
const DRAGS = 9
/** The page is at rest when it has done nothing for so long. */
const REST_MILLISECONDS = 400

export type Painting = {
  /** From the arrival of the events to the painted month, ours and the bare page's, each the median of five in turns. */
  whole: number
  bare: number
  /** Milliseconds of script from a key or a drop until the page is at rest, the median. */
  monthSwitch: number
  drag: number
}

/** A month of 1,000 publications in a real browser, beside a bare FullCalendar page with the same events. */
export async function painting(): Promise<Painting> {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-bare-'))
  try {
    return await onServedPage(seedMonths, async ({ address, context }) => {
      const input = encodeURIComponent(JSON.stringify({ from: '2026-12-01', to: '2026-12-31' }))
      const asked = await context.request.get(`${address}/trpc/reading.month?input=${input}`)
      const { items } = ((await asked.json()) as { result: { data: MonthAnswer } }).result.data
      if (items.length !== EVENTS) throw new Error(`the month gave ${items.length} events`)
      const events = items.map(({ id, title, at }) => ({ id, title, start: at }))
      const ours = `${address}/calendar?date=2026-12-09`

      const bare = await serveBare(folder, events)
      const theirs = `${await bare.listen({ port: 0, host: '127.0.0.1' })}/month.html`
      try {
        const times: { whole: number[]; bare: number[] } = { whole: [], bare: [] }
        for (let run = 0; run < RUNS; run++) {
          const order = run % 2 === 0 ? (['whole', 'bare'] as const) : (['bare', 'whole'] as const)
          for (const side of order) {
            const page = await context.newPage()
            times[side].push(await painted(page, side === 'whole' ? ours : theirs))
            await page.close()
          }
        }
        const page = await context.newPage()
        await open(page, ours)
        const monthSwitch = await switches(page)
        await open(page, ours)
        const drag = await drags(page)
        return { whole: median(times.whole), bare: median(times.bare), monthSwitch, drag }
      } finally {
        await bare.close()
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type MonthAnswer = { items: { id: string; title: string; at: string | null }[] }

/** 1,000 publications in December 2026 and as many in the month before and after it. */
async function seedMonths(store: Store): Promise<string> {
  const person = await seedPlan(store, EVENTS * 3)
  await store.transaction((tx) =>
    tx.execute(sql`
    with numbered as (select id, (row_number() over (order by title, id))::int - 1 as n from publications),
    dated as (
      select id, '2026-12-01'::date + make_interval(months => n % 3 - 1) + make_interval(days => n / 3 % 28) as day,
        480 + n * 7 % 720 as minute from numbered
    )
    update publications p set planned_day = d.day::date, time_kind = 'exact', state = 'draft', handed_over_at = null,
      planned_at = (d.day + make_interval(mins => d.minute)) at time zone 'Asia/Jakarta',
      unit_id = (select g.unit_id from role_grants g where g.person_id = ${person}), posted_count = 0, steps_required = 0, steps_decided = 0, restricted_account_ids = '{}', is_executive = false
    from dated d where d.id = p.id`),
  )
  return person
}

/** Opens the address; milliseconds from the arrival of the events to the frame after the last of them stands. */
async function painted(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const marks = window as unknown as { painted?: number }
    const shown = () => document.querySelectorAll('.cal-event, .bare-event').length
    let count = 0
    const look = () => {
      const now = shown()
      if (now > 0 && now !== count) {
        count = now
        marks.painted = performance.now()
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await open(page, address)
  return page.evaluate(() => {
    const { painted = Number.NaN } = window as unknown as { painted?: number }
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('reading.month') || name.endsWith('/events'))
    const arrived = (answers[0] as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN
    return painted - arrived
  })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('.cal-event, .bare-event').first().waitFor()
  await atRest(page)
}

async function switches(page: Page): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < SWITCHES; turn++) {
    const heading = page.getByRole('heading', { level: 1 })
    const before = await heading.textContent()
    const [previous, next] = await page.locator('.cal-steps button').all()
    const step = turn % 2 === 0 ? next : previous
    taken.push(await scriptOf(page, async () => step?.click()))
    if ((await heading.textContent()) === before) throw new Error('the month did not change')
  }
  return median(taken)
}

async function drags(page: Page): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < DRAGS; turn++) {
    const day = page.locator('[data-date="2026-12-15"]').first()
    const event = day.locator('.cal-event').first()
    await event.scrollIntoViewIfNeeded()
    const before = await event.textContent()
    const from = await event.boundingBox()
    const to = await page.locator('[data-date="2026-12-16"]').first().boundingBox()
    if (from === null || to === null) throw new Error('nothing to drag')
    await page.mouse.move(from.x + 30, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 })
    await atRest(page)
    taken.push(await scriptOf(page, () => page.mouse.up()))
    if ((await event.textContent()) === before) throw new Error('nothing was moved')
  }
  return median(taken)
}

/** Milliseconds of script that the page runs from `act` until it is at rest. */
async function scriptOf(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await scriptSeconds(session)
  await act()
  await atRest(page)
  const after = await scriptSeconds(session)
  await session.detach()
  return (after - before) * 1000
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? Number.NaN
}

/** Until neither the network nor the page's elements have moved for a while. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    (rest) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, rest)
        const again = () => {
          clearTimeout(timer)
          timer = setTimeout(done, rest)
        }
        const elements = new MutationObserver(again)
        elements.observe(document, { subtree: true, childList: true, attributes: true })
        const requests = new PerformanceObserver(again)
        requests.observe({ type: 'resource' })
        function done() {
          elements.disconnect()
          requests.disconnect()
          resolve()
        }
      }),
    REST_MILLISECONDS,
  )
}

/** The bare page, built like ours, over the same events. */
async function serveBare(folder: string, events: object[]): Promise<FastifyInstance> {
  const root = fileURLToPath(new URL('./bare-calendar', import.meta.url))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: join(root, 'month.html') },
    },
  })
  const server = fastify()
  await server.register(fastifyStatic, { root: folder })
  server.get('/events', async () => events)
  return server
}
