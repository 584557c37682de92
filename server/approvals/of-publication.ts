import { and, desc, eq } from 'drizzle-orm'
import { publications, submissions } from '../../db/schema/publications.ts'
import { onePublicationsApprovals } from '../../domain/approvals/input.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from '../publications/visible.ts'
import { readApprovalFacts } from './facts.ts'
import { toldSteps } from './told-steps.ts'

const SUBMISSIONS = 10

/** The submissions of one publication, newest first, each with its steps and every decision, revoked ones too. */
export const ofPublication = read({
  name: 'approvals.ofPublication',
  right: 'institutional.read',
  input: onePublicationsApprovals,
  async run({ db, person, input, moment }) {
    const [row] = await db
      .select()
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!row) return refuseMissing()
    const found = await db
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.publicationId, row.id))
      .orderBy(desc(submissions.submittedAt), desc(submissions.id))
      .limit(SUBMISSIONS)
    const told = []
    for (const { id } of found) {
      const judged = { ...row, submissionId: id }
      const facts = (await readApprovalFacts(db, [judged], moment)).get(row.id)
      if (facts === undefined) continue
      const { submission } = facts
      told.push({
        id,
        contentHash: submission.contentHash,
        submittedBy: { id: submission.submittedBy, name: facts.nameOf(submission.submittedBy) },
        submittedAt: submission.submittedAt,
        endedAt: submission.endedAt,
        endedWhy: submission.endedWhy,
        endedBy: submission.endedBy === null ? null : facts.nameOf(submission.endedBy),
        isLive: submission.id === row.submissionId,
        steps: toldSteps(facts, moment),
      })
    }
    return { submissions: told }
  },
})
