import { replaceEqualDeep } from '@tanstack/react-query'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { narrows } from '../../domain/publications/narrows.ts'
import { PER_DAY_LIMIT } from '../../domain/reading/limits.ts'
import type { Day } from '../../domain/time.ts'
import type { ShownChange } from '../../server/reading/changed-view.ts'
import type { AppRouter } from '../../server/router.ts'

export type MonthAnswer = inferRouterOutputs<AppRouter>['reading']['month']
export type MonthInput = inferRouterInputs<AppRouter>['reading']['month']
type Item = MonthAnswer['items'][number]

/** A page of a list. */
export type PageOfItems = { refs: string[]; items: Item[] }

/** Answers made from the one before: what did not change in them is the same object already. */
const sharesItems = new WeakSet<object>()

/**
 * A new answer with what it says alike as the objects of the one before, so that it is not drawn again. To compare an
 * answer that was put right item by item would cost more than putting it right.
 */
export function keepParts(before: unknown, now: unknown): unknown {
  return typeof now === 'object' && now !== null && sharesItems.has(now) ? now : replaceEqualDeep(before, now)
}

/** An answer put right, and those of its days that are to be read again because more than the shown may have changed. */
export type PutRight = { answer: MonthAnswer; days: Day[]; isNarrowed: boolean }

/**
 * An answer with what a change is shown to have made of it; null where it must be read again as a whole. What it says
 * is what a new reading would say, but for the days it gives back. `mayPlan`: whether the reader plans for a unit.
 */
export function putRight(
  answer: MonthAnswer,
  { from, to, filter }: MonthInput,
  shown: ShownChange,
  mayPlan: (unitId: string) => boolean,
): PutRight | null {
  const [changed] = shown.items
  if (changed === undefined) return null
  const was = answer.items.find((item) => item.id === changed.id)
  const isNarrowed = narrows(filter ?? {})
  // Days that hold more than is given may have held it.
  if (was === undefined && answer.cut.length > 0) return null
  // Its embargo was lifted: the end stands on a day of its own.
  if (answer.embargoes.some((one) => one.of === 'publication' && one.id === changed.id)) return null

  const refs = [...answer.refs]
  const days = new Set(shown.days)
  const isWithin = (day: Day | null) => day !== null && from <= day && day <= to
  const held = new Map<string, Item>()
  const ids = new Set(shown.items.map(({ id }) => id))
  for (const item of answer.items) if (ids.has(item.id)) held.set(item.id, item)
  const now: Item[] = []
  for (const item of shown.items) {
    const old = held.get(item.id)
    // A filter may keep it or not: only a reading can tell. Without one, all are kept but what was cancelled.
    if (isNarrowed) for (const day of [old?.day, item.day]) if (day) days.add(day)
    if (isNarrowed && old === undefined) continue
    const isOlder = old !== undefined && (old.version > item.version || old.timeVersion > item.timeVersion)
    if (isOlder) now.push(old)
    else if (isWithin(item.day) && (isNarrowed || item.status !== 'cancelled'))
      now.push(placed(item, shown.refs, refs, mayPlan))
  }

  const is = now.find((item) => item.id === changed.id)
  // Who was near it on an account that it left is not among those shown.
  if (was && is && accountsOf(was, answer.refs) !== accountsOf(is, refs)) return null

  const items = answer.items.filter((item) => !held.has(item.id))
  for (const item of now) items.splice(placeIn(items, item), 0, item)
  for (const day of [was?.day, is?.day]) {
    if (!day) continue
    const isCut = answer.cut.some((one) => one.day === day)
    if (isCut || items.filter((item) => item.day === day).length > PER_DAY_LIMIT) days.add(day)
  }
  // As they were where none came in: what is made of them is not made anew.
  const right = { ...answer, refs: refs.length === answer.refs.length ? answer.refs : refs, items }
  sharesItems.add(right)
  return { answer: right, days: [...days].filter(isWithin).sort(), isNarrowed }
}

/** Where an item comes in among those that stand in order. */
function placeIn(items: readonly Item[], item: Item): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(items[middle] as Item, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** An answer in which the days from `part.from` to `part.to` say what a later reading of them says. */
export function withDays(
  answer: MonthAnswer,
  part: { from: Day; to: Day; answer: MonthAnswer },
): MonthAnswer {
  const isOutside = (day: Day | null) => day === null || day < part.from || part.to < day
  const read = new Set(part.answer.items.map((item) => item.id))
  const refs = [...answer.refs]
  const kept = answer.items.filter((item) => isOutside(item.day) && !read.has(item.id))
  const items = [...kept, ...part.answer.items.map((item) => placed(item, part.answer.refs, refs, null))]
  const { moment, today } = part.answer
  return {
    ...answer,
    moment,
    today,
    refs: refs.length === answer.refs.length ? answer.refs : refs,
    items: items.sort(inOrder),
    cut: [...answer.cut.filter(({ day }) => isOutside(day)), ...part.answer.cut].sort((one, other) =>
      one.day < other.day ? -1 : 1,
    ),
  }
}

/** A list's pages with those of the shown that they hold as they are now, each where it stood; null where they hold none. */
export function putRightInPages(
  pages: readonly PageOfItems[],
  shown: ShownChange,
  mayPlan: (unitId: string) => boolean,
): PageOfItems[] | null {
  const now = new Map(shown.items.map((item) => [item.id, item]))
  if (!pages.some((page) => page.items.some((item) => now.has(item.id)))) return null
  return pages.map((page) => {
    const refs = [...page.refs]
    const items = page.items.map((item) => {
      const is = now.get(item.id)
      return is === undefined ? item : placed(is, shown.refs, refs, mayPlan)
    })
    return { ...page, refs, items }
  })
}

/** An item of one answer in another, whose `refs` take up what it points to. `mayPlan` null: it was read by this reader. */
function placed(
  item: Item,
  from: readonly string[],
  refs: string[],
  mayPlan: ((unitId: string) => boolean) | null,
): Item {
  const at = (position: number): number => {
    const id = from[position] ?? ''
    const known = refs.indexOf(id)
    return known === -1 ? refs.push(id) - 1 : known
  }
  const { unit, owner, campaign, accounts } = item
  return {
    ...item,
    unit: at(unit),
    owner: at(owner),
    campaign: campaign === null ? null : at(campaign),
    accounts: accounts.map(at),
    move: mayPlan === null || mayPlan(from[unit] ?? '') ? item.move : 'role',
  }
}

function accountsOf(item: Item, refs: readonly string[]): string {
  return item.accounts
    .map((position) => refs[position])
    .sort()
    .join(' ')
}

type Ordered = { day: string | null; timeKind: string; at: string | null; id: string }

/** The order of the server's answer: day, what has its time first, time, id. */
export function inOrder(one: Ordered, other: Ordered): number {
  const keys = (item: Ordered) => [
    item.day ?? '',
    item.timeKind === 'exact' ? '0' : '1',
    item.at ?? '9',
    item.id,
  ]
  const left = keys(one)
  const right = keys(other)
  for (let index = 0; index < left.length; index++) {
    const [a = '', b = ''] = [left[index], right[index]]
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}
