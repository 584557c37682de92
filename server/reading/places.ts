import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { arrayText } from '../../db/wire-types.ts'
import { placedStates } from '../../domain/publications/states.ts'
import type { ReadinessFacts } from '../../domain/publishing/readiness.ts'
import { type Day, type Instant, minutesBetween } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'
import type { AccountFact } from './facts-once.ts'
import { statement } from './statement.ts'

/** A publication that takes its place on accounts and in a day, whatever the list is narrowed to. */
export type Place = {
  id: string
  unitId: string
  day: Day
  at: Instant | null
  accountIds: readonly string[]
}

/** Days fuller than this together are warned of by the first so many. */
const MOST_PLACES = 5000

/** Also run by the benchmark's bare handler. */
export const placesStatement = statement<'days' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select p.id, p.unit_id, p.planned_day, p.planned_at, p.account_ids from publications p
  where p.planned_day = any(${param('days')}::date[])
    and p.state in (${sql.join(
      placedStates.map((state) => sql`${state}`),
      sql`, `,
    )})
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
  order by p.planned_day, p.planned_at, p.id
  limit ${sql.raw(String(MOST_PLACES))}`,
)

/** What the person may see of those days that takes a place, in order of time. */
export async function placesOn(
  store: Pick<Store, 'prepared'>,
  days: readonly Day[],
  person: { id: string },
  moment: Instant,
): Promise<Place[]> {
  if (days.length === 0) return []
  const rows = await placesStatement.run(store, { days: arrayText(days), person: person.id, moment })
  return rows.map((row) => ({
    id: row.id as string,
    unitId: row.unit_id as string,
    day: row.planned_day as string,
    at: row.planned_at === null ? null : instantFromText(row.planned_at as string),
    accountIds: row.account_ids as string[],
  }))
}

/** Whether a publication in this state takes a place. */
export function takesPlace(state: string): boolean {
  return (placedStates as readonly string[]).includes(state)
}

export type Neighbours = Pick<ReadinessFacts, 'near' | 'othersThatDay'>

/**
 * Who is near whom: answers, for one publication, the others on its accounts within their minimum distance and how many
 * of other units stand on its day. `places` in any order.
 */
export function neighbourhood(
  places: readonly Place[],
  accounts: ReadonlyMap<string, AccountFact>,
): (of: Omit<Place, 'day'> & { day: Day | null }) => Neighbours {
  const byAccount = new Map<string, { id: string; at: Instant }[]>()
  const byDay = new Map<Day, Map<string, number>>()
  for (const place of places) {
    const units = byDay.get(place.day) ?? new Map<string, number>()
    units.set(place.unitId, (units.get(place.unitId) ?? 0) + 1)
    byDay.set(place.day, units)
    if (place.at === null) continue
    for (const accountId of place.accountIds) {
      const there = byAccount.get(accountId)
      if (there === undefined) byAccount.set(accountId, [{ id: place.id, at: place.at }])
      else there.push({ id: place.id, at: place.at })
    }
  }
  for (const there of byAccount.values())
    there.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

  return ({ id, unitId, day, at, accountIds }) => {
    const near: Neighbours['near'][number][] = []
    for (const accountId of at === null ? [] : accountIds) {
      const minimumMinutes = accounts.get(accountId)?.minimumMinutes ?? 0
      const there = byAccount.get(accountId)
      if (at === null || there === undefined || minimumMinutes === 0) continue
      const look = (index: number): boolean => {
        const other = there[index]
        if (other === undefined) return false
        const minutesApart = minutesBetween(at, other.at)
        if (Math.abs(minutesApart) >= minimumMinutes) return false
        if (other.id !== id) near.push({ publicationId: other.id, accountId, minutesApart, minimumMinutes })
        return true
      }
      const own = firstFrom(there, at)
      for (let index = own - 1; look(index); index--);
      for (let index = own; look(index); index++);
    }
    let othersThatDay = 0
    for (const [unit, count] of (day === null ? undefined : byDay.get(day)) ?? [])
      if (unit !== unitId) othersThatDay += count
    return { near, othersThatDay }
  }
}

/** The index of the first that is not before `at`. */
function firstFrom(there: readonly { at: Instant }[], at: Instant): number {
  let low = 0
  let high = there.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((there[middle]?.at ?? '') < at) low = middle + 1
    else high = middle
  }
  return low
}
