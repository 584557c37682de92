import { asc, inArray } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { decisions, steps } from '../../db/schema/approvals.ts'
import { people } from '../../db/schema/people.ts'
import { authors, submissions } from '../../db/schema/publications.ts'
import type { DecidedStep, DecisionFacts } from '../../domain/approvals/decision.ts'
import { type ApproverDirectory, eligibleFor } from '../../domain/approvals/eligible.ts'
import type { NamedPerson } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time.ts'
import { readDirectory } from './directory.ts'

type StepRow = typeof steps.$inferSelect
type DecisionRow = typeof decisions.$inferSelect
type SubmissionRow = typeof submissions.$inferSelect

export type FactStep = DecidedStep &
  Pick<StepRow, 'unitId' | 'accountId' | 'dueAt' | 'remindedAt' | 'escalatedAt'>

/** All that the room's rules ask about one submission, with the names that its pages and reasons need. */
export type ApprovalFacts = Omit<DecisionFacts, 'submission' | 'steps' | 'decisions'> & {
  submission: Omit<SubmissionRow, 'content'>
  publicationId: string
  steps: readonly FactStep[]
  decisions: readonly DecisionRow[]
  directory: ApproverDirectory
  nameOf: (personId: string) => string
}

export type Judged = {
  id: string
  submissionId: string
  /** The hash of the content as it is now; a command gives one it computed under the lock. */
  contentHash: string | null
  subjectClass: string | null
  handedOverAt: Instant | null
}

/** The facts of each publication's named submission, read together; one without that submission has none. */
export async function readApprovalFacts(
  db: Db,
  publications: readonly Judged[],
  moment: Instant,
): Promise<Map<string, ApprovalFacts>> {
  const submissionIds = publications.map((publication) => publication.submissionId)
  if (submissionIds.length === 0) return new Map()
  const { content: _content, ...submissionColumns } = columnsOfSubmission
  const found = await db
    .select(submissionColumns)
    .from(submissions)
    .where(inArray(submissions.id, submissionIds))
  const stepRows = await db
    .select()
    .from(steps)
    .where(inArray(steps.submissionId, submissionIds))
    .orderBy(asc(steps.position))
  const decisionRows = await db
    .select()
    .from(decisions)
    .where(inArray(decisions.submissionId, submissionIds))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id))
  const wrote = await db
    .select()
    .from(authors)
    .where(
      inArray(
        authors.publicationId,
        publications.map((publication) => publication.id),
      ),
    )
  const directory = await readDirectory(db, stepRows)
  const names = await namesOf(db, directory, [
    ...stepRows.flatMap((step) => [...step.asked, step.officeHolderId]),
    ...decisionRows.flatMap((decision) => [decision.personId, decision.onBehalfOfId]),
    ...found.flatMap((submission) => [submission.submittedBy, submission.endedBy]),
  ])
  const nameOf = (personId: string) => names.get(personId) ?? ''
  const facts = new Map<string, ApprovalFacts>()
  for (const publication of publications) {
    const submission = found.find((row) => row.id === publication.submissionId)
    if (submission?.publicationId !== publication.id) continue
    facts.set(publication.id, {
      submission,
      publicationId: publication.id,
      presentHash: publication.contentHash,
      isHandedOver: publication.handedOverAt !== null,
      subjectClass: publication.subjectClass,
      steps: stepRows
        .filter((step) => step.submissionId === submission.id)
        .map((step) => factStep(step, directory, publication.subjectClass, moment, nameOf)),
      decisions: decisionRows.filter((decision) => decision.submissionId === submission.id),
      authorIds: wrote.flatMap((row) => (row.publicationId === publication.id ? [row.personId] : [])),
      delegations: directory.delegations,
      directory,
      nameOf,
    })
  }
  return facts
}

const columnsOfSubmission = {
  id: submissions.id,
  publicationId: submissions.publicationId,
  contentHash: submissions.contentHash,
  content: submissions.content,
  accounts: submissions.accounts,
  submittedBy: submissions.submittedBy,
  submittedAt: submissions.submittedAt,
  endedAt: submissions.endedAt,
  endedBy: submissions.endedBy,
  endedWhy: submissions.endedWhy,
}

function factStep(
  step: StepRow,
  directory: ApproverDirectory,
  subjectClass: string | null,
  moment: Instant,
  nameOf: (personId: string) => string,
): FactStep {
  const seat = { approver: step.approver, unitId: step.unitId ?? '', officeHolderId: step.officeHolderId }
  const entitled = eligibleFor(seat, directory, subjectClass, moment)
  return {
    id: step.id,
    position: step.position,
    approver: step.approver,
    needs: step.needs,
    policies: step.policies,
    asked: step.asked,
    askedPeople: step.asked.map((id): NamedPerson => ({ id, name: nameOf(id) })),
    officeHolderId: step.officeHolderId,
    entitledIds: entitled.filter((person) => person.onBehalfOfId === null).map((person) => person.id),
    unitId: step.unitId,
    accountId: step.accountId,
    dueAt: step.dueAt,
    remindedAt: step.remindedAt,
    escalatedAt: step.escalatedAt,
  }
}

async function namesOf(
  db: Db,
  directory: ApproverDirectory,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const names = new Map(directory.people.map((person) => [person.id, person.name]))
  const missing = [...new Set(ids)].filter((id): id is string => id !== null && !names.has(id))
  if (missing.length === 0) return names
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, missing))
  for (const row of rows) names.set(row.id, row.name)
  return names
}
