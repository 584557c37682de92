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

const placesStatement = statement<'days' | 'person' | 'moment'>(
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
 * of other units stand on its day for the same public. `places` in any order.
 */
export function neighbourhood(
  places: Iterable<Place>,
  accounts: ReadonlyMap<string, AccountFact>,
): (of: Place) => Neighbours {
  const gathered = gatherPlaces()
  for (const place of places) gathered.add(place)
  return gathered.neighbours(accounts)
}

/**
 * The same where places come one by one: whoever is asked about is answered by those that came so far.
 *
 * A month asks for hundreds. So each account has its own line by time, and whoever is asked looks around there only as far
 * as the account's distance reaches: mostly nobody.
 */
export function gatherPlaces(): {
  add(place: Place): void
  neighbours(accounts: ReadonlyMap<string, AccountFact>): (of: Place) => Neighbours
} {
  const lines = new Map<string, Standing[]>()
  const crowds = new Map<Day, Map<string | null, Crowd>>()
  return {
    add({ id, unitId, plannedDay, plannedAt, accountIds, publicId }) {
      if (plannedDay === null) return
      const ofDay = madeIn(crowds, plannedDay, () => new Map<string | null, Crowd>())
      const crowd = madeIn(ofDay, publicId, () => ({ all: 0, units: new Map() }))
      crowd.all += 1
      crowd.units.set(unitId, (crowd.units.get(unitId) ?? 0) + 1)
      if (plannedAt === null) return
      const stands = { id, at: millisecondsOf(plannedAt) }
      for (const accountId of accountIds) {
        const standing = madeIn(lines, accountId, () => [])
        const last = standing.at(-1)
        if (last === undefined || last.at <= stands.at) standing.push(stands)
        else standing.splice(firstAfter(standing, stands.at), 0, stands)
      }
    },
    neighbours(accounts) {
      return ({ id, unitId, plannedDay, plannedAt, accountIds, publicId }) => {
        const crowd = plannedDay === null ? undefined : crowds.get(plannedDay)?.get(publicId)
        const othersThatDay = crowd === undefined ? 0 : crowd.all - (crowd.units.get(unitId) ?? 0)
        if (plannedAt === null) return { near: nobody, othersThatDay }
        const ownAt = millisecondsOf(plannedAt)
        let near: Neighbours['near'][number][] | null = null
        for (const accountId of accountIds) {
          const minimumMinutes = accounts.get(accountId)?.minimumMinutes ?? 0
          const standing = lines.get(accountId)
          if (minimumMinutes === 0 || standing === undefined) continue
          const reach = minimumMinutes * 60_000
          for (let index = firstAfter(standing, ownAt - reach); index < standing.length; index++) {
            const other = standing[index] as Standing
            if (other.at >= ownAt + reach) break
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
    },
  }
}

/** What the map holds under the key, put there now where it held nothing. */
function madeIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Who stands on one day for one public: all of them, and each unit's own. */
type Crowd = { all: number; units: Map<string, number> }

/** Who stands on an account, and when. */
type Standing = { id: string; at: number }

const nobody: Neighbours['near'] = []

/** The index of the first that stands after `at`. */
function firstAfter(standing: readonly Standing[], at: number): number {
  let low = 0
  let high = standing.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((standing[middle] as Standing).at <= at) low = middle + 1
    else high = middle
  }
  return low
}
