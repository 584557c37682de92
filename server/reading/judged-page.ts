import type { Row } from '../../db/lane.ts'
import type { Store } from '../../db/open.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { addDays, type Day, type Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import type { Person } from '../infrastructure/right.ts'
import { type CalendarItem, itemMaker, plansOf } from './calendar-item.ts'
import { type CalendarRow, rowFrom } from './calendar-rows.ts'
import { factsOnce } from './facts-once.ts'
import { toldByRule } from './filter.ts'
import { factsOf, judge } from './judge-row.ts'
import { neighbourhood, placesOn } from './places.ts'

/** Where only the rule can tell what a filter keeps, so many pages are looked through before the rest waits for a cursor. */
const ROUNDS = 5

type Context = { store: Store; person: Person; agency: Agency; moment: Instant }

/**
 * A page of a keyset list, judged. `rowsAfter` gives at most `limit` rows after a row (null: from the start), in the
 * list's order; `cursorAt` says where a row stands in it.
 */
export async function judgedPage<At>(
  { store, person, agency, moment }: Context,
  asked: {
    filter: CalendarFilter
    size: number
    start: At | null
    days: { from: Day; to: Day }
    rowsAfter(at: At | null, limit: number): Promise<Row[]>
    placeOf(row: Row & CalendarRow): At
    cursorAt(at: At): string
  },
): Promise<{ refs: string[]; items: CalendarItem[]; next: string | null }> {
  let at = asked.start
  const rowsAfter = (place: At | null) => asked.rowsAfter(place, asked.size + 1)
  const [once, begun] = await Promise.all([factsOnce(store, asked.days, agency, moment), rowsAfter(at)])
  let found = begun.map(rowFrom)
  const told = toldByRule(asked.filter)
  const { refs, make } = itemMaker(plansOf(person))
  const items: CalendarItem[] = []
  for (let round = 1; ; round++) {
    const page = found.slice(0, asked.size)
    const near = neighbourhood(await placesOn(store, daysAround(page), person, moment), once.accounts)
    for (const row of page) {
      const facts = () => factsOf(row, once, near(row), agency)
      const judged = judge(row, facts, agency, moment)
      if (told !== null && !told.isKept(judged.status, judged.blockers)) continue
      items.push(make(row, judged))
      if (items.length === asked.size)
        return { refs, items, next: row === found.at(-1) ? null : asked.cursorAt(asked.placeOf(row)) }
    }
    const last = page.at(-1)
    if (last === undefined || found.length <= asked.size) return { refs, items, next: null }
    at = asked.placeOf(last)
    if (round === ROUNDS) return { refs, items, next: asked.cursorAt(at) }
    found = (await rowsAfter(at)).map(rowFrom)
  }
}

/** The days of these rows, each with the one before and after it: what is near may lie across midnight. */
function daysAround(rows: readonly CalendarRow[]): Day[] {
  const days = new Set<Day>()
  for (const { plannedDay } of rows) {
    if (plannedDay === null || days.has(plannedDay)) continue
    for (const step of [-1, 0, 1]) days.add(addDays(plannedDay, step))
  }
  return [...days]
}
