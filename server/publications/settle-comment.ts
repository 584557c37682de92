import { and, eq } from 'drizzle-orm'
import { comments } from '../../db/schema/publications.ts'
import { settleCommentInput } from '../../domain/publications/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveCommenting } from './commenting.ts'
import { lockPublication } from './lock.ts'

/**
 * Marks a comment as resolved, or opens it again: whoever may comment may do either, in any state of the publication.
 * What is already so is recorded no second time. Refusals: not_found.
 */
export const settleComment = command({
  name: 'publications.settleComment',
  right: 'publication.comment',
  input: settleCommentInput,
  async run({ input, tx, person, moment, record }) {
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    await proveCommenting(tx, publication, person)
    const [row] = await tx
      .select({ id: comments.id, resolvedAt: comments.resolvedAt })
      .from(comments)
      .where(and(eq(comments.id, input.commentId), eq(comments.publicationId, publication.id)))
    const comment = row ?? refuseMissing()
    if ((comment.resolvedAt !== null) === input.isResolved) return { id: comment.id }
    await tx
      .update(comments)
      .set(
        input.isResolved
          ? { resolvedAt: moment, resolvedBy: person.id }
          : { resolvedAt: null, resolvedBy: null },
      )
      .where(eq(comments.id, comment.id))
    await record({
      room: 'publications',
      subjectId: publication.id,
      publicationId: publication.id,
      action: input.isResolved ? 'publications.comment_resolved' : 'publications.comment_reopened',
      version: publication.version,
      data: { commentId: comment.id },
    })
    return { id: comment.id }
  },
})
