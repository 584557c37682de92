import { setImmediate as nextTurn } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Row } from '../../db/lane.ts'
import type { CalendarEvent, CalendarFile } from '../../domain/feeds/calendar-file.ts'
import { feedEvent } from '../../domain/feeds/entry.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { addDays, addMinutes, type Day, dayOf, type Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import type { Person } from '../infrastructure/right.ts'
import { wordsFor } from '../infrastructure/words.ts'
import type { World } from '../infrastructure/world.ts'
import { visibleTo } from '../publications/visible.ts'
import { rowColumns, rowFrom } from './calendar-rows.ts'
import { factsOnce } from './facts-once.ts'
import { type FeedNames, type FeedRow, publicationWords } from './feed-words.ts'
import { type FilterName, filterCondition, filterValues, toldByRule } from './filter.ts'
import { factsOf, judge } from './judge-row.ts'
import { neighbourhood, placesOn } from './places.ts'
import { statement } from './statement.ts'

const DAYS_BACK = 90
const DAYS_AHEAD = 400
const CANCELLED_SHOWN_DAYS = 30
export const FEED_LIMIT = 2_000
const REFRESH_MINUTES = 60
/** After so many the others on this server have their turn. */
const JUDGED_AT_ONCE = 200

type FeedParam = FilterName | 'from' | 'to' | 'person' | 'moment' | 'changedSince' | 'limit'

/** Each with its own condition, so that each finds its rows by its own index. */
const feedStatement = (kept: (param: (name: FeedParam) => SQL) => SQL) =>
  statement<FeedParam>(
    ({ param, text }) => sql`
  select ${rowColumns}, p.version as "version", p.changed_at as "changedAt",
    c.name as "campaignName", o.name as "ownerName"
  from publications p
  join people o on o.id = p.owner_id
  left join campaigns c on c.id = p.campaign_id
  where p.planned_day between ${param('from')}::date and ${param('to')}::date
    and ${kept(param)}
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
    and ${filterCondition(param)}
  order by p.planned_day, p.time_kind <> 'exact', p.planned_at, p.id
  limit ${param('limit')}::int`,
  )

const standingStatement = feedStatement(() => sql`true`)
const cancelledStatement = feedStatement(
  (param) => sql`p.state = 'cancelled' and p.changed_at >= ${param('changedSince')}::timestamptz`,
)

const accountStatement = statement<never>(() => sql`select id, platform, handle from accounts`)

type Asked = {
  person: Person
  agency: Agency
  moment: Instant
  viewName: string | null
  filter: CalendarFilter
  /** Where the agency's pages are, without a slash at the end. */
  home: string
}

/**
 * What a person's other calendars are told: the publications of 90 days back and 400 ahead that they may see at this
 * moment and that the filter keeps, and what was cancelled in the last 30 days. At most 2,000, the earliest first; where
 * more stand in the window the last entry says so.
 */
export async function feed(world: World, asked: Asked): Promise<CalendarFile> {
  const { person, agency, moment, filter } = asked
  const { store } = world
  const today = dayOf(moment, agency.zone)
  const days = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
  const rowsOf = async (rows: typeof standingStatement, kept: CalendarFilter) => {
    const values = { ...filterValues(kept, moment, agency), ...days, person: person.id, moment }
    const changedSince = addMinutes(moment, -CANCELLED_SHOWN_DAYS * 1_440)
    const found = await rows.run(store, { ...values, changedSince, limit: FEED_LIMIT + 1 })
    return found.map((row) => feedRowFrom(row, days.from))
  }
  const ended: CalendarFilter = { ...filter, statuses: ['cancelled'], isNotReady: false }
  const standing = await rowsOf(standingStatement, filter)
  const cancelled = await rowsOf(cancelledStatement, ended)
  const once = await factsOnce(store, days, agency, moment)
  const shownDays = [...new Set(standing.map((row) => row.plannedDay))]
  const near = neighbourhood(await placesOn(store, withNeighbours(shownDays), person, moment), once.accounts)
  const told = toldByRule(filter)
  const reader = { language: person.locale, zone: agency.zone, now: moment }
  const say = wordsFor(reader)
  const names: FeedNames = { accounts: await accountNames(store) }

  const rows = inOrder([...standing, ...cancelled])
  const events: CalendarEvent[] = []
  for (const [index, row] of rows.slice(0, FEED_LIMIT).entries()) {
    if (index % JUDGED_AT_ONCE === 0) await nextTurn()
    const judged = judge(row, () => factsOf(row, once, near(row), agency), agency, moment)
    if (row.state !== 'cancelled' && told !== null && !told.isKept(judged.status, judged.blockers)) continue
    const words = publicationWords({ ...row, ...judged }, names, say)
    events.push(
      feedEvent(
        { ...row, status: judged.status, at: row.plannedAt, day: row.plannedDay },
        { ...words, address: `${asked.home}/publications/${row.id}` },
      ),
    )
  }
  const first = rows[FEED_LIMIT]
  if (first !== undefined) events.push(cutAt(first.plannedDay, moment))
  return {
    name: say(asked.viewName === null ? 'views:feed.nameOfAll' : 'views:feed.nameOf', {
      agency: agency.name,
      view: asked.viewName ?? '',
    }),
    zone: agency.zone,
    refreshMinutes: REFRESH_MINUTES,
    events,
  }

  function cutAt(day: Day, at: Instant): CalendarEvent {
    return {
      uid: 'cut@selaras',
      when: { day },
      changedAt: `${at.slice(0, 10)}T00:00:00.000Z`,
      sequence: 0,
      status: 'confirmed',
      summary: say('views:feed.cut', { count: FEED_LIMIT }),
      description: say('views:feed.cutHelp'),
      address: `${asked.home}/calendar`,
    }
  }
}

type Told = Pick<FeedRow, 'version' | 'campaignName' | 'ownerName'> & { changedAt: string }

function feedRowFrom(found: Row, fallback: Day): FeedRow {
  const row = rowFrom(found)
  const { version, changedAt, campaignName, ownerName } = found as unknown as Told
  return {
    ...row,
    plannedDay: row.plannedDay ?? fallback,
    version,
    changedAt: instantFromText(changedAt),
    campaignName,
    ownerName,
  }
}

/** Each publication once, in the order of their days. */
function inOrder(rows: readonly FeedRow[]): FeedRow[] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return once.sort((one, other) =>
    one.plannedDay === other.plannedDay ? 0 : one.plannedDay < other.plannedDay ? -1 : 1,
  )
}

function withNeighbours(days: readonly Day[]): Day[] {
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))]
}

async function accountNames(store: World['store']): Promise<FeedNames['accounts']> {
  const rows = await accountStatement.run(store, {})
  return new Map(
    rows.map((row) => [String(row.id), { platform: String(row.platform), handle: String(row.handle) }]),
  )
}
