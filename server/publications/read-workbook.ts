import { HucreError } from 'hucre'
import { type CellValue, type MergeRange, readXlsx, type Sheet, streamXlsxRows } from 'hucre/xlsx'
import { PLAN_COLUMNS, PLAN_LINES, PLAN_SHEETS } from '../../domain/publications/plan-limits.ts'
import {
  columnLetter,
  type PlanLine,
  type PlanSheet,
  type TableProblem,
} from '../../domain/publications/plan-table.ts'
import { zipDirectory } from './zip-directory.ts'

/** Unpacked, one part and all parts of a workbook may have so much; ten thousand full lines need less. */
const LARGEST_PART_BYTES = 32_000_000
const LARGEST_WHOLE_BYTES = 64_000_000
const MOST_ENTRIES = 2000
/** Rows are looked at so far down, so that some thousand empty but formatted ones do no harm. */
const ROWS_LOOKED_AT = 50_000

/**
 * An XLSX workbook as sheets of text cells, within limits that are proven before anything is unpacked. Dates come as
 * `YYYY-MM-DD` and `HH:MM` as the sheet shows them, whatever the machine's zone; of a formula its last result.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<{ sheets: PlanSheet[] } | TableProblem> {
  const entries = zipDirectory(bytes)
  if (entries === null || entries.length > MOST_ENTRIES) return { problem: 'unreadable', line: 0 }
  const total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  if (total > LARGEST_WHOLE_BYTES || entries.some((entry) => entry.sizeBytes > LARGEST_PART_BYTES)) {
    return { problem: 'too_heavy' }
  }
  // Without a size in the directory nothing would bound its unpacking; an empty entry is packed into two bytes.
  if (entries.some((entry) => entry.sizeBytes === 0 && entry.packedBytes !== 0 && entry.packedBytes !== 2)) {
    return { problem: 'unreadable', line: 0 }
  }
  try {
    return await sheetsOf(bytes)
  } catch (error) {
    if (error instanceof HucreError) return { problem: 'unreadable', line: 0 }
    throw error
  }
}

async function sheetsOf(bytes: Uint8Array): Promise<{ sheets: PlanSheet[] } | TableProblem> {
  const names: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name }) => {
      names.push(name)
      return false
    },
  })
  const offered = names.slice(0, PLAN_SHEETS)
  let lines = 0
  for (const sheet of offered.keys()) {
    const measured = await measure(bytes, sheet)
    if ('problem' in measured) return measured
    lines += measured.lines
    if (lines > PLAN_LINES) return { problem: 'too_many_rows' }
  }
  const { sheets } = await readXlsx(bytes, {
    sheets: [...offered.keys()],
    range: `A1:${columnLetter(PLAN_COLUMNS - 1)}${ROWS_LOOKED_AT}`,
  })
  return { sheets: sheets.map(planSheet) }
}

/** How many lines of a sheet hold something; row by row, so that none is kept. */
async function measure(bytes: Uint8Array, sheet: number): Promise<{ lines: number } | TableProblem> {
  let lines = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet, maxRows: ROWS_LOOKED_AT })) {
    const last = values.findLastIndex((value) => textOf(value) !== '')
    if (last < 0) continue
    if (++lines > PLAN_LINES) return { problem: 'too_many_rows' }
    if (last >= PLAN_COLUMNS || index >= ROWS_LOOKED_AT) {
      return { problem: 'far_cell', cell: `${columnLetter(last)}${index + 1}` }
    }
  }
  return { lines }
}

function planSheet(sheet: Sheet): PlanSheet {
  const rows = sheet.rows.map((row) => row.map(textOf))
  for (const merge of sheet.merges ?? []) spread(rows, merge)
  const lines: PlanLine[] = []
  for (const [index, cells] of rows.entries()) {
    if (cells?.some((cell) => cell.trim() !== '')) lines.push({ line: index + 1, cells })
  }
  const isUsed = (column: number) => lines.some(({ cells }) => (cells[column] ?? '').trim() !== '')
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    lines,
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) =>
      hidden === true && isUsed(column) ? [column] : [],
    ),
    hiddenLines: lines.flatMap(({ line }) => (sheet.rowDefs?.get(line - 1)?.hidden === true ? [line] : [])),
  }
}

/** A merged cell's text stands in each of its lines; across columns it stays in the first. */
function spread(rows: string[][], { startRow, endRow, startCol }: MergeRange): void {
  const text = rows[startRow]?.[startCol] ?? ''
  if (text === '' || startCol >= PLAN_COLUMNS) return
  for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++) {
    const cells = rows[row]
    if (cells !== undefined && (cells[startCol] ?? '') === '') cells[startCol] = text
  }
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Before 1901 a spreadsheet's date is a time of day alone. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000)
  const [day = '', clock = ''] = new Date(seconds * 1000).toISOString().slice(0, 16).split('T')
  if (day < '1901') return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
