import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { load, type Times } from './load.ts'
import { median } from './median.ts'
import type { Served } from './serve.ts'

export type Result = {
  limit: number
  ratio?: number
  value?: number
  unit?: string
  whole?: number
  bare?: number
  /** The same as `value`, as the processor spent it. */
  cpu?: number
}

type Asked = {
  /** What the child serves, and how much of it there is. */
  kind: 'plan' | 'desk'
  size: number
  /** What is asked of it, by the child's names for it, and what the results are called. */
  names: Record<string, string>
  /** Answers a run waits for, at 1 and at 50 connections. */
  counts: { one: number; fifty: number }
  limit: number
}

const RUNS = 5

/**
 * The whole server against a bare Fastify handler in the same process over the same database, in turns: the ratio of p50
 * and of p95, the median of five, at 1 and at 50 connections.
 */
export async function compare(asked: Asked, say: (line: string) => void): Promise<Record<string, Result>> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [asked.kind, String(asked.size)])
  try {
    const served = await new Promise<Served>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Served))
      child.once('exit', (code) => reject(new Error(`the benchmark's server ended with ${code}`)))
    })
    const results: Record<string, Result> = {}
    for (const [name, called] of Object.entries(asked.names)) {
      const paths = served.paths[name]
      if (paths === undefined) throw new Error(`the benchmark's server does not serve ${name}`)
      const whole = paths.whole.map((path) => `${served.whole}${path}`)
      const bare = paths.bare.map((path) => `${served.bare}${path}`)
      for (const [connections, count] of [
        [1, asked.counts.one],
        [50, asked.counts.fifty],
      ] as const) {
        const given = { connections, count, cookie: served.cookie }
        const warm = { ...given, count: Math.max(20, Math.ceil(count / 4)) }
        await load(whole, warm)
        await load(bare, warm)
        const runs: { whole: Times; bare: Times }[] = []
        for (let run = 0; run < RUNS; run++) {
          const first = await load(run % 2 === 0 ? whole : bare, given)
          const second = await load(run % 2 === 0 ? bare : whole, given)
          runs.push(run % 2 === 0 ? { whole: first, bare: second } : { whole: second, bare: first })
        }
        for (const point of ['p50', 'p95'] as const) {
          const result = {
            ratio: rounded(median(runs.map((run) => run.whole[point] / run.bare[point]))),
            limit: asked.limit,
            whole: rounded(median(runs.map((run) => run.whole[point]))),
            bare: rounded(median(runs.map((run) => run.bare[point]))),
          }
          const title = `${called}, ${connections} ${connections === 1 ? 'connection' : 'connections'}, ${point}`
          results[title] = result
          say(
            `${title}: ${result.ratio} (${result.whole} ms against ${result.bare} ms), at most ${result.limit}`,
          )
        }
      }
    }
    return results
  } finally {
    if (child.connected && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.send('stop')
      await ended
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
