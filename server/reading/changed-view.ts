import { addDays, type Day, dayOf, type Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import type { OutboxEvent } from '../infrastructure/outbox.ts'
import { type CalendarItem, itemMaker } from './calendar-item.ts'
import type { CalendarRow } from './calendar-rows.ts'
import type { FactsOnce } from './facts-once.ts'
import { factsOf, judge } from './judge-row.ts'
import { neighbourhood, type Place, takesPlace } from './places.ts'

/** What a change of one publication made of the lists of whoever hears of it. */
export type ShownChange = {
  refs: string[]
  /**
   * The publication that changed, then those whose marks of nearness it may have touched: each as `reading.month` gives
   * it, but that `move` says `yes` also to whoever does not plan for the unit.
   */
  items: CalendarItem[]
  /** Days on which others may have changed beside these: to be read again. */
  days: Day[]
  /** Whether it may have changed who is asked to decide. */
  asksOthers: boolean
}

/** What leaves as it is who is asked to decide; what ends a submission is an event of its own. */
const asksNobody: ReadonlySet<string> = new Set([
  'publications.created',
  'publications.edited',
  'publications.moved',
  'publications.commented',
  'publications.comment_resolved',
  'publications.comment_reopened',
])

/** Closer together, and whoever hears of it reads the days anew. */
const MOST_NEAR = 20

/** What those are shown who may know of these rows, each event's once. */
export function changedView(
  rows: readonly CalendarRow[],
  once: FactsOnce,
  agency: Agency,
  moment: Instant,
): (event: OutboxEvent) => ShownChange | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const places = rows.filter((row) => takesPlace(row.state))
  const near = neighbourhood(places, once.accounts)
  const made = new Map<OutboxEvent, ShownChange | undefined>()

  /** Others of this day may say something else about how full it is. */
  const isFull = (day: Day) =>
    agency.crowdedFrom > 0 && places.filter((one) => one.plannedDay === day).length + 1 >= agency.crowdedFrom

  const make = (event: OutboxEvent): ShownChange | undefined => {
    const row = byId.get(event.publicationId ?? '')
    // The end of an embargo stands on a day of its own.
    if (row === undefined || row.embargoUntil !== null) return undefined
    const before = placeBefore(event, row, agency)
    const beside = new Set([...near(row).near, ...near(before).near].map((other) => other.publicationId))
    const isCrowd = beside.size > MOST_NEAR
    const days = [row.plannedDay, before.plannedDay].filter((day) => day !== null)
    const { refs, make: makeItem } = itemMaker(() => true)
    const others = isCrowd ? [] : [...beside].flatMap((id) => byId.get(id) ?? [])
    const items = [row, ...others].map((one) =>
      makeItem(
        one,
        judge(one, () => factsOf(one, once, near(one), agency), agency, moment),
      ),
    )
    const again = isCrowd
      ? days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
      : days.filter(isFull)
    return { refs, items, days: [...new Set(again)], asksOthers: !asksNobody.has(event.action) }
  }

  return (event) => {
    if (!made.has(event)) made.set(event, make(event))
    return made.get(event)
  }
}

/** Where a publication stood before it was moved: an instant, a day, or where it stands now. */
function placeBefore(event: OutboxEvent, row: CalendarRow, agency: Agency): Place {
  const { from } = event.data
  if (event.action !== 'publications.moved' || typeof from !== 'string') return row
  const plannedAt = isDay(from) ? null : from
  return { ...row, plannedDay: dayBefore(event, agency), plannedAt }
}

/** The day on which it stood before it was moved; null where it had none or was not moved. */
export function dayBefore(event: OutboxEvent, agency: Agency): Day | null {
  const { from } = event.data
  if (event.action !== 'publications.moved' || typeof from !== 'string') return null
  return isDay(from) ? from : dayOf(from, agency.zone)
}

const isDay = (text: string) => text.length === 10
