import { type SQL, sql } from 'drizzle-orm'
import { instantFromText } from '../../db/columns.ts'
import type { Row } from '../../db/lane.ts'
import type { PublicationState } from '../../domain/publications/states.ts'
import type { Day, Instant } from '../../domain/time.ts'

/** What a list is told of one publication by its own row. */
export type CalendarRow = {
  id: string
  title: string
  unitId: string
  objective: 'promote' | 'protect'
  subjectClass: string | null
  campaignId: string | null
  plannedAt: Instant | null
  plannedDay: Day | null
  timeKind: 'none' | 'exact' | 'tentative' | 'open'
  ownerId: string
  state: PublicationState
  version: number
  timeVersion: number
  changedAt: Instant
  accountIds: string[]
  isExecutive: boolean
  isTimeBound: boolean
  stepsRequired: number
  stepsDecided: number
  briefingVersion: number | null
  signedVersion: number | null
  openQuestions: number
  questionsAfterSignature: number
  acknowledgedCount: number
  blockingFindings: number
  isHeld: boolean
  handedOverAt: Instant | null
  variantCount: number
  postedCount: number
  notPostedCount: number
  withdrawnCount: number
}

/** The columns of a row under the table's alias `p`, as `rowFrom` reads them. */
export const rowColumns: SQL = sql.raw(
  [
    'id',
    'title',
    'unit_id',
    'objective',
    'subject_class',
    'campaign_id',
    'planned_at',
    'planned_day',
    'time_kind',
    'owner_id',
    'state',
    'version',
    'time_version',
    'changed_at',
    'account_ids',
    'is_executive',
    'is_time_bound',
    'steps_required',
    'steps_decided',
    'briefing_version',
    'signed_version',
    'open_questions',
    'questions_after_signature',
    'acknowledged_count',
    'blocking_findings',
    'is_held',
    'handed_over_at',
    'variant_count',
    'posted_count',
    'not_posted_count',
    'withdrawn_count',
  ]
    .map((column) => `p.${column}`)
    .join(', '),
)

const instantOrNull = (value: unknown) => (value === null ? null : instantFromText(value as string))

/** One row as the driver gave it; the statement named exactly `rowColumns`, so the kinds are the columns' own. */
export function rowFrom(row: Row): CalendarRow {
  return {
    id: row.id as string,
    title: row.title as string,
    unitId: row.unit_id as string,
    objective: row.objective as CalendarRow['objective'],
    subjectClass: row.subject_class as string | null,
    campaignId: row.campaign_id as string | null,
    plannedAt: instantOrNull(row.planned_at),
    plannedDay: row.planned_day as string | null,
    timeKind: row.time_kind as CalendarRow['timeKind'],
    ownerId: row.owner_id as string,
    state: row.state as PublicationState,
    version: row.version as number,
    timeVersion: row.time_version as number,
    changedAt: instantFromText(row.changed_at as string),
    accountIds: row.account_ids as string[],
    isExecutive: row.is_executive as boolean,
    isTimeBound: row.is_time_bound as boolean,
    stepsRequired: row.steps_required as number,
    stepsDecided: row.steps_decided as number,
    briefingVersion: row.briefing_version as number | null,
    signedVersion: row.signed_version as number | null,
    openQuestions: row.open_questions as number,
    questionsAfterSignature: row.questions_after_signature as number,
    acknowledgedCount: row.acknowledged_count as number,
    blockingFindings: row.blocking_findings as number,
    isHeld: row.is_held as boolean,
    handedOverAt: instantOrNull(row.handed_over_at),
    variantCount: row.variant_count as number,
    postedCount: row.posted_count as number,
    notPostedCount: row.not_posted_count as number,
    withdrawnCount: row.withdrawn_count as number,
  }
}
