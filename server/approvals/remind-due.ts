import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { steps } from '../../db/schema/approvals.ts'
import { submissions } from '../../db/schema/publications.ts'
import { delegationCovers } from '../../domain/approvals/delegation.ts'
import { ESCALATES_AFTER_MINUTES, escalatesAt } from '../../domain/approvals/reminding.ts'
import { addMinutes, type Instant } from '../../domain/time.ts'
import type { Sweep } from '../infrastructure/clockwork.ts'
import { type ClockContext, executeByClock } from '../infrastructure/command.ts'
import { eachDue } from '../infrastructure/each-due.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { onDuty } from '../people/on-duty.ts'
import { lockPublicationForClock } from '../publications/lock.ts'
import { type ApprovalFacts, type FactStep, readApprovalFacts } from './facts.ts'
import { openSteps } from './waiting.ts'
import { writeApprovalFacts } from './write-facts.ts'

const AT_ONCE = 200

/** Reminds once of each open step that is due, and escalates once where it still waits half an hour later. */
export const dueReminders: Sweep = { name: 'reminders', everySeconds: 60, work: remindDue }

export async function remindDue(world: World): Promise<void> {
  const moment = await momentOf(world, world.store.db)
  const due = await world.store.db
    .selectDistinct({ publicationId: submissions.publicationId })
    .from(steps)
    .innerJoin(submissions, eq(submissions.id, steps.submissionId))
    .where(
      and(
        isNull(submissions.endedAt),
        or(
          and(isNull(steps.remindedAt), lte(steps.dueAt, moment)),
          and(
            isNotNull(steps.remindedAt),
            isNull(steps.escalatedAt),
            lte(steps.dueAt, addMinutes(moment, -ESCALATES_AFTER_MINUTES)),
          ),
        ),
      ),
    )
    .limit(AT_ONCE)
  const ids = due.map((row) => row.publicationId)
  await eachDue(world, dueReminders.name, ids, (publicationId) => remindOne(world, publicationId))
}

async function remindOne(world: World, publicationId: string): Promise<void> {
  await executeByClock(world, `clock reminder ${publicationId}`, async (context) => {
    const { tx, moment } = context
    const publication = await lockPublicationForClock(tx, publicationId)
    if (publication === null || publication.submissionId === null) return
    const judged = { ...publication, submissionId: publication.submissionId }
    const facts = (await readApprovalFacts(tx, [judged], moment)).get(publicationId)
    if (facts === undefined) return
    for (const { step, waitingFor } of openSteps(facts, moment)) {
      if (step.dueAt > moment) continue
      if (step.remindedAt === null) {
        await tx.update(steps).set({ remindedAt: moment }).where(eq(steps.id, step.id))
        await tell(context, facts, step, waitingFor, publication.version)
      } else if (step.escalatedAt === null && escalatesAt(step.remindedAt) <= moment) {
        await escalate(context, facts, step, publication.version)
      }
    }
  })
}

/**
 * To whom a step goes that still waits: for an office the running delegates, else whoever is on duty as an approver of
 * the unit and wrote none of it; those are asked too from now on. Where there is nobody else, those asked hear again.
 */
async function escalate(
  context: ClockContext,
  facts: ApprovalFacts,
  step: FactStep,
  version: number,
): Promise<void> {
  const { tx, moment } = context
  const isOffice = step.approver === 'office_holder'
  const delegates = facts.delegations
    .filter((given) => given.leaderId === step.officeHolderId)
    .filter((given) => delegationCovers(given, moment, facts.subjectClass))
    .map((given) => given.delegateId)
  const duty = isOffice ? [] : await onDuty(tx, 'approver', moment, step.unitId)
  const others = [...delegates, ...duty.map((person) => person.id)]
    .filter((id) => !facts.authorIds.includes(id))
    .filter((id) => isOffice || step.entitledIds.includes(id))
  const heard = [...new Set(others.length > 0 ? others : step.asked)]
  const asked = isOffice ? step.asked : [...new Set([...step.asked, ...others])]
  await tx
    .update(steps)
    .set({ escalatedAt: moment, asked: [...asked] })
    .where(eq(steps.id, step.id))
  const judged = {
    id: facts.publicationId,
    submissionId: facts.submission.id,
    contentHash: facts.presentHash,
    subjectClass: facts.subjectClass,
    handedOverAt: null as Instant | null,
  }
  const after = (await readApprovalFacts(tx, [judged], moment)).get(facts.publicationId)
  if (after) await writeApprovalFacts(tx, after, moment)
  await tell(context, facts, step, heard, version, true)
}

function tell(
  { record }: ClockContext,
  facts: ApprovalFacts,
  step: FactStep,
  asked: readonly string[],
  version: number,
  isEscalation = false,
): Promise<void> {
  return record({
    room: 'approvals',
    subjectId: facts.publicationId,
    publicationId: facts.publicationId,
    action: 'approvals.reminded',
    version,
    data: { stepId: step.id, asked: [...asked], dueAt: step.dueAt, isEscalation },
  })
}
