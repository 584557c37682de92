import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { arrayText } from '../../db/wire-types.ts'
import { placedStates } from '../../domain/publications/states.ts'
import type { ReadinessFacts } from '../../domain/publishing/readiness.ts'
import type { Day, Instant } from '../../domain/time.ts'
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
 * of other units stand on its day. `places` in any order. Nobody is asked about who stands before `since`: what is out
 * needs no neighbours.
 */
export function neighbourhood(
  places: readonly Place[],
  accounts: ReadonlyMap<string, AccountFact>,
  since: Instant | null = null,
): (of: Omit<Place, 'day'> & { day: Day | null }) => Neighbours {
  const byAccount = new Map<string, { id: string; at: number }[]>()
  const byDay = new Map<Day, Map<string, number>>()
  const reach = Math.max(0, ...[...accounts.values()].map((account) => account.minimumMinutes)) * 60_000
  const nearest = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since) - reach
  for (const place of places) {
    const units = byDay.get(place.day)
    if (units === undefined) byDay.set(place.day, new Map([[place.unitId, 1]]))
    else units.set(place.unitId, (units.get(place.unitId) ?? 0) + 1)
    if (place.at === null) continue
    const own = { id: place.id, at: Date.parse(place.at) }
    if (own.at < nearest) continue
    for (const accountId of place.accountIds) {
      const there = byAccount.get(accountId)
      if (there === undefined) byAccount.set(accountId, [own])
      else there.push(own)
    }
  }
  for (const there of byAccount.values()) there.sort((one, other) => one.at - other.at)

  return ({ id, unitId, day, at, accountIds }) => {
    let othersThatDay = 0
    for (const [unit, count] of (day === null ? undefined : byDay.get(day)) ?? [])
      if (unit !== unitId) othersThatDay += count
    if (at === null) return { near: nobody, othersThatDay }
    const ownAt = Date.parse(at)
    let near: Neighbours['near'][number][] | null = null
    for (const accountId of accountIds) {
      const minimumMinutes = accounts.get(accountId)?.minimumMinutes ?? 0
      const there = byAccount.get(accountId)
      if (there === undefined || minimumMinutes === 0) continue
      const reach = minimumMinutes * 60_000
      for (let index = firstFrom(there, ownAt - reach + 1); index < there.length; index++) {
        const other = there[index]
        if (other === undefined || other.at >= ownAt + reach) break
        if (other.id === id) continue
        near ??= []
        near.push({
          publicationId: other.id,
          accountId,
          minutesApart: (other.at - ownAt) / 60_000,
          minimumMinutes,
        })
      }
    }
    return { near: near ?? nobody, othersThatDay }
  }
}

const nobody: Neighbours['near'] = []

/** The index of the first that is not before `at`. */
function firstFrom(there: readonly { at: number }[], at: number): number {
  let low = 0
  let high = there.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((there[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
