import type { SubjectClass } from '../subject-classes.ts'
import { canonicalText, isHumanText, isWebAddress, TEXT_LIMIT } from '../text.ts'
import { atClock, type Day, dayOf, type Instant, weekdayOf } from '../time.ts'
import type { Objective } from './objectives.ts'
import { type DayHints, type DayProblem, parseDay, parseTime, type TimeProblem } from './plan-dates.ts'
import { type PlanColumns, type PlanField, planFields } from './plan-headings.ts'
import {
  type AccountMatch,
  accountOf,
  everyAccountOf,
  knownNames,
  objectiveOf,
  type PlanAccount,
  subjectClassOf,
} from './plan-words.ts'

/** The most publications of one plan (decision of day one). */
export const PLAN_ROWS = 2000
const TITLE_LIMIT = 200
/** Characters a cell may have; the other fields have those of a title. */
const LONGER_FIELDS: Partial<Record<PlanField, number>> = { text: TEXT_LIMIT, notes: TEXT_LIMIT, link: 2000 }

export type PlanContext = {
  zone: string
  /** Those the importer may plan for. */
  accounts: readonly PlanAccount[]
  people: readonly { id: string; name: string; email: string | null }[]
  /** The publics to choose from. */
  publics: readonly { id: string; name: string }[]
  /** For rows that name no objective. */
  objective: Objective | null
  /** What stands around the row and completes its day. */
  hints?: DayHints
}

export type PlanRow = {
  title: string
  objective: Objective
  subjectClass: SubjectClass | null
  plannedDay: Day | null
  plannedAt: Instant | null
  timeKind: 'none' | 'exact' | 'tentative' | 'open'
  /** The day was written without its year. */
  isYearAssumed: boolean
  accountIds: string[]
  campaign: string | null
  /** As it is named; without an id it is none that can be chosen. */
  public: { id: string | null; name: string } | null
  text: string
  link: string | null
  /** Null: whoever brings the plan in. */
  ownerId: string | null
  notes: string
}

type Finding =
  | DayProblem
  | TimeProblem
  | Exclude<AccountMatch, { accountId: string }>
  | { code: 'title_missing' | 'day_missing' | 'objective_missing'; data: Record<string, never> }
  | { code: 'objective_unknown' | 'subject_class_unknown'; data: Record<string, never> }
  | { code: 'link_not_web' | 'text_unreadable' | 'time_in_gap'; data: Record<string, never> }
  | { code: 'text_too_long'; data: { length: number; limit: number } }
  /** These only tell; the row comes in. */
  | {
      code: 'formula_kept' | 'owner_unknown' | 'public_unknown' | 'weekday_differs'
      data: Record<string, never>
    }

/** A line where none of these says anything plans nothing. */
const saying: readonly PlanField[] = ['title', 'text', 'link', 'accounts']

/** Something about one cell; `cell` is what stands there, cut to 80 characters. */
export type PlanFinding = Finding & { field: PlanField; cell: string }

export type PlanOutcome =
  | { kind: 'empty' }
  | { kind: 'row'; row: PlanRow; notes: PlanFinding[] }
  | { kind: 'refused'; problems: PlanFinding[]; notes: PlanFinding[] }

/**
 * One line of a plan as a publication to make, or everything that is wrong with it (a cell that cannot be kept is told
 * before the rest is read). Nothing is moved or cut: a day that does
 * not exist, an unreadable time, an unknown account refuse the row. A cell that begins like a formula stays text and is
 * noted. A line that holds neither title, text, link nor account is a day left free and no row. Columns past the line's
 * end are empty.
 */
