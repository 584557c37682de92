import { guessColumns, type PlanColumns, plainHeading, planFields } from './plan-headings.ts'
import type { PlanLine } from './plan-table.ts'

/** Headings stand among the first lines, below a title, a logo's line or who made the plan. */
const LINES_LOOKED_AT = 25
/** A line below another is a second line of headings only where it names so many fields itself. */
const FIELDS_OF_LOWER_LINE = 2

export type PlanHeadings = {
  /** One text a column; of two heading lines both, where they differ. */
  texts: string[]
  columns: PlanColumns
  /** What stands above: titles that may name month and year. */
  above: PlanLine[]
  /** The numbers of the heading lines. */
  lines: number[]
  below: PlanLine[]
}

/**
 * The line, or the two lines under each other, whose cells name the most fields; the first of equals. Where no line names
 * any, the first one, so that a person can say what its columns are. Null for a sheet without lines.
 */
export function findHeadings(lines: readonly PlanLine[]): PlanHeadings | null {
  const [first] = lines
  if (first === undefined) return null
  let best = { at: 0, height: 1, count: 0 }
  for (const [at, { cells }] of lines.slice(0, LINES_LOOKED_AT).entries()) {
    const single = fieldCount(guessColumns(cells))
    if (single > best.count) best = { at, height: 1, count: single }
    const below = lines[at + 1]
    const lowerCount = below === undefined ? 0 : fieldCount(guessColumns(below.cells, { isExact: true }))
    if (below === undefined || lowerCount < FIELDS_OF_LOWER_LINE) continue
    const both = fieldCount(guessOfTwo(cells, below.cells))
    if (both > best.count && both > lowerCount) best = { at, height: 2, count: both }
  }
  const { at, height } = best
  const upper = lines[at]?.cells ?? []
  const lower = height === 2 ? (lines[at + 1]?.cells ?? []) : null
  const heading = new Set(lines.slice(at, at + height).map(({ cells }) => sameness(cells)))
  return {
    texts: lower === null ? [...upper] : ofTwo(upper, lower),
    columns: lower === null ? guessColumns(upper) : guessOfTwo(upper, lower),
    above: lines.slice(0, at),
    lines: lines.slice(at, at + height).map(({ line }) => line),
    // Headings that are repeated further down, as for each week, are no rows.
    below: lines.slice(at + height).filter(({ cells }) => !heading.has(sameness(cells))),
  }
}

function fieldCount(columns: PlanColumns): number {
  return planFields.filter((field) => columns[field] !== null).length
}

/** A column is called by its lower heading, by the upper one where there is none, else by both together. */
function guessOfTwo(upper: readonly string[], lower: readonly string[]): PlanColumns {
  const names = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const above = upper[column] ?? ''
    const below = lower[column] ?? ''
    return plainHeading(below) === '' ? above : below
  })
  return guessColumns(names)
}

function ofTwo(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) =>
    [...new Set([upper[column] ?? '', lower[column] ?? ''].map((text) => text.trim()))]
      .filter((text) => text !== '')
      .join(': '),
  )
}

function sameness(cells: readonly string[]): string {
  return cells.map(plainHeading).join('\n').trimEnd()
}
