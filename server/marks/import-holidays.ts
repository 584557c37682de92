import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { marks } from '../../db/schema/marks.ts'
import { daySchema } from '../../domain/input.ts'
import { markKinds } from '../../domain/marks/kinds.ts'

const rowSchema = z.object({
  date: daySchema,
  kind: z.enum(markKinds),
  name: z.string().min(1),
  source: z.string().min(1),
})

/**
 * Writes the national holidays, joint leave, election and important days of the file, each with its source. Running it again
 * adds what is new and renews the sources; it takes nothing away.
 */
export async function importHolidays(tx: Tx): Promise<void> {
  const text = readFileSync(new URL('../../db/data/holidays_id.csv', import.meta.url), 'utf8')
  const rows = z.array(rowSchema).parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }))
  await tx
    .insert(marks)
    .values(rows.map(({ date, kind, name, source }) => ({ day: date, kind, name, source })))
    .onConflictDoUpdate({
      target: [marks.day, marks.kind, marks.name],
      set: { source: sql`excluded.source` },
    })
}
