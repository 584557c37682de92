import type { ImportRow } from '../../domain/publications/import-input.ts'
import { guessColumns, type PlanColumns, planFields } from '../../domain/publications/plan-headings.ts'
import {
  PLAN_ROWS,
  type PlanContext,
  type PlanFinding,
  type PlanRow,
  parsePlanRow,
} from '../../domain/publications/plan-import.ts'
import { clockOf } from '../../domain/time.ts'
import { type Delimiter, type Encoding, readCsv } from './read-csv.ts'

export type PlanQuestion = {
  bytes: Uint8Array
  columns: PlanColumns | null
  context: PlanContext
}

export type PreviewRow = {
  line: number
  /** Null: it cannot come in. */
  row: ImportRow | null
  /** The title as it stands, to know the row by. */
  title: string
  problems: PlanFinding[]
  notes: PlanFinding[]
}

export type PlanPreview = {
  encoding: Encoding
  delimiter: Delimiter
  headings: string[]
  columns: PlanColumns
  rows: PreviewRow[]
}

export type PlanAnswer =
  | PlanPreview
  | { problem: 'too_many_rows' | 'empty' }
  | { problem: 'unreadable'; line: number }

const HEADING_CHARACTERS = 80

/**
 * The whole plan as it would come in: its columns, and each line as a publication or with everything that is wrong with
 * it. Pure; heavy for a large plan, so the server runs it in a worker.
 */
export function readPlan({ bytes, columns, context }: PlanQuestion): PlanAnswer {
  const table = readCsv(bytes, PLAN_ROWS + 1)
  if ('problem' in table) return table
  const [heading, ...lines] = table.lines
  if (heading === undefined || lines.length === 0) return { problem: 'empty' }
  const width = Math.max(heading.cells.length, ...lines.map((line) => line.cells.length))
  const chosen = withinWidth(columns ?? guessColumns(heading.cells), width)
  const rows = chosen.title === null ? [] : lines.flatMap(previewed)
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    headings: Array.from({ length: width }, (_, position) => cut(heading.cells[position] ?? '')),
    columns: chosen,
    rows,
  }

  function previewed({ line, cells }: { line: number; cells: string[] }): PreviewRow[] {
    const outcome = parsePlanRow(cells, chosen, context)
    if (outcome.kind === 'empty') return []
    const isRow = outcome.kind === 'row'
    return [
      {
        line,
        row: isRow ? importRow(line, outcome.row, context.zone) : null,
        title: cut(isRow ? outcome.row.title : (cells[chosen.title ?? -1] ?? '').trim()),
        problems: isRow ? [] : outcome.problems,
        notes: outcome.notes,
      },
    ]
  }
}

function importRow(line: number, row: PlanRow, zone: string): ImportRow {
  const { title, objective, subjectClass, accountIds, campaign, text, link, ownerId, notes } = row
  const given = { title, objective, subjectClass, accountIds, campaign, ownerId, notes }
  return { line, ...given, time: timeOf(row, zone), mainText: text, mainLink: link }
}

function timeOf({ timeKind, plannedDay, plannedAt }: PlanRow, zone: string): ImportRow['time'] {
  const clock = plannedAt === null ? null : clockOf(plannedAt, zone)
  if (timeKind === 'none' || plannedDay === null) return { kind: 'none' }
  if (timeKind === 'tentative') return { kind: 'tentative', day: plannedDay, clock }
  if (timeKind === 'exact' && clock !== null) return { kind: 'exact', day: plannedDay, clock }
  return { kind: 'open', day: plannedDay }
}

function withinWidth(columns: PlanColumns, width: number): PlanColumns {
  const entries = planFields.map((field) => {
    const column = columns[field] ?? null
    return [field, column !== null && column < width ? column : null] as const
  })
  return Object.fromEntries(entries) as PlanColumns
}

function cut(text: string): string {
  return [...text.toWellFormed()].slice(0, HEADING_CHARACTERS).join('')
}
