import { and, eq } from 'drizzle-orm'
import { responses } from '../../db/schema/issues.ts'
import { publications } from '../../db/schema/publications.ts'
import { metByResponse } from '../../domain/issues/obligations.ts'
import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { lockIssue } from './lock-issue.ts'
import { meetObligations } from './meet.ts'

/**
 * A response was posted: what it answers is met, at the moment of the post's confirmation. Only a publication that still
 * is `protect` answers, and only issues that were recorded by then.
 */
export const meetByPost: OutboxListener = {
  actions: ['publishing.posted'],
  async work({ tx, record }, event) {
    const answered = await tx
      .select({ issueId: responses.issueId, kind: responses.kind })
      .from(responses)
      .innerJoin(publications, eq(publications.id, responses.publicationId))
      .where(and(eq(responses.publicationId, event.subjectId), eq(publications.objective, 'protect')))
      .orderBy(responses.issueId)
    for (const response of answered) {
      const issue = await lockIssue(tx, response.issueId)
      if (event.at < issue.recordedAt) continue
      const by = { at: event.at, personId: event.personId, publicationId: event.subjectId }
      await meetObligations({ tx, record }, issue, metByResponse[response.kind], by)
    }
  },
}
