import { eq } from 'drizzle-orm'
import { issues, levelChanges } from '../../db/schema/issues.ts'
import { needsSecondPerson, reasonsAgainstChangingLevel } from '../../domain/issues/changing-level.ts'
import { changeLevelInput } from '../../domain/issues/input.ts'
import { compareLevels } from '../../domain/issues/level.ts'
import { command } from '../infrastructure/command.ts'
import { refuseFirst } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { givenLevel, lockIssue } from './lock-issue.ts'
import { setLevel } from './set-level.ts'

/**
 * Raises or lowers the level by hand, with a reason; never below what the newest readings give. A fall from
 * `public_interest` waits for a second person on duty and has not happened until then; any later change takes its place.
 * Refusals: not_found, issue_closed, same_level, level_reason_missing, below_readings.
 */
export const changeLevel = command({
  name: 'issues.changeLevel',
  right: 'issue.record',
  input: changeLevelInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency } = context
    const issue = await lockIssue(tx, input.issueId)
    const isLowering = compareLevels(input.to, issue.level) < 0
    proveAnywhere(person, isLowering ? 'issue.lower' : 'issue.record')
    const given = await givenLevel(tx, issue, agency)
    const facts = { isClosed: issue.closedAt !== null, present: issue.level, given: given.level }
    refuseFirst(reasonsAgainstChangingLevel(facts, { to: input.to, reason: input.reason }))
    const because = { how: 'by_hand' as const, reason: input.reason.trim() }
    if (!needsSecondPerson(issue.level, input.to)) {
      const version = await setLevel(context, issue, input.to, because)
      return { level: input.to, version, isPending: false }
    }
    const version = issue.version + 1
    await tx.update(issues).set({ version }).where(eq(issues.id, issue.id))
    await tx.insert(levelChanges).values({
      issueId: issue.id,
      from: issue.level,
      to: input.to,
      because,
      readingId: null,
      changedBy: person.id,
      confirmedBy: null,
      isPending: true,
      at: moment,
    })
    await context.record({
      room: 'issues',
      subjectId: issue.id,
      action: 'issues.lowering_asked',
      version,
      data: { from: issue.level, to: input.to },
    })
    return { level: issue.level, version, isPending: true }
  },
})
