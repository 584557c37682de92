import { parse } from 'csv-parse/sync'
import { PLAN_COLUMNS } from '../../domain/publications/plan-limits.ts'

export type Delimiter = 'comma' | 'semicolon' | 'tab'
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'
export type CsvLine = { line: number; cells: string[] }

export type CsvTable =
  | { encoding: Encoding; delimiter: Delimiter; lines: CsvLine[] }
  | { problem: 'too_many_rows' }
  /** `line` is 0 where none can be named. */
  | { problem: 'unreadable'; line: number }

const signs: Record<Delimiter, string> = { comma: ',', semicolon: ';', tab: '\t' }
const delimiters = ['comma', 'semicolon', 'tab'] as const

/** Past it a record is no row of a plan but a quote that never closes. */
const LONGEST_RECORD = 1_000_000
const SNIFFED_CHARACTERS = 64_000
const SNIFFED_LINES = 20

/**
 * A spreadsheet's CSV as lines of cells, empty lines left out: UTF-8 or UTF-16 by its mark, else UTF-8 where the bytes
 * are, else Windows-1252; the delimiter is the one that parts the first lines most evenly. Stops past `mostLines`.
 */
export function readCsv(bytes: Uint8Array, mostLines: number): CsvTable {
  if (isArchive(bytes)) return { problem: 'unreadable', line: 0 }
  const { encoding, text } = decode(bytes)
  if (isBinary(text)) return { problem: 'unreadable', line: 0 }
  const named = /^sep=(.)\r?\n/.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const delimiter = delimiters.find((name) => signs[name] === named?.[1]) ?? sniff(body)
  const skipped = named === null ? 0 : 1
  const lines: CsvLine[] = []
  try {
    parse(body, {
      delimiter: signs[delimiter],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      on_record(cells: string[], { lines: line }) {
        if (cells.every((cell) => cell.trim() === '')) return null
        if (lines.length >= mostLines) throw new TooManyLines()
        const height = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
        lines.push({ line: line - height + skipped, cells: cells.slice(0, PLAN_COLUMNS).map(unescaped) })
        return null
      },
    })
  } catch (error) {
    if (error instanceof TooManyLines) return { problem: 'too_many_rows' }
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines + skipped : 0
    return { problem: 'unreadable', line }
  }
  return { encoding, delimiter, lines }
}

/** Whoever writes a CSV puts an apostrophe before what Excel would take for a formula; it is no part of the text. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}

class TooManyLines extends Error {}

/** A workbook under the name of a CSV, or another packed file. */
function isArchive(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
}

/** Some NULs are a broken cell, which its row says; many are no text at all. */
function isBinary(text: string): boolean {
  const nuls = text.slice(0, SNIFFED_CHARACTERS).split('\0').length - 1
  return nuls > 0 && nuls > Math.min(text.length, SNIFFED_CHARACTERS) / 100
}

function decode(bytes: Uint8Array): { encoding: Encoding; text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { encoding: 'utf-16', text: new TextDecoder('utf-16le').decode(bytes) }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { encoding: 'utf-16', text: new TextDecoder('utf-16be').decode(bytes) }
  }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
  }
}

function sniff(body: string): Delimiter {
  const sample = body.slice(0, SNIFFED_CHARACTERS)
  const scores = delimiters.map((name) => ({ name, score: evenness(sample, signs[name]) }))
  scores.sort((one, other) => other.score - one.score)
  return scores[0]?.name ?? 'comma'
}

/** How many columns the sign makes, times how many of the lines have as many as the first. */
function evenness(sample: string, sign: string): number {
  try {
    const rows: string[][] = parse(sample, {
      delimiter: sign,
      to: SNIFFED_LINES,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    const columns = rows[0]?.length ?? 0
    if (columns < 2) return 0
    return (columns * rows.filter((row) => row.length === columns).length) / rows.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return 0
    throw error
  }
}
