import { aheadStates } from '../../domain/publications/states.ts'
import type { Day } from '../../domain/time.ts'
import type { Days } from './days.ts'
import type { Entry, MonthAnswer } from './entry.ts'

type Cut = ReadonlyMap<Day, MonthAnswer['cut'][number]>

/** How many of each objective stand in `own`: the month or week itself, without the neighbours that fill the grid. */
export function balanceOf(entriesOn: ReadonlyMap<Day, readonly Entry[]>, cut: Cut, own: Days) {
  const sum = { promote: 0, protect: 0 }
  for (const [on, there] of entriesOn) {
    if (on < own.from || on > own.to) continue
    const whole = cut.get(on)
    const promote = whole?.promote ?? there.filter((entry) => entry.objective === 'promote').length
    sum.promote += promote
    sum.protect += (whole?.count ?? there.length) - promote
  }
  return sum
}

const notReadyStatuses: readonly string[] = [...aheadStates, 'held', 'overdue']

/** How many are ahead and still blocked. */
export function notReadyIn(entries: readonly Entry[], own: Days): number {
  return entries.filter(
    ({ day, status, blockers }) =>
      day !== null && day >= own.from && day <= own.to && notReadyStatuses.includes(status) && blockers > 0,
  ).length
}
