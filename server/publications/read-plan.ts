import type { ImportRow } from '../../domain/publications/import-input.ts'
import { type DayOrder, dayOrderOf } from '../../domain/publications/plan-dates.ts'
import { gatherRows } from '../../domain/publications/plan-gather.ts'
import type { PlanColumns } from '../../domain/publications/plan-headings.ts'
import {
  PLAN_ROWS,
  type PlanContext,
  type PlanFinding,
  type PlanRow,
} from '../../domain/publications/plan-import.ts'
import { PLAN_LINES } from '../../domain/publications/plan-limits.ts'
import { type RowMarks, rowMarks } from '../../domain/publications/plan-row-marks.ts'
import type { TableProblem } from '../../domain/publications/plan-table.ts'
import { clockOf, type Day } from '../../domain/time.ts'
import { notesOfLines, notesOfSheet, type PlanNote } from './plan-notes.ts'
import { type ReadLine, readSheet } from './read-sheet.ts'
import { type PlanFormat, readTable } from './read-table.ts'
import { shortened } from './shortened.ts'
import { sheetsToTake, type TakenSheet, takenSheets, widthOf } from './take-sheets.ts'

export type PlanQuestion = {
  bytes: Uint8Array
  /** Of the first sheet that is taken; the others follow by their headings. */
  columns: PlanColumns | null
  sheets: number[] | null
  dayOrder: DayOrder | null
  today: Day
  context: PlanContext
}

export type PreviewRow = {
  sheet: string | null
  line: number
  /** All the lines that became this publication. */
  lines: number[]
  /** Null: it cannot come in. */
  row: ImportRow | null
  /** The title as it stands, to know the row by. */
  title: string
  problems: PlanFinding[]
  notes: PlanFinding[]
  /** What it is known by when the file comes again; null for what cannot come in. */
  marks: RowMarks | null
  /** The publication it was exported from, as the file says. */
  reference: string | null
}

export type OfferedSheet = { name: string; isHidden: boolean; isTaken: boolean; lines: number }

export type PlanPreview = {
  format: PlanFormat
  sheets: OfferedSheet[]
  headings: string[]
  /** Numbers of the lines that hold them. */
  headingLines: number[]
  columns: PlanColumns
  /** How days in figures are read, where any are. */
  dayOrder: { order: DayOrder; isProved: boolean } | null
  notes: PlanNote[]
  rows: PreviewRow[]
}

export type PlanAnswer = PlanPreview | TableProblem | { problem: 'empty' | 'too_many_publications' }

/**
 * The whole plan as it would come in: its sheets, its columns, and each line as a publication or with everything that is
 * wrong with it. Pure; heavy for a large plan, so the server runs it in a worker.
 */
export async function readPlan(question: PlanQuestion): Promise<PlanAnswer> {
  const table = await readTable(question.bytes, PLAN_LINES)
  if ('problem' in table) return table
  const isNamed = table.format.kind === 'xlsx'
  const wanted = question.sheets ?? sheetsToTake(table.sheets)
  const taken = takenSheets(table.sheets, wanted, question.columns, isNamed)
  const [first] = taken
  if (first === undefined || taken.every(({ headings }) => headings.below.length === 0))
    return { problem: 'empty' }
  const dayOrder = dayOrderOf(taken.flatMap(dayCells))
  const order = question.dayOrder ?? dayOrder?.order
  const read = taken.map((sheet) => readSheet(sheet, { order, today: question.today }, question.context))
  const lines = read.flatMap((sheet) => sheet.lines)
  const rows = first.chosen.title === null ? [] : previewRows(lines, question.context.zone)
  if (rows.length > PLAN_ROWS) return { problem: 'too_many_publications' }
  return {
    format: table.format,
    sheets: table.sheets.map(({ name, isHidden, lines: all }, position) => ({
      name: shortened(name),
      isHidden,
      isTaken: wanted.includes(position),
      lines: all.length,
    })),
    headings: Array.from({ length: widthOf(first) }, (_, column) =>
      shortened(first.headings.texts[column] ?? ''),
    ),
    headingLines: first.headings.lines,
    columns: first.chosen,
    dayOrder: dayOrder === null ? null : { ...dayOrder, order: order ?? dayOrder.order },
    notes: [...taken.flatMap(notesOfSheet), ...notesOfLines(taken, read)],
    rows,
  }
}

function dayCells({ headings, chosen }: TakenSheet): string[] {
  const { day } = chosen
  return day === null ? [] : headings.below.map(({ cells }) => cells[day] ?? '')
}

function previewRows(lines: readonly ReadLine[], zone: string): PreviewRow[] {
  const able = lines.flatMap(({ sheet, line, row, notes, reference }) =>
    row === null ? [] : [{ row: importRow({ sheet, line, reference }, row, zone), notes, lines: [line] }],
  )
  const gathered = gatherRows(able).map(({ row, notes, lines: all }) => ({
    sheet: row.sheet,
    line: row.line,
    lines: all,
    row,
    title: shortened(row.title),
    problems: [],
    notes,
    marks: rowMarks(row),
    reference: row.reference,
  }))
  const refused = lines.flatMap(({ sheet, line, title, problems, notes, reference }) =>
    problems === null
      ? []
      : [{ sheet, line, lines: [line], row: null, title, problems, notes, marks: null, reference }],
  )
  const order = new Map(lines.map(({ sheet, line }, position) => [`${line} ${sheet}`, position]))
  const placeOf = ({ sheet, line }: PreviewRow) => order.get(`${line} ${sheet}`) ?? 0
  return [...gathered, ...refused].sort((one, other) => placeOf(one) - placeOf(other))
}

function importRow(
  place: Pick<ImportRow, 'sheet' | 'line' | 'reference'>,
  row: PlanRow,
  zone: string,
): ImportRow {
  const { title, objective, subjectClass, accountIds, campaign, text, link, ownerId, notes } = row
  const given = { title, objective, subjectClass, accountIds, campaign, public: row.public, ownerId, notes }
  return { ...place, ...given, time: timeOf(row, zone), mainText: text, mainLink: link, ownTexts: [] }
}

function timeOf({ timeKind, plannedDay, plannedAt }: PlanRow, zone: string): ImportRow['time'] {
  const clock = plannedAt === null ? null : clockOf(plannedAt, zone)
  if (timeKind === 'none' || plannedDay === null) return { kind: 'none' }
  if (timeKind === 'tentative') return { kind: 'tentative', day: plannedDay, clock }
  if (timeKind === 'exact' && clock !== null) return { kind: 'exact', day: plannedDay, clock }
  return { kind: 'open', day: plannedDay }
}
