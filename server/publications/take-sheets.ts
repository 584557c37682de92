import { findHeadings, type PlanHeadings } from '../../domain/publications/plan-heading-row.ts'
import { type PlanColumns, plainHeading, planFields } from '../../domain/publications/plan-headings.ts'
import type { PlanSheet } from '../../domain/publications/plan-table.ts'

/** `chosen`: its columns; `isNamed`: it has a name that people know it by. */
export type TakenSheet = PlanSheet & { headings: PlanHeadings; chosen: PlanColumns; isNamed: boolean }

/** What is shown and has headings of a plan; else the first sheet, so that a person can look at it. */
export function sheetsToTake(sheets: readonly PlanSheet[]): number[] {
  const plans = sheets.flatMap(({ isHidden, lines }, position) => {
    const found = isHidden ? null : findHeadings(lines)
    return found !== null && found.columns.title !== null && found.below.length > 0 ? [position] : []
  })
  if (plans.length > 0) return plans
  const shown = sheets.findIndex(({ isHidden, lines }) => !isHidden && lines.length > 0)
  return [Math.max(shown, 0)]
}

/** The wanted sheets with their headings and columns, in the order of the file; what holds nothing is left out. */
export function takenSheets(
  sheets: readonly PlanSheet[],
  wanted: readonly number[],
  chosen: PlanColumns | null,
  isNamed: boolean,
): TakenSheet[] {
  const taken: TakenSheet[] = []
  for (const position of [...new Set(wanted)].sort((one, other) => one - other)) {
    const sheet = sheets[position]
    const headings = sheet === undefined ? null : findHeadings(sheet.lines)
    if (sheet === undefined || headings === null) continue
    const found = { ...sheet, headings, isNamed }
    const [first] = taken
    const columns =
      chosen === null ? headings.columns : first === undefined ? chosen : following(first, headings)
    taken.push({ ...found, chosen: withinWidth(columns, widthOf(found)) })
  }
  return taken
}

/** A column chosen on the first sheet is, on another, the one of the same heading. */
function following({ chosen, headings: first }: TakenSheet, { texts }: PlanHeadings): PlanColumns {
  const names = texts.map(plainHeading)
  const entries = planFields.map((field) => {
    const column = chosen[field]
    const name = column === null ? '' : plainHeading(first.texts[column] ?? '')
    const same = column !== null && names[column] === name ? column : names.indexOf(name)
    return [field, column === null || same < 0 || (name === '' && same !== column) ? null : same] as const
  })
  return Object.fromEntries(entries) as PlanColumns
}

/** How many columns hold something. */
export function widthOf({ lines }: Pick<TakenSheet, 'lines'>): number {
  return lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
}

function withinWidth(columns: PlanColumns, width: number): PlanColumns {
  const entries = planFields.map((field) => {
    const column = columns[field] ?? null
    return [field, column !== null && column < width ? column : null] as const
  })
  return Object.fromEntries(entries) as PlanColumns
}
