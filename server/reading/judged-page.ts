import type { Row } from '../../db/lane.ts'
import type { Store } from '../../db/open.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { addDays, type Day, type Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import type { Person } from '../infrastructure/right.ts'
import { type CalendarItem, itemMaker } from './calendar-item.ts'
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
  const once = await factsOnce(store, asked.days, agency, moment)
  const told = toldByRule(asked.filter)
  const { refs, make } = itemMaker(person)
  const items: CalendarItem[] = []
  let at = asked.start
  for (let round = 0; round < ROUNDS; round++) {
    const found = (await asked.rowsAfter(at, asked.size + 1)).map(rowFrom)
    const page = found.slice(0, asked.size)
    const near = neighbourhood(await placesOn(store, daysAround(page), person, moment), once.accounts)
    for (const row of page) {
      const facts = () => factsOf(row, once, near(row), agency)
      const judged = judge(row, facts, agency, moment)
      if (told !== null && !told.isKept(judged.status, judged.blockers)) continue
      items.push(make(row, judged))
      if (items.length === asked.size)
        return { refs, items, next: isLast(row) ? null : asked.cursorAt(asked.placeOf(row)) }
    }
    const last = page.at(-1)
    if (last === undefined || found.length <= asked.size) return { refs, items, next: null }
    at = asked.placeOf(last)

    function isLast(row: CalendarRow): boolean {
      return row === found.at(-1)
    }
  }
  return { refs, items, next: at === null ? null : asked.cursorAt(at) }
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
