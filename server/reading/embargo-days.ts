import { sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Store } from '../../db/open.ts'
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { visibleTo } from '../publications/visible.ts'
import type { FactsOnce } from './facts-once.ts'
import { statement } from './statement.ts'

/** The end of an embargo, on the day on which it falls. */
export type EmbargoEnd = {
  of: 'publication' | 'campaign'
  /** The publication or the campaign. */
  id: string
  name: string
  until: Instant
  day: Day
}

const MOST = 200

const embargoStatement = statement<'begins' | 'ends' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select p.id, p.title, p.embargo_until from publications p
  where p.embargo_until >= ${param('begins')}::timestamptz and p.embargo_until < ${param('ends')}::timestamptz
    and p.state <> 'cancelled' and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
  order by p.embargo_until, p.id limit ${sql.raw(String(MOST))}`,
)

/** The embargoes on publications that end in these days, of those that the person may know of. */
export async function embargoesIn(
  store: Pick<Store, 'prepared'>,
  days: { from: Day; to: Day },
  person: { id: string },
  agency: Pick<Agency, 'zone'>,
  moment: Instant,
): Promise<EmbargoEnd[]> {
  const { zone } = agency
  const begins = startOfDay(days.from, zone)
  const ends = startOfDay(addDays(days.to, 1), zone)
  const rows = await embargoStatement.run(store, { begins, ends, person: person.id, moment })
  return rows.map((row) => {
    const until = instantFromText(row.embargo_until as string)
    const [id, name] = [row.id as string, row.title as string]
    return { of: 'publication', id, name, until, day: dayOf(until, zone) }
  })
}

/** The same of campaigns, which everybody signed in may know of. */
export function ofCampaigns(
  once: Pick<FactsOnce, 'embargoes'>,
  days: { from: Day; to: Day },
  zone: string,
): EmbargoEnd[] {
  return [...once.embargoes.values()]
    .map(({ campaignId, name, until }) => ({
      of: 'campaign' as const,
      id: campaignId,
      name,
      until,
      day: dayOf(until, zone),
    }))
    .filter(({ day }) => days.from <= day && day <= days.to)
}
