import { type SQL, sql } from 'drizzle-orm'
import { arrayText } from '../../db/wire-types.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import type { PublicationStatus } from '../../domain/publications/status.ts'
import { addMinutes, type Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'

export type FilterName =
  | 'accounts'
  | 'units'
  | 'campaigns'
  | 'owners'
  | 'publics'
  | 'platforms'
  | 'classes'
  | 'objective'
  | 'stages'
  | 'onlyAhead'
  | 'words'
  | 'graceBegan'
  | 'confirmBegan'

const ahead = sql.join(
  aheadStates.map((state) => sql`${state}`),
  sql`, `,
)

/** Where only the rule can tell: what is approved and ready from what is approved and still blocked. */
type Told = { isKept(status: PublicationStatus, blockers: number): boolean } | null

/**
 * The status of a row as far as SQL can tell it: `ready` is told apart from `approved` by the rule alone. Says what
 * `domain/publications/status.ts` says; a generated test ties the two.
 */
export function stage(param: (name: 'graceBegan' | 'confirmBegan') => SQL): SQL {
  return sql`case
    when p.state = 'published' then case
      when p.posted_count = 0 and p.withdrawn_count > 0 then 'withdrawn'
      when p.posted_count < p.variant_count then 'partly_published'
      else 'published' end
    when p.state = 'approved' and p.handed_over_at is not null then case
      when p.variant_count > p.posted_count + p.not_posted_count + p.withdrawn_count
        and p.handed_over_at < ${param('confirmBegan')}::timestamptz then 'overdue'
      else 'handed_over' end
    when p.state = 'approved' then case
      when p.is_held then 'held'
      when p.planned_at < ${param('graceBegan')}::timestamptz then 'overdue'
      else 'approved' end
    else p.state end`
}

/** The condition of a calendar's filter over `publications p`; each part with null narrows nothing. */
export function filterCondition(param: (name: FilterName) => SQL): SQL {
  const stages = sql`${param('stages')}::text[]`
  return sql`(${param('accounts')}::uuid[] is null or p.account_ids && ${param('accounts')}::uuid[])
    and (${param('units')}::uuid[] is null or p.unit_id = any(${param('units')}::uuid[]))
    and (${param('campaigns')}::uuid[] is null or p.campaign_id = any(${param('campaigns')}::uuid[]))
    and (${param('owners')}::uuid[] is null or p.owner_id = any(${param('owners')}::uuid[]))
    and (${param('publics')}::text[] is null
      or coalesce(p.public_id::text, 'none') = any(${param('publics')}::text[]))
    and (${param('platforms')}::text[] is null
      or p.account_ids && array(select a.id from accounts a where a.platform = any(${param('platforms')}::text[])))
    and (${param('classes')}::text[] is null or p.subject_class = any(${param('classes')}::text[]))
    and (${param('objective')}::text is null or p.objective = ${param('objective')}::text)
    and case when ${stages} is null then p.state <> 'cancelled' else (${stage(param)}) = any(${stages}) end
    and (not ${param('onlyAhead')}::boolean
      or (p.state in (${ahead}) and p.handed_over_at is null))
    and (${param('words')}::text is null
      or p.title ilike ${param('words')}::text or p.main_text ilike ${param('words')}::text)`
}

/** The values of the condition's parts. */
export function filterValues(
  filter: CalendarFilter,
  moment: Instant,
  agency: Pick<Agency, 'graceMinutes' | 'confirmMinutes'>,
): Record<FilterName, unknown> {
  const list = (ids: readonly string[]) => (ids.length === 0 ? null : arrayText(ids))
  const stages = new Set(filter.statuses.map((status) => (status === 'ready' ? 'approved' : status)))
  return {
    accounts: list(filter.accountIds),
    units: list(filter.unitIds),
    campaigns: list(filter.campaignIds),
    owners: list(filter.ownerIds),
    publics: list(filter.publics),
    platforms: list(filter.platforms),
    classes: list(filter.subjectClasses),
    objective: filter.objective,
    stages: list([...stages]),
    onlyAhead: filter.isNotReady,
    words: filter.words === '' ? null : `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`,
    graceBegan: addMinutes(moment, -agency.graceMinutes),
    confirmBegan: addMinutes(moment, -agency.confirmMinutes),
  }
}

/** What is left for the rule to decide, row by row; null where the condition said it all. */
export function toldByRule(filter: CalendarFilter): Told {
  const wantsReady = filter.statuses.includes('ready')
  const wantsApproved = filter.statuses.includes('approved')
  if (wantsReady === wantsApproved && !filter.isNotReady) return null
  const dropped = wantsReady === wantsApproved ? null : wantsReady ? 'approved' : 'ready'
  return {
    isKept: (status, blockers) => status !== dropped && (!filter.isNotReady || blockers > 0),
  }
}
