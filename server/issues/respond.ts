import { and, eq, isNull } from 'drizzle-orm'
import { responses } from '../../db/schema/issues.ts'
import { respondInput } from '../../domain/issues/input.ts'
import { metByResponse } from '../../domain/issues/obligations.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveAnywhere } from '../infrastructure/right.ts'
import { createPublication } from '../publications/create.ts'
import { lockPublication } from '../publications/lock.ts'
import { lockOpenIssue } from './lock-issue.ts'
import { meetObligations } from './meet.ts'
import { standingResponses } from './standing-responses.ts'

/**
 * Links a protect publication to the issue as its holding or full response (one that exists, or a new draft), or decides not
 * to respond, with the reason. What a response meets, it meets once it is posted; where a post that went out since the issue
 * was recorded stands already, it was met when that went out. The issue itself is not edited: who may not see the response sees no change.
 * Refusals: not_found, issue_closed, response_not_protect, response_linked, response_reason_missing, and those of create.
 */
export const respond = command({
  name: 'issues.respond',
  right: 'issue.lead',
  input: respondInput,
  async run({ input, ...context }) {
    const { tx, person, moment, record } = context
    const publication =
      input.publicationId === null ? null : await lockPublication(tx, input.publicationId, person, moment)
    const issue = await lockOpenIssue(tx, input.issueId)
    proveAnywhere(person, 'issue.lead')
    const reason = input.reason.trim()
    const decided = { issueId: issue.id, decidedBy: person.id, decidedAt: moment }
    const { version } = issue
    if (input.kind === 'none') {
      if (reason === '') refuse('response_reason_missing', {})
      await tx.insert(responses).values({ ...decided, kind: 'none', publicationId: null, reason })
      const by = { at: moment, personId: person.id, publicationId: null }
      await meetObligations({ tx, record }, { id: issue.id, version }, metByResponse.none, by)
      await record({
        room: 'issues',
        subjectId: issue.id,
        action: 'issues.responded',
        version,
        data: { kind: 'none' },
      })
      return { publicationId: null, version }
    }
    const answer =
      publication ??
      (await createPublication(context, {
        title: input.title ?? issue.title,
        objective: 'protect',
        subjectClass: 'clarification',
        time: { kind: 'none' },
        accountIds: input.accountIds,
        campaignId: null,
        unitId: null,
        mainText: '',
        mainLink: issue.canonicalPage,
        language: 'id',
        notes: '',
      }))
    if (answer.objective !== 'protect') refuse('response_not_protect', {})
    const [linked] = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(
        and(
          eq(responses.issueId, issue.id),
          eq(responses.publicationId, answer.id),
          isNull(responses.reason),
        ),
      )
    if (linked) refuse('response_linked', {})
    await tx
      .insert(responses)
      .values({ ...decided, kind: input.kind, publicationId: answer.id, reason: null })
    await record({
      room: 'issues',
      subjectId: issue.id,
      action: 'issues.responded',
      version,
      publicationId: answer.id,
      data: { kind: input.kind, responseId: answer.id },
    })
    const standing = (await standingResponses(tx, issue)).get(answer.id)
    if (standing !== undefined) {
      const by = { at: standing.firstAt, personId: person.id, publicationId: answer.id }
      await meetObligations({ tx, record }, { id: issue.id, version }, metByResponse[input.kind], by)
    }
    return { publicationId: answer.id, version }
  },
})
