import { and, count, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { marks } from '../../db/schema/marks.ts'
import { revisions } from '../../db/schema/records.ts'
import {
  addImportantDayInput,
  changeImportantDayInput,
  removeImportantDayInput,
} from '../../domain/marks/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

type DayWords = { day: string; name: string; source: string }

/** Writes down a day that the agency speaks on; nobody has it off. Refusals: important_day_exists. */
export const addImportantDay = command({
  name: 'marks.addImportantDay',
  right: 'marks.manage',
  input: addImportantDayInput,
  async run({ tx, person, input, record }) {
    proveRight(person, 'marks.manage', null)
    const [row] = await tx
      .insert(marks)
      .values({ ...input, kind: 'important_day' })
      .onConflictDoNothing()
      .returning({ id: marks.id })
    if (!row) return refuse('important_day_exists', { name: input.name })
    await record({
      room: 'marks',
      subjectId: row.id,
      action: 'marks.important_day_added',
      version: 1,
      before: {},
      after: input,
    })
    return { id: row.id }
  },
})

/**
 * Changes an important day as it was on the screen. Refusals: not_found, important_day_changed, important_day_exists.
 */
export const changeImportantDay = command({
  name: 'marks.changeImportantDay',
  right: 'marks.manage',
  input: changeImportantDayInput,
  async run({ tx, person, input, record }) {
    proveRight(person, 'marks.manage', null)
    const { id, seen, ...after } = input
    const before = await lockDay(tx, id)
    if (before.day !== seen.day || before.name !== seen.name || before.source !== seen.source) {
      refuse('important_day_changed', { name: before.name })
    }
    const [other] = await tx
      .select({ id: marks.id })
      .from(marks)
      .where(
        and(
          eq(marks.day, after.day),
          eq(marks.kind, 'important_day'),
          eq(marks.name, after.name),
          ne(marks.id, id),
        ),
      )
    if (other) refuse('important_day_exists', { name: after.name })
    const version = await nextVersion(tx, id)
    await tx.update(marks).set(after).where(eq(marks.id, id))
    await record({
      room: 'marks',
      subjectId: id,
      action: 'marks.important_day_changed',
      version,
      before,
      after,
    })
    return { id }
  },
})

/** Takes an important day away. Days by decree stay. Refusals: not_found. */
export const removeImportantDay = command({
  name: 'marks.removeImportantDay',
  right: 'marks.manage',
  input: removeImportantDayInput,
  async run({ tx, person, input, record }) {
    proveRight(person, 'marks.manage', null)
    const before = await lockDay(tx, input.id)
    const version = await nextVersion(tx, input.id)
    await tx.delete(marks).where(eq(marks.id, input.id))
    await record({
      room: 'marks',
      subjectId: input.id,
      action: 'marks.important_day_removed',
      version,
      before,
      after: {},
    })
    return { id: input.id }
  },
})

async function lockDay(tx: Tx, id: string): Promise<DayWords> {
  const [row] = await tx
    .select({ day: marks.day, name: marks.name, source: marks.source })
    .from(marks)
    .where(and(eq(marks.id, id), eq(marks.kind, 'important_day')))
    .for('update')
  return row ?? refuseMissing()
}

/** A mark keeps no version of its own; what was recorded of it counts. */
async function nextVersion(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(revisions).where(eq(revisions.subjectId, id))
  return (row?.count ?? 0) + 1
}
