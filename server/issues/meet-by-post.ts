import { eq } from 'drizzle-orm'
import { responses } from '../../db/schema/issues.ts'
import { metByResponse } from '../../domain/issues/obligations.ts'
import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { lockIssue } from './lock-issue.ts'
import { meetObligations } from './meet.ts'

/** A response was posted: what it answers is met, at the moment of the post's confirmation. */
export const meetByPost: OutboxListener = {
  actions: ['publishing.posted'],
  async work({ tx, record }, event) {
    const answered = await tx
      .select()
      .from(responses)
      .where(eq(responses.publicationId, event.subjectId))
      .orderBy(responses.issueId)
    for (const response of answered) {
      const issue = await lockIssue(tx, response.issueId)
      const by = { at: event.at, personId: event.personId, publicationId: event.subjectId }
      await meetObligations({ tx, record }, issue, metByResponse[response.kind], by)
    }
  },
}
