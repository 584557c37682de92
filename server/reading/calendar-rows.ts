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
  timeVersion: number
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
  embargoUntil: Instant | null
  version: number
  agendaEventId: string | null
  publicId: string | null
}

/** Column of `publications` -> field of a row. */
const columns: Record<keyof CalendarRow, string> = {
  id: 'id',
  title: 'title',
  unitId: 'unit_id',
  objective: 'objective',
  subjectClass: 'subject_class',
  campaignId: 'campaign_id',
  plannedAt: 'planned_at',
  plannedDay: 'planned_day',
  timeKind: 'time_kind',
  ownerId: 'owner_id',
  state: 'state',
  timeVersion: 'time_version',
  accountIds: 'account_ids',
  isExecutive: 'is_executive',
  isTimeBound: 'is_time_bound',
  stepsRequired: 'steps_required',
  stepsDecided: 'steps_decided',
  briefingVersion: 'briefing_version',
  signedVersion: 'signed_version',
  openQuestions: 'open_questions',
  questionsAfterSignature: 'questions_after_signature',
  acknowledgedCount: 'acknowledged_count',
  blockingFindings: 'blocking_findings',
  isHeld: 'is_held',
  handedOverAt: 'handed_over_at',
  variantCount: 'variant_count',
  postedCount: 'posted_count',
  notPostedCount: 'not_posted_count',
  withdrawnCount: 'withdrawn_count',
  embargoUntil: 'embargo_until',
  version: 'version',
  agendaEventId: 'agenda_event_id',
  publicId: 'public_id',
}

/** The columns of a row under an alias of the table (or of a selection with its columns), named as the row's fields. */
export function rowColumnsOf(alias: string): SQL {
  const named = Object.entries(columns).map(([field, column]) => `${alias}.${column} as "${field}"`)
  return sql.raw(named.join(', '))
}

/** The same under the alias `p`. */
export const rowColumns: SQL = rowColumnsOf('p')

/**
 * One row as the driver gave it, taken over without a copy: the statement named its columns by `rowColumnsOf`, so the kinds are the
 * columns' own and only the instants are put into their canonical form.
 */
export function rowFrom(found: Row): Row & CalendarRow {
  const row = found as Row & CalendarRow
  if (row.plannedAt !== null) row.plannedAt = instantFromText(row.plannedAt)
  if (row.embargoUntil !== null) row.embargoUntil = instantFromText(row.embargoUntil)
  if (row.handedOverAt !== null) row.handedOverAt = instantFromText(row.handedOverAt)
  return row
}

/** How many values of a row `rowAt` reads; what a statement names beside them comes after. */
export const ROW_WIDTH = Object.keys(columns).length

const instantOrNull = (value: unknown) => (value === null ? null : instantFromText(value as string))

/** The same from a row's values, which the statement named first and in the order of `columns`. */
export function rowAt(values: readonly unknown[]): CalendarRow {
  return {
    id: values[0] as CalendarRow['id'],
    title: values[1] as CalendarRow['title'],
    unitId: values[2] as CalendarRow['unitId'],
    objective: values[3] as CalendarRow['objective'],
    subjectClass: values[4] as CalendarRow['subjectClass'],
    campaignId: values[5] as CalendarRow['campaignId'],
    plannedAt: instantOrNull(values[6]),
    plannedDay: values[7] as CalendarRow['plannedDay'],
    timeKind: values[8] as CalendarRow['timeKind'],
    ownerId: values[9] as CalendarRow['ownerId'],
    state: values[10] as CalendarRow['state'],
    timeVersion: values[11] as CalendarRow['timeVersion'],
    accountIds: values[12] as CalendarRow['accountIds'],
    isExecutive: values[13] as CalendarRow['isExecutive'],
    isTimeBound: values[14] as CalendarRow['isTimeBound'],
    stepsRequired: values[15] as CalendarRow['stepsRequired'],
    stepsDecided: values[16] as CalendarRow['stepsDecided'],
    briefingVersion: values[17] as CalendarRow['briefingVersion'],
    signedVersion: values[18] as CalendarRow['signedVersion'],
    openQuestions: values[19] as CalendarRow['openQuestions'],
    questionsAfterSignature: values[20] as CalendarRow['questionsAfterSignature'],
    acknowledgedCount: values[21] as CalendarRow['acknowledgedCount'],
    blockingFindings: values[22] as CalendarRow['blockingFindings'],
    isHeld: values[23] as CalendarRow['isHeld'],
    handedOverAt: instantOrNull(values[24]),
    variantCount: values[25] as CalendarRow['variantCount'],
    postedCount: values[26] as CalendarRow['postedCount'],
    notPostedCount: values[27] as CalendarRow['notPostedCount'],
    withdrawnCount: values[28] as CalendarRow['withdrawnCount'],
    embargoUntil: instantOrNull(values[29]),
    version: values[30] as CalendarRow['version'],
    agendaEventId: values[31] as CalendarRow['agendaEventId'],
    publicId: values[32] as CalendarRow['publicId'],
  }
}
