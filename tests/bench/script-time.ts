import type { Page } from '@playwright/test'

/** Milliseconds of script on the page's main thread: as they passed, and as the processor spent them. */
export type Script = { wall: number; cpu: number }

type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string }
}

/** What runs script, by the names that Chromium's timeline gives: whatever of it is outermost is counted whole. */
const scripts: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'v8.compile',
  'v8.run',
])
/** What script has the browser do at once is the browser's, not script. */
const layouts: ReadonlySet<string> = new Set(['Layout', 'UpdateLayoutTree'])

/**
 * The script that the page runs while `act` does, out of Chromium's timeline, without the style and layout that it
 * forces. The `ScriptDuration` of its metrics would be less: it leaves out what follows an answer in a promise.
 */
export async function scriptOf(page: Page, act: () => Promise<void>): Promise<Script> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser')
  await browser.startTracing(page, { categories: ['__metadata', 'devtools.timeline', 'v8', 'v8.execute'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  return sumOf(traceEvents)
}

function sumOf(events: readonly TraceEvent[]): Script {
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}.${tid}`)
  const sum: Script = { wall: 0, cpu: 0 }
  for (const thread of threads) {
    const whole = events
      .filter(
        ({ ph, pid, tid, name }) =>
          ph === 'X' && `${pid}.${tid}` === thread && (scripts.has(name) || layouts.has(name)),
      )
      .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
    let scriptUntil = 0
    let layoutUntil = 0
    for (const { name, ts, dur = 0, tdur = 0 } of whole) {
      const isWithin = ts < scriptUntil
      if (scripts.has(name) && !isWithin && ts >= layoutUntil) {
        sum.wall += dur
        sum.cpu += tdur
        scriptUntil = ts + dur
      }
      if (layouts.has(name) && ts >= layoutUntil) {
        if (isWithin) {
          sum.wall -= dur
          sum.cpu -= tdur
        }
        layoutUntil = ts + dur
      }
    }
  }
  return { wall: sum.wall / 1000, cpu: sum.cpu / 1000 }
}
