import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { alignments, briefings } from '../../db/schema/briefings.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { publications, submissions } from '../../db/schema/publications.ts'
import { reasonsAgainstDeciding, standingAt, stepsLeftAfter } from '../../domain/approvals/decision.ts'
import { requestInput } from '../../domain/approvals/input.ts'
import { reasonsAgainstRevoking } from '../../domain/approvals/revoking.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import type { Instant } from '../../domain/time.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { visibleTo } from '../publications/visible.ts'
import { answeredIssues } from './answered-issues.ts'
import { type ApprovalFacts, readApprovalFacts } from './facts.ts'
import { postsOf } from './posts.ts'
import { decidableIds } from './queue.ts'
import { differenceFor } from './request-difference.ts'
import { toldSteps } from './told-steps.ts'
import { canDecide, openSteps } from './waiting.ts'

const QUEUE = 100

/**
 * One submission as whoever decides sees it: exactly what each account will post, what is new in it for them, what is
 * done, in whose name they decide or why they may not, and which request comes before and after. Where none is live,
 * the last that ended, with why. Its readiness is a window of publishing.
 */
export const request = read({
  name: 'approvals.request',
  right: 'institutional.read',
  input: requestInput,
  async run({ db, person, input, moment }) {
    const { publication, ...names } = await publicationOf(db, input.publicationId, person, moment)
    const submission = await submissionToShow(db, publication)
    const judged = { ...publication, submissionId: submission.id }
    const facts = (await readApprovalFacts(db, [judged], moment)).get(publication.id) ?? refuseMissing()
    const content = submission.content as CanonicalContent
    return {
      publication: {
        id: publication.id,
        title: publication.title,
        objective: publication.objective,
        subjectClass: publication.subjectClass,
        plannedAt: publication.plannedAt,
        plannedDay: publication.plannedDay,
        timeKind: publication.timeKind,
        isTimeBound: publication.isTimeBound,
        isExecutive: publication.isExecutive,
        phase: phaseOf(publication),
        ...names,
      },
      submission: {
        id: submission.id,
        contentHash: submission.contentHash,
        submittedBy: { id: submission.submittedBy, name: facts.nameOf(submission.submittedBy) },
        submittedAt: submission.submittedAt,
        endedAt: submission.endedAt,
        endedWhy: submission.endedWhy,
        endedBy: submission.endedBy === null ? null : facts.nameOf(submission.endedBy),
      },
      issues: await answeredIssues(db, publication.id),
      posts: await postsOf(db, publication.id, content),
      difference: await differenceFor(db, { ...submission, content }, person.id, input.seenHash),
      steps: toldSteps(facts, moment),
      signature: await signatureOf(db, publication),
      mine: standingOf(facts, person, moment),
      own: ownDecisions(facts, person),
      queue: await placeInQueue(db, publication.id, person, moment),
      moment,
    }
  },
})

async function publicationOf(db: Db, id: string, person: Person, moment: Instant) {
  const [found] = await db
    .select({
      publication: publications,
      unit: units.name,
      owner: people.name,
      campaign: campaigns.name,
    })
    .from(publications)
    .innerJoin(units, eq(units.id, publications.unitId))
    .innerJoin(people, eq(people.id, publications.ownerId))
    .leftJoin(campaigns, eq(campaigns.id, publications.campaignId))
    .where(and(eq(publications.id, id), visibleTo(person, moment)))
  return found ?? refuseMissing()
}

async function submissionToShow(db: Db, publication: PublicationRow) {
  const [row] = await db
    .select()
    .from(submissions)
    .where(eq(submissions.publicationId, publication.id))
    .orderBy(desc(isNull(submissions.endedAt)), desc(submissions.submittedAt), desc(submissions.id))
    .limit(1)
  return row ?? refuseMissing()
}

/** Who signed the present version of its briefing, and when; null where nobody did. */
async function signatureOf(db: Db, publication: PublicationRow) {
  if (publication.briefingId === null) return null
  const [row] = await db
    .select({ by: people.name, at: alignments.signedAt, version: alignments.versionNumber })
    .from(alignments)
    .innerJoin(briefings, eq(briefings.id, alignments.briefingId))
    .innerJoin(people, eq(people.id, alignments.signedBy))
    .where(
      and(
        eq(alignments.briefingId, publication.briefingId),
        eq(alignments.versionNumber, briefings.presentNumber),
        isNull(alignments.withdrawnAt),
      ),
    )
  return row ?? null
}

/** The step this person may decide and in whose name, or for the step that is open why they may not. */
function standingOf(facts: ApprovalFacts, person: Person, moment: Instant) {
  const open = openSteps(facts, moment)
  const mine = open.find(({ step }) => canDecide(facts, person.id, step.id, moment)) ?? open[0]
  if (mine === undefined) return null
  const { step } = mine
  const reasons = reasonsAgainstDeciding(
    facts,
    person.id,
    step.id,
    facts.submission.contentHash,
    moment,
  ).slice(0, 1)
  const leaderId = standingAt(facts, step, person.id, moment).standing?.onBehalfOfId ?? null
  return {
    stepId: step.id,
    position: step.position,
    /** The steps still open after this person's approval: one decision may fill several. */
    leftAfterIds: stepsLeftAfter(facts, person.id, step.id, moment).map((left) => left.id),
    onBehalfOf: leaderId === null ? null : { id: leaderId, name: facts.nameOf(leaderId) },
    reasons,
  }
}

function ownDecisions(facts: ApprovalFacts, person: Person) {
  return facts.decisions
    .filter((decision) => decision.personId === person.id && decision.revokedAt === null)
    .map((decision) => ({
      id: decision.id,
      stepId: decision.stepId,
      kind: decision.kind,
      decidedAt: decision.decidedAt,
      mayRevoke: reasonsAgainstRevoking({ ...facts, decision }, person.id).length === 0,
    }))
}

async function placeInQueue(db: Db, publicationId: string, person: Person, moment: Instant) {
  const ids = await decidableIds(db, person, moment, QUEUE)
  const index = ids.indexOf(publicationId)
  const others = ids.filter((id) => id !== publicationId)
  return {
    position: index === -1 ? null : index + 1,
    count: ids.length,
    previousId: index > 0 ? (ids[index - 1] ?? null) : null,
    nextId: index === -1 ? (others[0] ?? null) : (ids[index + 1] ?? null),
  }
}
