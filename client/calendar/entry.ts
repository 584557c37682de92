import type { inferRouterOutputs } from '@trpc/server'
import type { Day, Instant } from '../../domain/time.ts'
import type { AppRouter } from '../../server/router.ts'
import type { MonthAnswer } from '../shell/month-answer.ts'
import { type PlatformName, platformOf } from '../ui/platform-mark.tsx'

export type { MonthAnswer }

type Reading = inferRouterOutputs<AppRouter>['reading']
export type DirectoryAnswer = Reading['directory']
type Item = MonthAnswer['items'][number]
export type Account = DirectoryAnswer['accounts'][number]
export type Obligation = MonthAnswer['obligations'][number]
export type AgendaDay = MonthAnswer['agenda'][number]
export type Embargo = MonthAnswer['embargoes'][number]
export type Pause = MonthAnswer['pauses'][number]

/** A publication as the calendar shows it: the server's item with its references put into names. */
export type Entry = Omit<Item, 'unit' | 'owner' | 'campaign' | 'accounts'> & {
  unitId: string
  owner: string
  campaign: string | null
  accounts: Account[]
  platforms: PlatformName[]
  /** `HH:MM` in the agency's zone; null without a time of day. */
  clock: string | null
}

/** The directory by id. */
export type Names = {
  accounts: ReadonlyMap<string, Account>
  people: ReadonlyMap<string, string>
  campaigns: ReadonlyMap<string, string>
}

export function namesOf(directory: DirectoryAnswer | undefined): Names {
  const named = (list: readonly { id: string; name: string }[] = []) =>
    new Map(list.map(({ id, name }) => [id, name]))
  return {
    accounts: new Map((directory?.accounts ?? []).map((account) => [account.id, account])),
    people: named(directory?.people),
    campaigns: named(directory?.campaigns),
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string, at: Instant): string {
  let format = clocks.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(zone, format)
  }
  return format.format(new Date(at))
}

type Made = { refs: readonly string[]; names: Names; zone: string; entry: Entry }

const made = new WeakMap<Item, Made>()

/** The items of an answer as entries, in the answer's order. An item that was read before is the entry it was. */
export function entriesOf(
  answer: { refs: readonly string[]; items: readonly Item[] } | undefined,
  names: Names,
  zone: string,
): Entry[] {
  if (answer === undefined) return []
  const { refs } = answer
  return answer.items.map((item) => {
    const known = made.get(item)
    if (known?.refs === refs && known.names === names && known.zone === zone) return known.entry
    const entry = entryOf(item, refs, names, zone)
    made.set(item, { refs, names, zone, entry })
    return entry
  })
}

function entryOf(
  { unit, owner, campaign, accounts, ...item }: Item,
  refs: readonly string[],
  names: Names,
  zone: string,
): Entry {
  const own = accounts.flatMap((position) => names.accounts.get(refs[position] ?? '') ?? [])
  return {
    ...item,
    unitId: refs[unit] ?? '',
    owner: names.people.get(refs[owner] ?? '') ?? '',
    campaign: campaign === null ? null : (names.campaigns.get(refs[campaign] ?? '') ?? null),
    accounts: own,
    platforms: [...new Set(own.map((account) => platformOf(account.platform)))],
    clock: item.at === null ? null : clockIn(zone, item.at),
  }
}

/**
 * `now` with each entry that says the same as `before` as the one it was, and `before` itself where all do: what did not
 * change is not drawn again.
 */
export function steady(before: Entry[], now: Entry[]): Entry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const kept = now.map((entry) => {
    const was = known.get(entry.id)
    return was !== undefined && saysTheSame(was, entry) ? was : entry
  })
  const isAsBefore = kept.length === before.length && kept.every((entry, index) => entry === before[index])
  return isAsBefore ? before : kept
}

/** Whether both look alike wherever they are drawn: all but which state of its time was read. */
export function isDrawnAs(one: Entry, other: Entry): boolean {
  return one === other || saysTheSame({ ...one, timeVersion: other.timeVersion }, other)
}

function saysTheSame(one: Entry, other: Entry): boolean {
  if (one === other) return true
  return (Object.keys(other) as (keyof Entry)[]).every((key) => {
    const [a, b] = [one[key], other[key]]
    if (!Array.isArray(a) || !Array.isArray(b)) return a === b
    return a.length === b.length && a.every((each, index) => each === b[index])
  })
}

export function byDay(entries: readonly Entry[]): Map<Day, Entry[]> {
  const days = new Map<Day, Entry[]>()
  for (const entry of entries) {
    if (entry.day === null) continue
    const there = days.get(entry.day)
    if (there === undefined) days.set(entry.day, [entry])
    else there.push(entry)
  }
  return days
}

/** Out already: shown in second ink, without readiness. */
export function isOut(entry: Pick<Entry, 'status'>): boolean {
  return ['published', 'partly_published', 'withdrawn', 'cancelled'].includes(entry.status)
}

/** The mark at the end of a chip's title; null where nothing is to be said. */
export function markOf(
  entry: Pick<Entry, 'status' | 'blockers' | 'warnings'>,
): { state: 'ready' | 'blocked' | 'warning'; count: number } | null {
  if (entry.status === 'partly_published' || entry.status === 'overdue')
    return { state: 'blocked', count: -1 }
  if (isOut(entry) || entry.status === 'handed_over') return null
  if (entry.blockers > 0) return { state: 'blocked', count: entry.blockers }
  if (entry.warnings > 0) return { state: 'warning', count: entry.warnings }
  return { state: 'ready', count: 0 }
}
