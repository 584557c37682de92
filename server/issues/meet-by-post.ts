import { and, asc, eq } from 'drizzle-orm'
import { responses } from '../../db/schema/issues.ts'
import { publications } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import { metByResponse } from '../../domain/issues/obligations.ts'
import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { lockIssue } from './lock-issue.ts'
import { meetObligations } from './meet.ts'

/**
 * A response was posted: what it answers is met at the moment it went out, also where that is confirmed later. Only a
 * publication that still is `protect` answers, and only issues that were recorded by then.
 */
export const meetByPost: OutboxListener = {
  actions: ['publishing.posted'],
  async work({ tx, record }, event) {
    const [post] = await tx
      .select({ happenedAt: outcomes.happenedAt })
      .from(outcomes)
      .where(
        and(
          eq(outcomes.publicationId, event.subjectId),
          eq(outcomes.kind, 'posted'),
          eq(outcomes.recordedAt, event.at),
        ),
      )
      .orderBy(asc(outcomes.happenedAt))
      .limit(1)
    if (!post) return
    const answered = await tx
      .select({ issueId: responses.issueId, kind: responses.kind })
      .from(responses)
      .innerJoin(publications, eq(publications.id, responses.publicationId))
      .where(and(eq(responses.publicationId, event.subjectId), eq(publications.objective, 'protect')))
      .orderBy(responses.issueId)
    for (const response of answered) {
      const issue = await lockIssue(tx, response.issueId)
      if (post.happenedAt < issue.recordedAt) continue
      const by = { at: post.happenedAt, personId: event.personId, publicationId: event.subjectId }
      await meetObligations({ tx, record }, issue, metByResponse[response.kind], by)
    }
  },
}
