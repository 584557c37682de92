import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { steps } from '../../db/schema/approvals.ts'
import { submissions, variants } from '../../db/schema/publications.ts'
import { stepDueAt, stepsFor } from '../../domain/approvals/policy.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublicationRow } from './lock.ts'

/**
 * After a move that keeps the submission: its steps are due by the new time as if they began to wait at `moment`; one whose
 * new deadline is still ahead reminds again. Does nothing where no submission is live. The caller holds the lock.
 */
export async function moveStepDeadlines(tx: Tx, publication: PublicationRow, moment: Instant): Promise<void> {
  if (publication.submissionId === null) return
  const [submission] = await tx
    .select({ at: submissions.submittedAt })
    .from(submissions)
    .where(eq(submissions.id, publication.submissionId))
  if (!submission) return
  const policyAccounts = await tx
    .select({
      id: accounts.id,
      unitId: accounts.unitId,
      kind: accounts.kind,
      officeHolderId: accounts.officeHolderId,
    })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
  const rows = await tx
    .select()
    .from(steps)
    .where(eq(steps.submissionId, publication.submissionId))
    .orderBy(asc(steps.position))
  for (const plan of stepsFor(policyAccounts)) {
    const step = rows.find((row) => row.position === plan.position)
    if (!step) continue
    const dueAt = stepDueAt(
      plan,
      publication.plannedAt,
      publication.plannedAt === null ? submission.at : moment,
    )
    const remindedAt = dueAt > moment ? null : step.remindedAt
    await tx.update(steps).set({ dueAt, remindedAt }).where(eq(steps.id, step.id))
  }
}
