import { and, desc, eq, lte } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { comments, publications } from '../../db/schema/publications.ts'
import { pageInput } from '../../domain/publications/input.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { pageOf, placeOf } from './cursor.ts'
import { visibleTo } from './visible.ts'

const PAGE = 50

/** The discussion of a publication, newest first. */
export const commentList = read({
  name: 'publications.comments',
  right: 'institutional.read',
  input: pageInput,
  async run({ db, person, input, moment }) {
    const [seen] = await db
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!seen) return refuseMissing()
    const place = placeOf(input.cursor)
    const rows = await db
      .select({ id: comments.id, at: comments.at, body: comments.body, by: people.name, byId: people.id })
      .from(comments)
      .innerJoin(people, eq(people.id, comments.personId))
      .where(
        and(
          eq(comments.publicationId, input.publicationId),
          place === null ? undefined : lte(comments.at, place.at),
        ),
      )
      .orderBy(desc(comments.at), desc(comments.id))
      .limit((place?.skip ?? 0) + PAGE + 1)
    const page = pageOf(rows, place, PAGE)
    return { comments: page.rows, next: page.next }
  },
})
