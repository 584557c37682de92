import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { importedRows, publications } from '../../db/schema/publications.ts'
import type { PlanColumns, PlanField } from '../../domain/publications/plan-headings.ts'
import type { RowMarks } from '../../domain/publications/plan-row-marks.ts'
import type { Day, Instant } from '../../domain/time.ts'
import type { PreviewRow } from './read-plan.ts'
import { differingFields, type ReferencedRow } from './referenced-rows.ts'
import { visibleTo } from './visible.ts'

export type EarlierRow = {
  whole: string
  title: string
  publicationId: string
  name: string
  day: Day | null
}

/**
 * Rows of these marks that came into a unit before, with the publications they became, the latest first. What the person
 * may not see is as if it had not come in.
 */
export function earlierRows(
  db: Pick<Tx, 'select'>,
  person: { id: string },
  moment: Instant,
  {
    unitId,
    marks,
    isWholeOnly = false,
  }: { unitId: string; marks: readonly RowMarks[]; isWholeOnly?: boolean },
): Promise<EarlierRow[]> {
  if (marks.length === 0) return Promise.resolve([])
  const isWhole = inArray(
    importedRows.wholeMark,
    marks.map(({ whole }) => whole),
  )
  const isTitle = inArray(importedRows.titleMark, [...new Set(marks.map(({ title }) => title))])
  return db
    .select({
      whole: importedRows.wholeMark,
      title: importedRows.titleMark,
      publicationId: publications.id,
      name: publications.title,
      day: publications.plannedDay,
    })
    .from(importedRows)
    .innerJoin(publications, eq(publications.id, importedRows.publicationId))
    .where(
      and(
        eq(importedRows.unitId, unitId),
        isWholeOnly ? isWhole : or(isWhole, isTitle),
        visibleTo(person, moment),
      ),
    )
    .orderBy(desc(importedRows.id))
    .limit(20_000)
}

/**
 * What came of a previewed row before: itself, another one of its title, or the same row further up in this file. Of a
 * row that was exported: the publication itself, as it is or with what the file says differently, which stays as it is.
 */
export type Earlier =
  | { kind: 'same'; publicationId: string }
  | { kind: 'kept'; publicationId: string; differs: PlanField[] }
  | { kind: 'changed'; publicationId: string; name: string; day: Day | null }
  | { kind: 'repeated'; line: number; sheet: string | null }

/** For each row of a file, in its order, what came of it before; null for what is new. */
export function compareWithEarlier(
  rows: readonly Pick<PreviewRow, 'sheet' | 'line' | 'marks' | 'reference' | 'row' | 'problems'>[],
  earlier: readonly EarlierRow[],
  referenced: readonly ReferencedRow[],
  { zone, columns }: { zone: string; columns: PlanColumns },
): (Earlier | null)[] {
  const same = new Map(earlier.map((row) => [row.whole, row]))
  const inFile = new Set(rows.flatMap(({ marks }) => marks?.whole ?? []))
  const changed = new Map(
    [...earlier].reverse().flatMap((row) => (inFile.has(row.whole) ? [] : [[row.title, row]])),
  )
  const seen = new Map<string, { sheet: string | null; line: number }>()
  const there = new Map(referenced.map((one) => [one.publicationId, one]))
  return rows.map((read) => {
    const { sheet, line, marks, reference } = read
    const origin = reference === null ? undefined : there.get(reference)
    if (origin !== undefined) {
      if (marks !== null) seen.set(marks.whole, { sheet, line })
      const { publicationId } = origin
      const differs = differingFields(read, origin, zone).filter((field) => columns[field] !== null)
      return differs.length === 0 ? { kind: 'same', publicationId } : { kind: 'kept', publicationId, differs }
    }
    if (marks === null) return null
    const above = seen.get(marks.whole)
    if (above !== undefined) return { kind: 'repeated', ...above }
    seen.set(marks.whole, { sheet, line })
    const before = same.get(marks.whole)
    if (before !== undefined) return { kind: 'same', publicationId: before.publicationId }
    const other = changed.get(marks.title)
    if (other === undefined) return null
    return { kind: 'changed', publicationId: other.publicationId, name: other.name, day: other.day }
  })
}
