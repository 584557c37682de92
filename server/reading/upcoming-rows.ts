import { sql } from 'drizzle-orm'
import type { Row } from '../../db/lane.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import { visibleTo } from '../publications/visible.ts'
import { type CalendarRow, rowColumnsOf, rowFrom } from './calendar-rows.ts'
import { statement } from './statement.ts'

/** Past these a number says no more than "many". */
const MOST_COUNTED = 99
/** Later than every planned time: where a day's hour is open. */
export const NO_HOUR = '9999-12-31T00:00:00.000Z'

const ahead = sql.join(
  aheadStates.map((state) => sql`${state}`),
  sql`, `,
)

type Name =
  | 'person'
  | 'moment'
  | 'today'
  | 'until'
  | 'aligned'
  | 'reads'
  | 'signs'
  | 'answers'
  | 'view'
  | 'day'
  | 'isLoose'
  | 'at'
  | 'id'
  | 'limit'

export type UpcomingRow = CalendarRow & {
  briefingId: string | null
  /** The newest version the reader has confirmed. */
  readNumber: number | null
  isRequired: boolean
  isUnread: boolean
  waitsForSignature: boolean
  waitsForAnswer: boolean
}

/**
 * Publications of the coming days with how their briefing stands for one reader. `aligned` are the classes that need a
 * signature (as `mustBeAligned` says), `answers` the units whose questions the reader answers.
 */
export const upcomingStatement = statement<Name>(
  ({ param, text }) => sql`
  with seen as (
    select p.*, mine.number as read_number,
      (p.objective = 'protect' or p.is_executive or p.subject_class = any(${param('aligned')}::text[])) as is_required,
      p.state in (${ahead}) and p.handed_over_at is null as is_ahead
    from publications p
    left join lateral (
      select max(k.version_number) as number from acknowledgements k
      where k.briefing_id = p.briefing_id and k.person_id = ${param('person')}::uuid) mine on true
    where p.planned_day between ${param('today')}::date and ${param('until')}::date
      and p.state in (${ahead}, 'published')
      and ${visibleTo({ id: text('person') }, text('moment'), 'p')}
  ), judged as (
    select seen.*,
      ${param('reads')}::boolean and is_ahead and briefing_version is not null
        and coalesce(read_number, 0) < briefing_version as is_unread,
      ${param('signs')}::boolean and is_ahead and is_required and briefing_version is not null
        and open_questions = 0 and signed_version is distinct from briefing_version as waits_for_signature,
      is_ahead and open_questions > 0 and unit_id = any(${param('answers')}::uuid[]) as waits_for_answer
    from seen
  )
  select ${rowColumnsOf('judged')}, judged.briefing_id, judged.read_number, judged.is_required, judged.is_unread,
    judged.waits_for_signature, judged.waits_for_answer,
    (select count(*)::int from (select 1 from judged u where u.is_unread limit ${sql.raw(String(MOST_COUNTED))}) c) as unread,
    (select count(*)::int from (select 1 from judged w where w.waits_for_signature or w.waits_for_answer
      limit ${sql.raw(String(MOST_COUNTED))}) c) as waiting
  from judged
  right join (select 1) one on (case ${param('view')}::text
      when 'unread' then is_unread
      when 'mine' then waits_for_signature or waits_for_answer
      else true end)
    and (${param('day')}::date is null or (planned_day, time_kind <> 'exact', coalesce(planned_at, '${sql.raw(NO_HOUR)}'), id)
      > (${param('day')}::date, ${param('isLoose')}::boolean, ${param('at')}::timestamptz, ${param('id')}::uuid))
  order by planned_day, time_kind <> 'exact', coalesce(planned_at, '${sql.raw(NO_HOUR)}'), id
  limit ${param('limit')}::int`,
)

/** One row of `upcomingStatement`; null for the lone row that carries only the counts. */
export function upcomingRowFrom(row: Row): UpcomingRow | null {
  if (row.id === null) return null
  return {
    ...rowFrom(row),
    briefingId: row.briefing_id as string | null,
    readNumber: row.read_number as number | null,
    isRequired: row.is_required as boolean,
    isUnread: row.is_unread as boolean,
    waitsForSignature: row.waits_for_signature as boolean,
    waitsForAnswer: row.waits_for_answer as boolean,
  }
}
