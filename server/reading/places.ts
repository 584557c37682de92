import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { arrayText } from '../../db/wire-types.ts'
import { placedStates } from '../../domain/publications/states.ts'
import type { ReadinessFacts } from '../../domain/publishing/readiness.ts'
import { type Day, type Instant, millisecondsOf } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'
import type { CalendarRow } from './calendar-rows.ts'
import type { AccountFact } from './facts-once.ts'
import { statement } from './statement.ts'

/** A publication that takes its place on accounts and in a day, whatever the list is narrowed to. */
export type Place = Pick<
  CalendarRow,
  'id' | 'unitId' | 'plannedDay' | 'plannedAt' | 'accountIds' | 'publicId'
>

/** Days fuller than this together are warned of by the first so many. */
const MOST_PLACES = 5000

/** Also run by the benchmark's bare handler. */
export const placesStatement = statement<'days' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select p.id, p.unit_id, p.planned_day, p.planned_at, p.account_ids, p.public_id from publications p
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
    plannedDay: row.planned_day as string,
    plannedAt: row.planned_at === null ? null : instantFromText(row.planned_at as string),
    accountIds: row.account_ids as string[],
    publicId: row.public_id as string | null,
  }))
}

/** Whether a publication in this state takes a place. */
export function takesPlace(state: string): boolean {
  return (placedStates as readonly string[]).includes(state)
}

export type Neighbours = Pick<ReadinessFacts, 'near' | 'othersThatDay'>

/**
 * Who is near whom: answers, for one publication, the others on its accounts within their minimum distance and how many
 * of other units stand on its day for the same public. `places` in any order. Nobody is asked about who stands before `since`: what is out
 * needs no neighbours.
 *
 * A month asks for hundreds. So everybody stands in one line by time, and whoever is asked looks around only as far as
 * the distance of its accounts reaches: a handful, mostly nobody. Only their accounts are compared.
 */
export function neighbourhood(
  places: readonly Place[],
  accounts: ReadonlyMap<string, AccountFact>,
  since: Instant | null = null,
): (of: Place) => Neighbours {
  const nearest =
    since === null ? Number.NEGATIVE_INFINITY : millisecondsOf(since) - reachOf(accounts.keys(), accounts)
  const byDay = new Map<string, Crowd>()
  const line: Standing[] = []
  for (const { id, unitId, plannedDay, plannedAt, accountIds, publicId } of places) {
    if (plannedDay === null) continue
    const key = crowdKey(plannedDay, publicId)
    const crowd = byDay.get(key)
    if (crowd === undefined) byDay.set(key, { all: 1, units: new Map([[unitId, 1]]) })
    else {
      crowd.all += 1
      crowd.units.set(unitId, (crowd.units.get(unitId) ?? 0) + 1)
    }
    if (plannedAt === null) continue
    const at = millisecondsOf(plannedAt)
    if (at >= nearest) line.push({ id, at, accountIds })
  }
  line.sort((one, other) => one.at - other.at)
  const times = Float64Array.from(line, (standing) => standing.at)

  return ({ id, unitId, plannedDay, plannedAt, accountIds, publicId }) => {
    const crowd = plannedDay === null ? undefined : byDay.get(crowdKey(plannedDay, publicId))
    const othersThatDay = crowd === undefined ? 0 : crowd.all - (crowd.units.get(unitId) ?? 0)
    if (plannedAt === null) return { near: nobody, othersThatDay }
    const ownAt = millisecondsOf(plannedAt)
    const reach = reachOf(accountIds, accounts)
    const first = firstFrom(times, ownAt - reach + 1)
    let end = first
    while (end < times.length && (times[end] as number) < ownAt + reach) end++
    if (end - first < 2 && (end === first || line[first]?.id === id)) return { near: nobody, othersThatDay }

    let near: Neighbours['near'][number][] | null = null
    for (const accountId of accountIds) {
      const minimumMinutes = accounts.get(accountId)?.minimumMinutes ?? 0
      for (let index = first; index < end; index++) {
        const other = line[index]
        if (other === undefined || other.id === id || !other.accountIds.includes(accountId)) continue
        const minutesApart = (other.at - ownAt) / 60_000
        if (Math.abs(minutesApart) >= minimumMinutes) continue
        near ??= []
        near.push({ publicationId: other.id, accountId, minutesApart, minimumMinutes })
      }
    }
    return { near: near ?? nobody, othersThatDay }
  }
}

/** Those of one day for one public; none meets none. */
function crowdKey(day: Day, publicId: string | null): string {
  return publicId === null ? day : `${day} ${publicId}`
}

/** Who stands on one day for one public: all of them, and each unit's own. */
type Crowd = { all: number; units: Map<string, number> }

type Standing = { id: string; at: number; accountIds: readonly string[] }

const nobody: Neighbours['near'] = []

/** The largest minimum distance among these accounts, in milliseconds. */
function reachOf(ids: Iterable<string>, accounts: ReadonlyMap<string, AccountFact>): number {
  let minutes = 0
  for (const id of ids) minutes = Math.max(minutes, accounts.get(id)?.minimumMinutes ?? 0)
  return minutes * 60_000
}

/** The index of the first that is not before `at`. */
function firstFrom(times: Float64Array, at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}
