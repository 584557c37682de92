import { sql } from 'drizzle-orm'
import type { Row } from '../../db/lane.ts'
import type { Store } from '../../db/open.ts'
import { arrayText } from '../../db/wire-types.ts'
import { addDays, type Day, dayOf, type Instant } from '../../domain/time.ts'
import { type Agency, readAgency } from '../infrastructure/command.ts'
import type { Showing } from '../infrastructure/live-events.ts'
import type { OutboxEvent } from '../infrastructure/outbox.ts'
import { momentOf } from '../infrastructure/world.ts'
import { visibleTo } from '../publications/visible.ts'
import { type CalendarRow, rowColumns, rowFrom } from './calendar-rows.ts'
import { changedView, dayBefore, type ShownChange } from './changed-view.ts'
import { factsOnce } from './facts-once.ts'
import { statement } from './statement.ts'

/** What is done to one publication and shows on no other, but on those near it. */
const ofOneAlone: ReadonlySet<string> = new Set([
  'publications.created',
  'publications.edited',
  'publications.moved',
  'publications.cancelled',
  'publications.commented',
  'publications.comment_resolved',
  'publications.comment_reopened',
  'publications.submission_ended',
  'publications.submission_withdrawn',
  'approvals.submitted',
  'approvals.decided',
  'approvals.revoked',
  'publishing.handed_over',
  'publishing.posted',
  'publishing.not_posted',
  'publishing.withdrawn',
])

/** More at once, or on fuller days, and whoever hears of it reads the days anew. */
const MOST_PUBLICATIONS = 10
const MOST_ROWS = 2000

/** Which of them only a circle may know of, and where they stand. */
const placedStatement = statement<'ids'>(
  ({ param }) => sql`
  select p.id, p.planned_day, p.restricted_account_ids <> '{}' as is_restricted
  from publications p where p.id = any(${param('ids')}::uuid[])`,
)

const rowsStatement = statement<'ids' | 'days' | 'isRestricted'>(
  ({ param }) => sql`
  select ${rowColumns} from publications p
  where (p.id = any(${param('ids')}::uuid[]) or p.planned_day = any(${param('days')}::date[]))
    and (p.restricted_account_ids <> '{}') = ${param('isRestricted')}::boolean
  order by p.id = any(${param('ids')}::uuid[]) desc, p.planned_day, p.planned_at, p.id
  limit ${sql.raw(String(MOST_ROWS + 1))}`,
)

const knownStatement = statement<'people' | 'ids' | 'moment'>(
  ({ param, text }) => sql`
  select person.id, known.ids from unnest(${param('people')}::uuid[]) person(id)
  cross join lateral (
    select coalesce(array_agg(p.id order by p.id), '{}') as ids from publications p
    where p.id = any(${param('ids')}::uuid[]) and ${visibleTo({ id: sql`person.id` }, text('moment'), 'p')}
  ) known`,
)

/**
 * What goes with events of publications, read once for all who hear of them, in one snapshot with who may know of what.
 * Whoever may know of the same restricted publications on those days is shown the same. A change that took something
 * out of sight, or that may show elsewhere too, is shown to nobody: it is read again.
 *
 * What is open is read apart from what only a circle may know of, bounds included: how much goes on in secret changes
 * nothing of what is shown of the open.
 */
export const changedItems: Showing = async (world, events, personIds) => {
  const asked = events.filter(mayShow)
  if (asked.length === 0) return nothing
  const ids = arrayText([...new Set(asked.map((event) => event.publicationId))])
  return world.store.transaction(
    async (tx, run) => {
      const [moment, agency] = [await momentOf(world, tx), await readAgency(tx)]
      const context = { store: { prepared: run }, agency, moment, personIds }
      const placed = await placedStatement.run(context.store, { ids })
      const [open, secret] = [false, true].map((isRestricted) => {
        const places = placed.filter((place) => place.is_restricted === isRestricted) as Placed[]
        const among = new Set(places.map((place) => place.id))
        return { places, events: asked.filter((event) => among.has(event.publicationId)) }
      }) as [Group, Group]
      const [openTo, secretTo] = [await shownOf(open, context), await shownOf(secret, context)]
      return (personId, event) => openTo(personId, event) ?? secretTo(personId, event)
    },
    { isolation: 'repeatable read' },
  )
}

const nothing = () => undefined

type Placed = Row & { id: string; planned_day: Day | null }

type Group = { places: Placed[]; events: PublicationEvent[] }

type Context = {
  store: Pick<Store, 'prepared'>
  agency: Agency
  moment: Instant
  personIds: string[]
}

async function shownOf({ places, events }: Group, { store, agency, moment, personIds }: Context) {
  if (places.length === 0 || places.length > MOST_PUBLICATIONS) return nothing
  const touched = [
    ...places.map((place) => place.planned_day),
    ...events.map((event) => dayBefore(event, agency)),
  ].filter((day) => day !== null)
  const days = daysAround(touched)
  const rowsThatAre = async (isRestricted: boolean) => {
    const asked = { ids: arrayText(places.map(({ id }) => id)), days: arrayText(days), isRestricted }
    return (await rowsStatement.run(store, asked)).map(rowFrom)
  }
  const [open, secret] = [await rowsThatAre(false), await rowsThatAre(true)]
  if (open.length > MOST_ROWS) return nothing
  const today = dayOf(moment, agency.zone)
  const once = await factsOnce(store, { from: days[0] ?? today, to: days.at(-1) ?? today }, agency, moment)
  const known = await knownAmong(secret, { store, moment, personIds })

  const views = new Map<string, ReturnType<typeof changedView>>()
  return (personId: string, event: OutboxEvent): ShownChange | undefined => {
    const own = known.get(personId) ?? []
    // Who knows of some of them may know of more than were read.
    if (secret.length > MOST_ROWS && own.length > 0) return undefined
    const key = own.join(' ')
    let view = views.get(key)
    if (view === undefined) {
      const mine = new Set(own)
      view = changedView([...open, ...secret.filter((row) => mine.has(row.id))], once, agency, moment)
      views.set(key, view)
    }
    return events.some((one) => one === event) ? view(event) : undefined
  }
}

/** Person -> those of these rows that they may know of, in order. */
async function knownAmong(
  rows: readonly CalendarRow[],
  { store, moment, personIds }: Pick<Context, 'store' | 'moment' | 'personIds'>,
): Promise<Map<string, string[]>> {
  if (rows.length === 0) return new Map()
  const ids = arrayText(rows.map(({ id }) => id))
  const found = await knownStatement.run(store, { people: arrayText(personIds), ids, moment })
  return new Map(found.map((row) => [row.id as string, row.ids as string[]]))
}

type PublicationEvent = OutboxEvent & { publicationId: string }

function mayShow(event: OutboxEvent): event is PublicationEvent {
  const { publicationId, data, action } = event
  if (publicationId === null || data.hides === true || !ofOneAlone.has(action)) return false
  // Who stood near it on an account that it left is known from no row any more.
  return !(Array.isArray(data.fields) && data.fields.includes('accountIds'))
}

/**
 * These days with two before and after: a minimum distance reaches no further than a day, so who is near stands beside
 * them, and who is near that one again a day further.
 */
function daysAround(days: readonly Day[]): Day[] {
  const around = days.flatMap((day) => [-2, -1, 0, 1, 2].map((step) => addDays(day, step)))
  return [...new Set(around)].sort()
}
