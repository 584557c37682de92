import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare, type Result } from './compare.ts'
import { painting } from './painting.ts'
import { people } from './people.ts'
import { scriptSize } from './script-size.ts'

/**
 * `npm run bench -- --publications 100000 --entries 10000 --only month`: measures what the product promises and writes
 * tests/bench/results.json, each name with its ratio or value and its limit. Ends with 1 where a limit is broken.
 */
const { values } = parseArgs({
  options: {
    publications: { type: 'string', default: '100000' },
    /** The same and more of the calendar over so many. */
    many: { type: 'string', default: '1000000' },
    entries: { type: 'string', default: '10000' },
    /** Answers a run waits for at 1 connection; ten times as many at 50. */
    answers: { type: 'string', default: '100' },
    /** What is moved while 200 people look. */
    moves: { type: 'string', default: '40' },
    only: { type: 'string' },
  },
})

const RATIO_LIMIT = 1.25
const SCRIPT_LIMIT_KB = 350
const PAINT_LIMIT = 1.3
const SCRIPT_LIMIT_MS = 100
const SEEN_LIMIT_MS = 500
const MEMORY_LIMIT_MB = 512
const file = fileURLToPath(new URL('./results.json', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)
const answers = Number(values.answers)

const benchmarks: Record<string, () => Promise<Record<string, Result>>> = {
  month: () => comparePlan(Number(values.publications), { month: 'month' }),
  million: () =>
    comparePlan(
      Number(values.many),
      Object.fromEntries(
        ['month', 'week', 'filtered month', 'backlog'].map((name) => [name, `${name} of ${values.many}`]),
      ),
    ),
  desk: () =>
    compare(
      {
        kind: 'desk',
        size: Number(values.entries),
        names: { 'desk search': 'desk search' },
        counts: { one: answers * 3, fifty: answers * 10 },
        limit: RATIO_LIMIT,
      },
      say,
    ),
  browser: async () => {
    const { whole, bare } = await painting()
    const ratio = Math.round((whole.painted / bare.painted) * 1000) / 1000
    say(
      `1,000 events painted: ${ratio} (${whole.painted.toFixed()} ms against ${bare.painted.toFixed()} ms), at most ${PAINT_LIMIT}`,
    )
    const scripts = {
      'month switch of 1,000 events': 'monthSwitch',
      'drag among 1,000 events': 'drag',
    } as const
    const results: Record<string, Result> = {
      '1,000 events painted': { ratio, whole: whole.painted, bare: bare.painted, limit: PAINT_LIMIT },
    }
    for (const [name, act] of Object.entries(scripts)) {
      const { wall, cpu } = whole[act]
      say(
        `script of a ${name}: ${wall.toFixed(1)} ms (${cpu.toFixed(1)} ms of processor), at most ${SCRIPT_LIMIT_MS}; bare: ${bare[act].wall.toFixed(1)} ms (${bare[act].cpu.toFixed(1)} ms)`,
      )
      results[name] = {
        value: wall,
        cpu,
        bare: bare[act].wall,
        unit: 'ms of script, median',
        limit: SCRIPT_LIMIT_MS,
      }
    }
    return results
  },
  people: async () => {
    const {
      people: count,
      p50,
      p95,
      last,
      megabytes,
    } = await people(Number(values.publications), Number(values.moves), say)
    say(
      `a move in ${count} open months: p50 ${p50.toFixed()} ms, p95 ${p95.toFixed()} ms, last ${last.toFixed()} ms, at most ${SEEN_LIMIT_MS} at p95`,
    )
    say(`resident memory with ${count} open months: ${megabytes.toFixed()} MB, at most ${MEMORY_LIMIT_MB}`)
    return {
      [`a move in ${count} open months, p95`]: { value: Math.round(p95), unit: 'ms', limit: SEEN_LIMIT_MS },
      [`memory with ${count} open months`]: {
        value: Math.round(megabytes),
        unit: 'MB',
        limit: MEMORY_LIMIT_MB,
      },
    }
  },
  script: async () => {
    const value = await scriptSize()
    say(`script until the month is drawn: ${value} kB, at most ${SCRIPT_LIMIT_KB}`)
    return { 'script until the month is drawn': { value, unit: 'kB gzip', limit: SCRIPT_LIMIT_KB } }
  },
}

function comparePlan(size: number, names: Record<string, string>): Promise<Record<string, Result>> {
  const counts = { one: answers, fifty: answers * 10 }
  return compare({ kind: 'plan', size, names, counts, limit: RATIO_LIMIT }, say)
}

const results: Record<string, Result> = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Result>)
  : {}
for (const [name, run] of Object.entries(benchmarks)) {
  if (values.only !== undefined && values.only !== name) continue
  Object.assign(results, await run())
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}
const broken = Object.entries(results).filter(
  ([, result]) => (result.ratio ?? result.value ?? 0) > result.limit,
)
for (const [name] of broken) say(`over its limit: ${name}`)
process.exitCode = broken.length === 0 ? 0 : 1
