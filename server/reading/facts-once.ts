import { sql } from 'drizzle-orm'
import type { Store } from '../../db/open.ts'
import type { EventKind } from '../../domain/agenda/kinds.ts'
import type { MarkKind } from '../../domain/marks/kinds.ts'
import { type Pause, type PauseSpan, pauseSpan } from '../../domain/marks/pauses.ts'
import { addDays, canonicalInstant, type Day, type Instant, startOfDay } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { statement } from './statement.ts'

export type AccountFact = { id: string; unitId: string; minimumMinutes: number }

export type DayMark = { day: Day; kind: MarkKind; name: string }

export type CampaignEmbargo = { campaignId: string; name: string; until: Instant }

/** An event of the agenda on its day. */
export type AgendaDay = {
  id: string
  name: string
  kind: EventKind
  timeKind: 'exact' | 'tentative' | 'open'
  day: Day
  /** `HH:MM` in the agency's zone. */
  clock: string | null
  isCancelled: boolean
}

/** A deadline of an open issue that is not met yet. */
export type DueObligation = {
  id: string
  issueId: string
  issueTitle: string
  kind: string
  dueAt: Instant
  isMissed: boolean
}

/** What is the same for every row of a list, looked up in one statement. */
export type FactsOnce = {
  accounts: ReadonlyMap<string, AccountFact>
  pauses: PauseSpan[]
  /** Publication -> pauses from which it is excepted, by somebody who is not among its authors. */
  excepted: ReadonlyMap<string, string[]>
  agentsOnShift: number
  /** Campaign -> the embargo on it, of those that end after the days begin. */
  embargoes: ReadonlyMap<string, CampaignEmbargo>
  /** Publication -> how many issues hold it back, where it is more than one. */
  severalHolds: ReadonlyMap<string, number>
  /** Cancelled events by id, each with its name. */
  cancelledEvents: ReadonlyMap<string, string>
  agenda: AgendaDay[]
  marks: DayMark[]
  obligations: DueObligation[]
}

const MOST_PAUSES = 200
const MOST_EXCEPTIONS = 5000
const MOST_CANCELLED = 1000
const MOST_HELD_TWICE = 5000
const MOST_EVENTS = 500
const MOST_OBLIGATIONS = 200

/**
 * Who is on shift is counted as `server/people/on-duty.ts` names them: whose shift covers the moment, all active agents
 * while no shift lies ahead. Tests tie the two.
 */
