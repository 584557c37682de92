import { and, eq } from 'drizzle-orm'
import { publications } from '../../db/schema/publications.ts'
import { onePublicationsApprovals } from '../../domain/approvals/input.ts'
import { missedDeadline, stepDueAt } from '../../domain/approvals/policy.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { whoIsAsked } from './asking.ts'

/** Who would be asked at each step if it were submitted now, until when and what is late for it, and why it cannot be. */
export const whoWillBeAsked = read({
  name: 'approvals.whoWillBeAsked',
  right: 'institutional.read',
  input: onePublicationsApprovals,
  async run({ db, person, input, moment }) {
    const [row] = await db
      .select()
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!row) return refuseMissing()
    const asking = await whoIsAsked(db, row, moment)
    return {
      steps: asking.steps.map((step) => ({
        position: step.position,
        approver: step.approver,
        needs: step.needs,
        officeHolder: asking.nameOf(step.officeHolderId),
        dueAt: stepDueAt(step, row.plannedAt, moment),
        missedAt: missedDeadline(step, row.plannedAt, moment),
        asked: step.asked.map(({ id, name, onBehalfOfId }) => ({
          id,
          name,
          onBehalfOf: asking.nameOf(onBehalfOfId),
        })),
      })),
      reasons: asking.reasons,
    }
  },
})
