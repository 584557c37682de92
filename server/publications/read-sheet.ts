import { idSchema } from '../../domain/input.ts'
import { type DayHints, monthAndYearIn } from '../../domain/publications/plan-dates.ts'
import type { PlanColumns } from '../../domain/publications/plan-headings.ts'
import {
  type PlanContext,
  type PlanFinding,
  type PlanRow,
  parsePlanRow,
} from '../../domain/publications/plan-import.ts'
import type { PlanLine } from '../../domain/publications/plan-table.ts'
import { accountNames, accountOf } from '../../domain/publications/plan-words.ts'
import { shortened } from './shortened.ts'
import type { TakenSheet } from './take-sheets.ts'

/** A line of a plan, read; `title` as it stands, to know the line by; `reference`: the publication it was exported from. */
export type ReadLine = { sheet: string | null; line: number; title: string; reference: string | null } & (
  | { row: PlanRow; problems: null; notes: PlanFinding[] }
  | { row: null; problems: PlanFinding[]; notes: PlanFinding[] }
)

/** The lines of a sheet below its headings, each as a publication to make or with what is wrong; those that plan nothing are counted. */
export function readSheet(
  sheet: TakenSheet,
  hints: DayHints,
  context: PlanContext,
): { lines: ReadLine[]; withoutContent: number } {
  const { headings, chosen, isNamed, name } = sheet
  const own = { ...context, hints: { ...hints, ...monthOfSheet(sheet) } }
  const accounts = accountsBySheet(sheet, context)
  const lines: ReadLine[] = []
  let withoutContent = 0
  let previous: PlanLine | null = null
  for (const { line, cells: written } of headings.below) {
    const cells: string[] = accounts === null ? continued(written, previous, chosen) : [...written]
    const columns = accounts === null ? chosen : { ...chosen, accounts: cells.length }
    const outcome = parsePlanRow(accounts === null ? cells : [...cells, accounts], columns, own)
    if (outcome.kind === 'empty') {
      withoutContent++
      previous = null
      continue
    }
    previous = { line, cells }
    const place = {
      sheet: isNamed ? shortened(name) : null,
      line,
      notes: outcome.notes,
      reference: referenceOf(cells, chosen),
    }
    const title = shortened((cells[chosen.title ?? -1] ?? '').trim())
    if (outcome.kind === 'row')
      lines.push({ ...place, title: shortened(outcome.row.title), row: outcome.row, problems: null })
    else lines.push({ ...place, title, row: null, problems: outcome.problems })
  }
  return { lines, withoutContent }
}

/** What is no reference is none: a row never fails by it. */
function referenceOf(cells: readonly string[], { reference }: PlanColumns): string | null {
  const read = idSchema.safeParse((cells[reference ?? -1] ?? '').trim().toLowerCase())
  return read.success ? read.data : null
}

/** Month and year that the sheet's name says, or else the lines above its headings. */
function monthOfSheet({ name, headings }: TakenSheet): { month: number | null; year: number | null } {
  const named = [name, ...headings.above.map(({ cells }) => cells.join(' '))].map(monthAndYearIn)
  return {
    month: named.find(({ month }) => month !== null)?.month ?? null,
    year: named.find(({ year }) => year !== null)?.year ?? null,
  }
}

/** A sheet for each platform: without a column of accounts its name says which. */
function accountsBySheet({ name, chosen, isNamed }: TakenSheet, { accounts }: PlanContext): string | null {
  if (chosen.accounts !== null || !isNamed) return null
  const names = accountNames(name)
  const isKnown = (one: string) => 'accountId' in accountOf(one, accounts)
  return names.length > 0 && names.every(isKnown) ? name : null
}

/** A line without title and day of its own that names an account goes on with the publication above it. */
function continued(cells: string[], previous: PlanLine | null, columns: PlanColumns): string[] {
  const at = (field: keyof PlanColumns, of: readonly string[]) => (of[columns[field] ?? -1] ?? '').trim()
  if (previous === null || at('title', cells) !== '' || at('accounts', cells) === '') return cells
  if (at('day', cells) !== '' || at('time', cells) !== '') return cells
  const filled = [...cells]
  for (const field of [
    'title',
    'day',
    'time',
    'objective',
    'subjectClass',
    'campaign',
    'public',
    'owner',
    'reference',
  ] as const) {
    const column = columns[field]
    if (column !== null && at(field, cells) === '') filled[column] = previous.cells[column] ?? ''
  }
  return Array.from(filled, (cell) => cell ?? '')
}