export function parsePlanRow(
  cells: readonly string[],
  columns: PlanColumns,
  context: PlanContext,
): PlanOutcome {
  const at = (field: PlanField) => cells[columns[field] ?? -1] ?? ''
  if (saying.every((field) => at(field).trim() === '')) return { kind: 'empty' }
  const problems: PlanFinding[] = []
  const notes: PlanFinding[] = []
  const add = (list: PlanFinding[], field: PlanField, finding: Finding) =>
    list.push({ ...finding, field, cell: [...at(field).toWellFormed()].slice(0, 80).join('') })

  for (const field of planFields) {
    const limit = LONGER_FIELDS[field] ?? TITLE_LIMIT
    const length = at(field).trim().length
    if (!isHumanText(at(field))) add(problems, field, { code: 'text_unreadable', data: {} })
    else if (length > limit) add(problems, field, { code: 'text_too_long', data: { length, limit } })
  }
  if (problems.length > 0) return { kind: 'refused', problems, notes }
  for (const field of ['title', 'text', 'notes', 'campaign', 'public', 'link'] as const) {
    if (/^\s*[=+\-@\t]/.test(at(field))) add(notes, field, { code: 'formula_kept', data: {} })
  }
  const title = oneLine(at('title'))
  if (title === '') add(problems, 'title', { code: 'title_missing', data: {} })

  const { time, isWeekdayOff } = timeOf(at('day'), at('time'), context, (field, finding) =>
    add(problems, field, finding),
  )
  if (isWeekdayOff) add(notes, 'day', { code: 'weekday_differs', data: {} })
  const accountIds: string[] = []
  for (const name of knownNames(at('accounts'), context.accounts)) {
    const every = everyAccountOf(name, context.accounts)
    if (every !== null && every.length > 0) {
      accountIds.push(...every.filter((id) => !accountIds.includes(id)))
      continue
    }
    const match = accountOf(name, context.accounts)
    if (!('accountId' in match)) add(problems, 'accounts', match)
    else if (!accountIds.includes(match.accountId)) accountIds.push(match.accountId)
  }
  const isObjectiveGiven = at('objective').trim() !== ''
  const objective = isObjectiveGiven ? objectiveOf(at('objective')) : context.objective
  if (objective === null) {
    add(problems, 'objective', {
      code: isObjectiveGiven ? 'objective_unknown' : 'objective_missing',
      data: {},
    })
  }
  const subjectClass = subjectClassOf(at('subjectClass'))
  if (subjectClass === null && at('subjectClass').trim() !== '') {
    add(problems, 'subjectClass', { code: 'subject_class_unknown', data: {} })
  }
  const link = at('link').trim()
  if (link !== '' && !isWebAddress(link)) add(problems, 'link', { code: 'link_not_web', data: {} })
  const ownerId = ownerOf(at('owner'), context)
  if (ownerId === null && at('owner').trim() !== '') {
    add(notes, 'owner', { code: 'owner_unknown', data: {} })
  }
  const chosenPublic = publicOf(at('public'), context)
  if (chosenPublic !== null && chosenPublic.id === null) {
    add(notes, 'public', { code: 'public_unknown', data: {} })
  }
  if (problems.length > 0 || objective === null) return { kind: 'refused', problems, notes }
  const row: PlanRow = {
    title,
    objective,
    subjectClass,
    ...time,
    accountIds,
    campaign: oneLine(at('campaign')) || null,
    public: chosenPublic,
    text: canonicalText(at('text')),
    link: link || null,
    ownerId,
    notes: canonicalText(at('notes')),
  }
  return { kind: 'row', row, notes }
}

const tentative = /\(?\b(?:tentatif|tentative)\b\)?/i
/** A day with its time behind it, as `2026-12-11 09:00` or "Jumat, 11 Des, 09.00 WIB". */
const dayAndTime =
  /^(.*\d(?:[-\s.]{0,3}\p{L}{3,9}\.?)?)(?:T|[\s,]+(?:(?:pukul|jam|pkl)\.?\s*)?)(\d{1,2}[.:]\d{2}.*)$/iu

type RowTime = Pick<PlanRow, 'plannedDay' | 'plannedAt' | 'timeKind' | 'isYearAssumed'>

/** Reads day and time together; a day cell may hold both. */
function timeOf(
  dayCell: string,
  timeCell: string,
  { zone, hints }: PlanContext,
  addProblem: (field: 'day' | 'time', finding: Finding) => void,
): { time: RowTime; isWeekdayOff: boolean } {
  const none = {
    time: { plannedDay: null, plannedAt: null, timeKind: 'none', isYearAssumed: false },
    isWeekdayOff: false,
  } as const
  const isTentative = tentative.test(dayCell) || tentative.test(timeCell)
  const bareDay = dayCell.replace(tentative, '').trim()
  const both = dayAndTime.exec(bareDay)
  const dayText = both?.[1] ?? bareDay
  const timeText =
    timeCell.replace(tentative, '').trim() === '' ? (both?.[2] ?? '') : timeCell.replace(tentative, '')
  const time = parseTime(timeText)
  if ('code' in time) addProblem(both === null ? 'time' : 'day', time)
  if (dayText === '' || dayText === '-') {
    if (!('code' in time) && time.clock !== null) addProblem('time', { code: 'day_missing', data: {} })
    return none
  }
  const day = parseDay(dayText, hints)
  if ('code' in day) addProblem('day', day)
  if ('code' in day || 'code' in time) return none
  const isWeekdayOff = day.weekday !== undefined && day.weekday !== weekdayOf(day.day)
  const isYearAssumed = day.isYearAssumed === true
  if (time.clock === null) {
    const timeKind = isTentative ? 'tentative' : 'open'
    return { time: { plannedDay: day.day, plannedAt: null, timeKind, isYearAssumed }, isWeekdayOff }
  }
  const plannedAt = atClock(day.day, time.clock, time.zone ?? zone)
  if (plannedAt === null) {
    addProblem('time', { code: 'time_in_gap', data: {} })
    return none
  }
  const timeKind = isTentative ? 'tentative' : 'exact'
  return { time: { plannedDay: dayOf(plannedAt, zone), plannedAt, timeKind, isYearAssumed }, isWeekdayOff }
}

function ownerOf(cell: string, context: PlanContext): string | null {
  const wanted = cell.normalize('NFC').trim().toLowerCase()
  if (wanted === '') return null
  const matches = context.people.filter(
    (person) => person.name.toLowerCase() === wanted || person.email?.toLowerCase() === wanted,
  )
  return matches.length === 1 ? (matches[0]?.id ?? null) : null
}

/** By its name, whatever the case. */
function publicOf(cell: string, { publics }: PlanContext): PlanRow['public'] {
  const name = oneLine(cell)
  if (name === '') return null
  const known = publics.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return known === undefined ? { id: null, name } : { id: known.id, name: known.name }
}

function oneLine(text: string): string {
  return canonicalText(text).replace(/\s+/g, ' ').trim()
}
