import { desc, eq } from 'drizzle-orm'
import { levelChanges } from '../../db/schema/issues.ts'
import { reasonsAgainstConfirming } from '../../domain/issues/changing-level.ts'
import { confirmLoweringInput } from '../../domain/issues/input.ts'
import { actions } from '../../domain/permissions.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseFirst, refuseMissing } from '../infrastructure/refuse.ts'
import { onDuty } from '../people/on-duty.ts'
import { givenLevel, lockIssue } from './lock-issue.ts'
import { setLevel } from './set-level.ts'

/**
 * The second person on duty lets a fall from `public_interest` happen; the readings are judged again.
 * Refusals: not_found, nothing_to_confirm, same_person, not_on_duty, issue_closed, below_readings.
 */
export const confirmLowering = command({
  name: 'issues.confirmLowering',
  right: 'issue.record',
  input: confirmLoweringInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency } = context
    const issue = await lockIssue(tx, input.issueId)
    const [pending] = await tx
      .select()
      .from(levelChanges)
      .where(eq(levelChanges.issueId, issue.id))
      .orderBy(desc(levelChanges.at), desc(levelChanges.id))
      .limit(1)
    if (!pending?.changedBy || pending.from === null) return refuseMissing()
    if (pending.id !== input.levelChangeId) refuse('nothing_to_confirm', {})
    const given = await givenLevel(tx, issue, agency)
    const shifts = await Promise.all(actions['issue.record'].map((role) => onDuty(tx, role, moment)))
    refuseFirst(
      reasonsAgainstConfirming(
        {
          isClosed: issue.closedAt !== null,
          present: issue.level,
          given: given.level,
          pending: {
            askedById: pending.changedBy,
            from: pending.from,
            to: pending.to,
            isPending: pending.isPending,
          },
          onDutyIds: shifts.flat().map((present) => present.id),
        },
        person.id,
      ),
    )
    const because = pending.because.how === 'by_hand' ? { ...pending.because, how: 'by_hand' as const } : null
    if (because === null) return refuse('nothing_to_confirm', {})
    const also = { pendingId: pending.id, confirmedBy: person.id }
    return { level: pending.to, version: await setLevel(context, issue, pending.to, because, also) }
  },
})
