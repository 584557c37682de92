import { and, eq, isNull } from 'drizzle-orm'
import { issues } from '../../db/schema/issues.ts'
import { people } from '../../db/schema/people.ts'
import { editInput } from '../../domain/issues/input.ts'
import { compareLevels } from '../../domain/issues/level.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { givenLevel, lockOpenIssue } from './lock-issue.ts'
import { setLevel } from './set-level.ts'

/**
 * Changes what is written on an issue, its owner, its canonical page, or the mark of harm, which raises the level at once.
 * Refusals: not_found, issue_closed, conflict, owner_unfit.
 */
export const edit = command({
  name: 'issues.edit',
  right: 'issue.record',
  input: editInput,
  async run({ input, ...context }) {
    const { tx, person, agency } = context
    const before = await lockOpenIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.record')
    const { changes } = input
    const part = { room: 'issues' as const, subjectId: before.id, version: before.version }
    await mergeOrRefuse(tx, part, input.version, changes, before)
    const touched = Object.fromEntries(
      Object.entries(changes).filter(
        ([field, value]) => value !== undefined && value !== before[field as keyof typeof changes],
      ),
    )
    const fields = Object.keys(touched)
    if (fields.length === 0) return { version: before.version, level: before.level }
    if (changes.ownerId !== undefined) {
      const [owner] = await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, changes.ownerId), isNull(people.deactivatedAt)))
      if (!owner) refuse('owner_unfit', {})
    }
    const version = before.version + 1
    await tx
      .update(issues)
      .set({ ...touched, version })
      .where(eq(issues.id, before.id))
    await context.record({
      room: 'issues',
      subjectId: before.id,
      action: 'issues.edited',
      version,
      before: Object.fromEntries(fields.map((field) => [field, before[field as keyof typeof before]])),
      after: touched,
      data: { fields },
    })
    const after = { ...before, ...touched, version }
    const given = await givenLevel(tx, after, agency)
    if (compareLevels(given.level, before.level) <= 0) return { version, level: before.level }
    const because = { how: 'readings' as const, reasons: given.reasons }
    return { version: await setLevel(context, after, given.level, because), level: given.level }
  },
})
