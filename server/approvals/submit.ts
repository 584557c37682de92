import { steps as stepRows } from '../../db/schema/approvals.ts'
import { submissions } from '../../db/schema/publications.ts'
import { submitInput } from '../../domain/approvals/input.ts'
import { stepDueAt } from '../../domain/approvals/policy.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { holdAccountsSaidOn } from '../publications/accounts-said-on.ts'
import { contentOf } from '../publications/content.ts'
import { lockPublication } from '../publications/lock.ts'
import { refreshFacts } from '../publications/refresh-facts.ts'
import { transition } from '../publications/transition.ts'
import { refuseUnlessOpenTo } from '../publications/writing.ts'
import { whoIsAsked } from './asking.ts'
import { readApprovalFacts } from './facts.ts'
import { writeApprovalFacts } from './write-facts.ts'

/**
 * Freezes the content with its hash and puts it before the approvers that its accounts' policies ask for; who is asked
 * is stored. Refusals: not_found, not_in_this_state, nothing_to_submit, owner_gone, nobody_left.
 */
export const submit = command({
  name: 'approvals.submit',
  right: 'publication.submit',
  input: submitInput,
  async run({ input, tx, person, moment, record }) {
    const before = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'publication.submit', before.unitId)
    refuseUnlessOpenTo(before, 'submit')
    const accounts = await holdAccountsSaidOn(tx, before.id)
    const asking = await whoIsAsked(tx, before, moment)
    for (const reason of asking.reasons) refuse(reason.code, reason.data)

    const fresh = await refreshFacts(tx, before.id)
    const content = await contentOf(tx, before.id)
    const hash = contentHash(content)
    const [submission] = await tx
      .insert(submissions)
      .values({
        publicationId: before.id,
        contentHash: hash,
        content,
        accounts,
        submittedBy: person.id,
        submittedAt: moment,
      })
      .returning({ id: submissions.id })
    if (!submission) throw new Error('no submission came back')
    await tx.insert(stepRows).values(
      asking.steps.map(
        ({ position, approver, needs, unitId, accountId, officeHolderId, policies, ...step }) => ({
          submissionId: submission.id,
          position,
          approver,
          needs,
          unitId,
          accountId,
          officeHolderId,
          policies,
          asked: step.asked.map((one) => one.id),
          dueAt: stepDueAt(step, fresh.plannedAt, moment),
        }),
      ),
    )
    const submitted = { ...fresh, submissionId: submission.id, contentHash: hash }
    const facts = (await readApprovalFacts(tx, [submitted], moment)).get(before.id)
    if (!facts) throw new Error('the submission has no facts')
    const written = await writeApprovalFacts(tx, facts, moment)
    const publication = await transition(tx, written.publication, 'submit', { moment, right })
    await record({
      room: 'approvals',
      subjectId: before.id,
      publicationId: before.id,
      action: 'approvals.submitted',
      version: publication.version,
      data: { submissionId: submission.id, contentHash: hash, asked: written.waitingFor },
    })
    return { submissionId: submission.id, contentHash: hash, state: publication.state }
  },
})
