import { asc, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import { decisions, steps } from '../../db/schema/approvals.ts'
import { delegations, people } from '../../db/schema/people.ts'
import { submissions } from '../../db/schema/publications.ts'
import { type RecordEvent, recordEvent } from './record-events.ts'

const AT_MOST = 300

const leaders = alias(people, 'leaders')

/** Submissions, who was asked, every decision with its revocation, and how each submission ended. */
export async function approvalEvents(db: Db, publicationId: string): Promise<RecordEvent[]> {
  const enders = alias(people, 'enders')
  const found = await db
    .select({ submission: submissions, by: people.name, endedBy: enders.name })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .leftJoin(enders, eq(enders.id, submissions.endedBy))
    .where(eq(submissions.publicationId, publicationId))
    .orderBy(desc(submissions.submittedAt))
    .limit(AT_MOST)
  const made = await db
    .select({
      decision: decisions,
      who: people.name,
      leader: leaders.name,
      letter: delegations.letterNumber,
      position: steps.position,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.personId))
    .innerJoin(steps, eq(steps.id, decisions.stepId))
    .leftJoin(leaders, eq(leaders.id, decisions.onBehalfOfId))
    .leftJoin(delegations, eq(delegations.id, decisions.delegationId))
    .where(eq(decisions.publicationId, publicationId))
    .orderBy(desc(decisions.decidedAt), desc(steps.position))
    .limit(AT_MOST)
  const asked = await askedAtSteps(
    db,
    found.map((row) => row.submission.id),
  )
  return [
    ...found.toReversed().flatMap(({ submission, by, endedBy }) => [
      recordEvent({ at: submission.submittedAt, who: by, act: 'submitted', hash: submission.contentHash }),
      ...asked
        .filter((step) => step.submissionId === submission.id)
        .map(({ position, names }) =>
          recordEvent({
            at: submission.submittedAt,
            who: by,
            act: 'asked_step',
            hash: submission.contentHash,
            position,
            names,
          }),
        ),
      // What a decision ended is told by the decision itself.
      ...(submission.endedAt === null ||
      submission.endedWhy === 'changes_asked' ||
      submission.endedWhy === 'rejected'
        ? []
        : [
            recordEvent({
              at: submission.endedAt,
              who: endedBy,
              act: `ended_${submission.endedWhy ?? 'edited'}`,
              hash: submission.contentHash,
            }),
          ]),
    ]),
    ...made.toReversed().flatMap(({ decision, who, leader, letter, position }) => {
      const common = { who, onBehalfOf: leader, letterNumber: letter, hash: decision.contentHash, position }
      const text = decision.comment === '' ? null : decision.comment
      return [
        recordEvent({ ...common, at: decision.decidedAt, act: decision.kind, text }),
        ...(decision.revokedAt === null
          ? []
          : [recordEvent({ ...common, at: decision.revokedAt, act: 'revoked' })]),
      ]
    }),
  ]
}

async function askedAtSteps(db: Db, submissionIds: readonly string[]) {
  if (submissionIds.length === 0) return []
  const rows = await db
    .select({ submissionId: steps.submissionId, position: steps.position, asked: steps.asked })
    .from(steps)
    .where(inArray(steps.submissionId, [...submissionIds]))
    .orderBy(asc(steps.position))
    .limit(AT_MOST)
  const ids = [...new Set(rows.flatMap((row) => row.asked))]
  if (ids.length === 0) return []
  const named = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  const names = new Map(named.map((person) => [person.id, person.name]))
  return rows.map(({ asked, ...row }) => ({ ...row, names: asked.flatMap((id) => names.get(id) ?? []) }))
}
