import { addDays, type Day } from '../../domain/time.ts'
import type { CalendarRow } from './calendar-rows.ts'
import type { FactsOnce } from './facts-once.ts'
import { gatherPlaces, type Neighbours, type Place, takesPlace } from './places.ts'

/**
 * Gives each row to `judge` with its neighbours as soon as these are known, in the order in which the rows come: by day.
 * An account's minimum distance reaches no further than a day, so a day is given once all of the next one is there, and
 * most of a month is judged while its end is still on its way.
 */
export function dayByDay(judge: (row: CalendarRow, neighbours: Neighbours, once: FactsOnce) => void): {
  /** The facts of all the days, and who stands on the day before the first. Until then rows only wait. */
  know(once: FactsOnce, before: readonly Place[]): void
  /** The next row. */
  take(row: CalendarRow): void
  /** No row comes any more; who stands on the day after the last. Gives what waited. */
  end(after: readonly Place[]): void
} {
  const rows: CalendarRow[] = []
  const places = gatherPlaces()
  let given = 0
  let coming: Day | null = null
  let known: { once: FactsOnce; near(row: CalendarRow): Neighbours } | null = null

  const giveBefore = (day: Day | null) => {
    if (known === null) return
    for (; given < rows.length; given++) {
      const row = rows[given] as CalendarRow
      if (day !== null && row.plannedDay !== null && row.plannedDay >= day) return
      judge(row, known.near(row), known.once)
    }
  }
  return {
    know(once, before) {
      for (const place of before) places.add(place)
      known = { once, near: places.neighbours(once.accounts) }
    },
    take(row) {
      if (row.plannedDay !== coming) {
        coming = row.plannedDay
        if (coming !== null) giveBefore(addDays(coming, -1))
      }
      rows.push(row)
      if (takesPlace(row.state)) places.add(row)
    },
    end(after) {
      for (const place of after) places.add(place)
      giveBefore(null)
    },
  }
}
