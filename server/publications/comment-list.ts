import { and, count, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../../db/schema/people.ts'
import { comments, publications } from '../../db/schema/publications.ts'
import { commentsInput } from '../../domain/publications/input.ts'
import { placeIn } from '../infrastructure/keyset.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { momentAndSkip, pageOf } from './newest-first.ts'
import { visibleTo } from './visible.ts'

const PAGE = 50
const resolver = alias(people, 'resolver')

/**
 * The discussion of a publication, newest first: its open comments, or those that are resolved. `openCount` and
 * `resolvedCount` say how many there are of each.
 */
export const commentList = read({
  name: 'publications.comments',
  right: 'institutional.read',
  input: commentsInput,
  async run({ db, person, input, moment }) {
    const [seen] = await db
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!seen) return refuseMissing()
    const place = placeIn(input.cursor, momentAndSkip)
    const rows = await db
      .select({
        id: comments.id,
        at: comments.at,
        body: comments.body,
        by: people.name,
        byId: people.id,
        place: comments.place,
        resolvedAt: comments.resolvedAt,
        resolvedBy: resolver.name,
      })
      .from(comments)
      .innerJoin(people, eq(people.id, comments.personId))
      .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
      .where(
        and(
          eq(comments.publicationId, input.publicationId),
          input.isResolved ? isNotNull(comments.resolvedAt) : isNull(comments.resolvedAt),
          place === null ? undefined : lte(comments.at, place[0]),
        ),
      )
      .orderBy(desc(comments.at), desc(comments.id))
      .limit((place?.[1] ?? 0) + PAGE + 1)
    const page = pageOf(rows, place, PAGE)
    const [counted] = await db
      .select({ all: count(), resolved: count(comments.resolvedAt) })
      .from(comments)
      .where(eq(comments.publicationId, input.publicationId))
    const { all, resolved } = counted ?? { all: 0, resolved: 0 }
    return { comments: page.rows, next: page.next, openCount: all - resolved, resolvedCount: resolved }
  },
})
