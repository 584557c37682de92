import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { build } from 'vite'
import type { Store } from '../../db/open.ts'
import { median } from './median.ts'
import { type Script, scriptOf } from './script-time.ts'
import { seedPlan } from './seed-plan.ts'
import { onServedPage } from './served-page.ts'

const EVENTS = 1000
const RUNS = 9
/** Each side's page is opened so many times, and each time the month is switched and an event dragged so often. */
const ROUNDS = 3
const SWITCHES = 4
const DRAGS = 3
const MONTHS = ['2026-11', '2026-12', '2027-01']
/** The page is at rest when it has done nothing for so long. */
const REST_MILLISECONDS = 400

export type Side = {
  /** Milliseconds from the arrival of the events until the month is painted, the median. */
  painted: number
  /** Script from a press or a drop until the page is at rest, the medians. */
  monthSwitch: Script
  drag: Script
}

/** Ours, and the bare page with the same events. */
export type Painting = { whole: Side; bare: Side }

/** A month of 1,000 publications in a real browser, beside a bare FullCalendar page with the same events. */
export async function painting(): Promise<Painting> {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-bare-'))
  try {
    return await onServedPage(seedMonths, async ({ address, context }) => {
      const months = new Map<string, object[]>()
      for (const month of MONTHS) {
        const input = encodeURIComponent(JSON.stringify({ from: `${month}-01`, to: `${month}-28` }))
        const asked = await context.request.get(`${address}/trpc/reading.month?input=${input}`)
        const { items } = ((await asked.json()) as { result: { data: MonthAnswer } }).result.data
        if (items.length !== EVENTS) throw new Error(`${month} gave ${items.length} events`)
        months.set(
          month,
          items.map(({ id, title, at }) => ({ id, title, start: at })),
        )
      }
      const ours = `${address}/calendar?date=2026-12-09`
      const bare = await serveBare(folder, months)
      const theirs = `${await bare.listen({ port: 0, host: '127.0.0.1' })}/month.html`
      const sides = { whole: ours, bare: theirs }
      try {
        const times = { whole: [] as number[], bare: [] as number[] }
        for (const side of inTurns(RUNS)) {
          const page = await context.newPage()
          times[side].push(await painted(page, sides[side]))
          await page.close()
        }
        const acts = { whole: emptyActs(), bare: emptyActs() }
        for (const side of inTurns(ROUNDS)) {
          const page = await context.newPage()
          await open(page, sides[side])
          for (let turn = 0; turn < SWITCHES; turn++) acts[side].switches.push(await switched(page, turn))
          for (let turn = 0; turn < DRAGS; turn++) acts[side].drags.push(await dragged(page))
          await page.close()
        }
        const sideOf = (side: 'whole' | 'bare'): Side => ({
          painted: median(times[side]),
          monthSwitch: medianScript(acts[side].switches),
          drag: medianScript(acts[side].drags),
        })
        return { whole: sideOf('whole'), bare: sideOf('bare') }
      } finally {
        await bare.close()
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const emptyActs = () => ({ switches: [] as Script[], drags: [] as Script[] })

/** Both sides so many times, each as often first. */
function inTurns(times: number): ('whole' | 'bare')[] {
  return Array.from({ length: times }, (_, run) =>
    run % 2 === 0 ? (['whole', 'bare'] as const) : (['bare', 'whole'] as const),
  ).flat()
}

function medianScript(all: readonly Script[]): Script {
  return { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) }
}

type MonthAnswer = { items: { id: string; title: string; at: string | null }[] }

/** 1,000 publications in December 2026 and as many in each of the two months before and after it. */
async function seedMonths(store: Store): Promise<string> {
  const person = await seedPlan(store, EVENTS * 5)
  await store.transaction((tx) =>
    tx.execute(sql`
    with numbered as (select id, (row_number() over (order by title, id))::int - 1 as n from publications),
    dated as (
      select id, '2026-12-01'::date + make_interval(months => n % 5 - 2) + make_interval(days => n / 5 % 28) as day,
        480 + n * 7 % 720 as minute from numbered
    )
    update publications p set planned_day = d.day::date, time_kind = 'exact', state = 'draft', handed_over_at = null,
      planned_at = (d.day + make_interval(mins => d.minute)) at time zone 'Asia/Jakarta',
      unit_id = (select g.unit_id from role_grants g where g.person_id = ${person}), posted_count = 0, steps_required = 0, steps_decided = 0, restricted_account_ids = '{}', is_executive = false
    from dated d where d.id = p.id`),
  )
  return person
}

/** Opens the address; milliseconds from the arrival of the events until the frame with the last of them is painted. */
async function painted(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const marks = window as unknown as { painted?: number }
    const shown = () => document.querySelectorAll('.cal-event, .bare-event').length
    let count = 0
    const look = () => {
      const now = shown()
      if (now > 0 && now !== count) {
        count = now
        // A message is taken up once this frame has been laid out and painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          marks.painted = performance.now()
        }
        port2.postMessage(null)
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
      .filter(({ name }) => name.includes('reading.month') || name.includes('/events?'))
    const arrived = (answers[0] as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN
    return painted - arrived
  })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('.cal-event, .bare-event').first().waitFor()
  await atRest(page)
}

/** One press of "next" or, every second turn, "previous"; throws where the month stayed. */
async function switched(page: Page, turn: number): Promise<Script> {
  const heading = page.getByRole('heading', { level: 1 })
  const before = await heading.textContent()
  const step = page.locator('.cal-steps button').nth(turn % 2 === 0 ? 1 : 0)
  const box = await step.boundingBox()
  if (box === null) throw new Error('nothing to press')
  const script = await scriptOf(page, async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await atRest(page)
  })
  if ((await heading.textContent()) === before) throw new Error('the month did not change')
  return script
}

/** One event dropped on the day after its own; throws where it stayed. */
async function dragged(page: Page): Promise<Script> {
  const day = page.locator('[role="cell"][data-date="2026-12-15"]').first()
  const event = day.locator('.cal-event, .bare-event').first()
  await event.scrollIntoViewIfNeeded()
  const before = await event.textContent()
  const from = await event.boundingBox()
  const to = await page.locator('[role="cell"][data-date="2026-12-16"]').first().boundingBox()
  if (from === null || to === null) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 30, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 })
  await atRest(page)
  const script = await scriptOf(page, async () => {
    await page.mouse.up()
    await atRest(page)
  })
  if ((await event.textContent()) === before) throw new Error('nothing was moved')
  return script
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

/** The bare page, built like ours, over the same events of each month. */
async function serveBare(folder: string, months: ReadonlyMap<string, object[]>): Promise<FastifyInstance> {
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
  server.get<{ Querystring: { month: string } }>('/events', async ({ query }) => months.get(query.month))
  return server
}