export const onceStatement = statement<'from' | 'to' | 'begins' | 'ends' | 'moment'>(
  ({ param }) => sql`
  with touching as (
    select z.* from pauses z
    where (z.first_day <= ${param('to')}::date and (z.last_day is null or z.last_day >= ${param('from')}::date))
      or (z.starts_at < ${param('ends')}::timestamptz and (z.ends_at is null or z.ends_at > ${param('begins')}::timestamptz))
    order by z.added_at desc, z.id limit ${sql.raw(String(MOST_PAUSES))}
  ), planned as (
    select d.person_id, d.starts_at from duty d
    where d.role = 'agent' and d.ends_at > ${param('moment')}::timestamptz
  )
  select
    (select coalesce(json_agg(json_build_array(a.id, a.unit_id, a.minimum_minutes)), '[]') from accounts a) as accounts,
    (select coalesce(json_agg(json_build_object(
      'id', z.id, 'kind', z.kind, 'name', z.name, 'stops', z.stops, 'scope', z.scope, 'unitIds', z.unit_ids,
      'accountIds', z.account_ids, 'firstDay', z.first_day, 'lastDay', z.last_day, 'startsAt', z.starts_at,
      'endsAt', z.ends_at, 'endedAt', z.ended_at)), '[]') from touching z) as pauses,
    (select coalesce(json_agg(json_build_array(e.publication_id, e.pause_id)), '[]') from (
      select x.publication_id, x.pause_id from pause_exceptions x join touching z on z.id = x.pause_id
      where not exists (
        select 1 from authors w where w.publication_id = x.publication_id and w.person_id = x.granted_by)
      limit ${sql.raw(String(MOST_EXCEPTIONS))}) e) as exceptions,
    (select count(distinct g.person_id)::int from role_grants g
      join people p on p.id = g.person_id and p.deactivated_at is null
      where g.ended_at is null and g.role = 'agent' and (
        not exists (select 1 from planned n)
        or exists (select 1 from planned n where n.person_id = g.person_id
          and n.starts_at <= ${param('moment')}::timestamptz)
      )) as agents_on_shift,
    (select coalesce(json_agg(json_build_object('campaignId', c.id, 'name', c.name, 'until', c.embargo_until)), '[]')
      from campaigns c where c.embargo_until > ${param('begins')}::timestamptz) as embargoes,
    (select coalesce(json_agg(json_build_array(h.publication_id, h.several)), '[]') from (
      select o.publication_id, count(*)::int as several from holds o where o.lifted_at is null
      group by o.publication_id having count(*) > 1 limit ${sql.raw(String(MOST_HELD_TWICE))}) h) as several_holds,
    (select coalesce(json_agg(json_build_array(v.id, v.name)), '[]') from (
      select e.id, e.name from agenda_events e where e.cancelled_at is not null
      order by e.cancelled_at desc limit ${sql.raw(String(MOST_CANCELLED))}) v) as cancelled_events,
    (select coalesce(json_agg(v), '[]') from (
      select e.id, e.name, e.kind, e.time_kind as "timeKind", e.day, e.clock, e.cancelled_at is not null as "isCancelled"
      from agenda_events e where e.day between ${param('from')}::date and ${param('to')}::date
      order by e.day, e.time_kind <> 'exact', e.clock, e.id limit ${sql.raw(String(MOST_EVENTS))}) v) as agenda,
    (select coalesce(json_agg(json_build_object('day', m.day, 'kind', m.kind, 'name', m.name) order by m.day, m.name), '[]')
      from marks m where m.day between ${param('from')}::date and ${param('to')}::date) as marks,
    (select coalesce(json_agg(json_build_object('id', o.id, 'issueId', o.issue_id, 'issueTitle', o.title, 'kind', o.kind,
      'dueAt', o.due_at, 'isMissed', o.is_missed) order by o.due_at, o.id), '[]') from (
      select b.id, b.issue_id, i.title, b.kind, b.due_at, b.missed_at is not null as is_missed
      from obligations b join issues i on i.id = b.issue_id
      where b.met_at is null and i.closed_at is null
        and b.due_at >= ${param('begins')}::timestamptz and b.due_at < ${param('ends')}::timestamptz
      order by b.due_at, b.id limit ${sql.raw(String(MOST_OBLIGATIONS))}) o) as obligations`,
)

/** The facts of the days `from` to `to`, both included, in the agency's zone. */
export async function factsOnce(
  store: Pick<Store, 'prepared'>,
  days: { from: Day; to: Day },
  agency: Pick<Agency, 'zone'>,
  moment: Instant,
): Promise<FactsOnce> {
  const begins = startOfDay(days.from, agency.zone)
  const ends = startOfDay(addDays(days.to, 1), agency.zone)
  const [row] = await onceStatement.run(store, { ...days, begins, ends, moment })
  if (!row) throw new Error('the statement gave no row')
  const accounts = row.accounts as [id: string, unitId: string, minimumMinutes: number][]
  const excepted = new Map<string, string[]>()
  for (const [publicationId, pauseId] of row.exceptions as [string, string][]) {
    excepted.set(publicationId, [...(excepted.get(publicationId) ?? []), pauseId])
  }
  return {
    accounts: new Map(accounts.map(([id, unitId, minimumMinutes]) => [id, { id, unitId, minimumMinutes }])),
    pauses: (row.pauses as Pause[]).flatMap((pause) => pauseSpan(withInstants(pause), agency.zone) ?? []),
    excepted,
    agentsOnShift: row.agents_on_shift as number,
    embargoes: new Map(
      (row.embargoes as CampaignEmbargo[]).map((one) => [
        one.campaignId,
        { ...one, until: canonicalInstant(one.until) },
      ]),
    ),
    severalHolds: new Map(row.several_holds as [publicationId: string, count: number][]),
    cancelledEvents: new Map(row.cancelled_events as [id: string, name: string][]),
    agenda: row.agenda as AgendaDay[],
    marks: row.marks as DayMark[],
    obligations: (row.obligations as DueObligation[]).map((due) => ({
      ...due,
      dueAt: canonicalInstant(due.dueAt),
    })),
  }
}

/** JSON brings instants with their offset. */
function withInstants(pause: Pause): Pause {
  const read = (text: string | null) => (text === null ? null : canonicalInstant(text))
  const { startsAt, endsAt, endedAt } = pause
  return { ...pause, startsAt: read(startsAt), endsAt: read(endsAt), endedAt: read(endedAt) }
}
