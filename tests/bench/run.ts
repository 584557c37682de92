import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare, type Result } from './compare.ts'
import { typed } from './desk-library.ts'
import { scriptSize } from './script-size.ts'

/**
 * `npm run bench -- --publications 100000 --entries 10000 --only month`: measures what the product promises and writes
 * tests/bench/results.json, each name with its ratio or value and its limit. Ends with 1 where a limit is broken.
 */
const { values } = parseArgs({
  options: {
    publications: { type: 'string', default: '100000' },
    entries: { type: 'string', default: '10000' },
    /** Answers a run waits for at 1 connection; ten times as many at 50. */
    answers: { type: 'string', default: '100' },
    only: { type: 'string' },
  },
})

const RATIO_LIMIT = 1.25
const SCRIPT_LIMIT_KB = 350
const file = fileURLToPath(new URL('./results.json', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)
const answers = Number(values.answers)
const input = (value: object) => encodeURIComponent(JSON.stringify(value))
const month = { from: '2026-11-30', to: '2027-01-10' }

const benchmarks: Record<string, () => Promise<Record<string, Result>>> = {
  month: () =>
    compare(
      {
        name: 'month',
        kind: 'plan',
        size: Number(values.publications),
        wholePaths: [`/trpc/reading.month?input=${input(month)}`],
        barePaths: ['/month'],
        counts: { one: answers, fifty: answers * 10 },
        limit: RATIO_LIMIT,
      },
      say,
    ),
  desk: () =>
    compare(
      {
        name: 'desk search',
        kind: 'desk',
        size: Number(values.entries),
        wholePaths: typed.map((words) => `/trpc/answers.search?input=${input({ words })}`),
        barePaths: typed.map((words) => `/search?words=${encodeURIComponent(words)}`),
        counts: { one: answers * 3, fifty: answers * 10 },
        limit: RATIO_LIMIT,
      },
      say,
    ),
  script: async () => {
    if (!existsSync(fileURLToPath(new URL('../../dist/index.html', import.meta.url))))
      throw new Error('Build the page first: npm run build')
    const value = await scriptSize()
    say(`script until the month is drawn: ${value} kB, at most ${SCRIPT_LIMIT_KB}`)
    return { 'script until the month is drawn': { value, unit: 'kB gzip', limit: SCRIPT_LIMIT_KB } }
  },
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
