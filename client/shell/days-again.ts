import type { Query, QueryClient } from '@tanstack/react-query'
import type { Day } from '../../domain/time.ts'
import { type MonthAnswer, type MonthInput, withDays } from './month-answer.ts'

const GATHER_MILLISECONDS = 120
const DAY_MILLISECONDS = 86_400_000
/** Instead of more, the whole is read. */
const MOST_DAYS = 14

/**
 * Answers what reads some days of an open month again, at a time of this page's own within `withinMilliseconds`. What
 * was put right meanwhile is not overwritten by what was read before it: those days are read once more.
 */
export function daysAgain(
  queryClient: QueryClient,
  readMonth: (input: MonthInput) => Promise<MonthAnswer>,
  readWhole: (query: Query) => void,
) {
  const waiting = new Map<string, Set<Day>>()

  const read = async (query: Query, input: MonthInput, days: readonly Day[], within: number) => {
    const before = query.state.dataUpdateCount
    const parts = await Promise.all(
      runsOf(days).map(async (run) => ({ ...run, answer: await readMonth({ ...input, ...run }) })),
    )
    if (query.state.dataUpdateCount !== before) return readDaysAgain(query, input, days, within)
    queryClient.setQueryData<MonthAnswer>(
      query.queryKey,
      (answer) => answer && parts.reduce(withDays, answer),
    )
  }

  function readDaysAgain(query: Query, input: MonthInput, days: readonly Day[], within: number): void {
    const known = waiting.get(query.queryHash)
    if (known !== undefined) {
      for (const day of days) known.add(day)
      return
    }
    const asked = new Set(days)
    waiting.set(query.queryHash, asked)
    setTimeout(
      () => {
        waiting.delete(query.queryHash)
        if (asked.size > MOST_DAYS || !query.isActive()) readWhole(query)
        else read(query, input, [...asked].sort(), within).catch(() => readWhole(query))
      },
      GATHER_MILLISECONDS + Math.random() * within,
    )
  }
  return readDaysAgain
}

/** Days in order as runs without a gap. */
function runsOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const runs: { from: Day; to: Day }[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last !== undefined && Date.parse(day) - Date.parse(last.to) === DAY_MILLISECONDS) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
}
