import { and, asc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { publications } from '../../db/schema/publications.ts'
import { mentionableInput } from '../../domain/publications/input.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { visibleTo } from './visible.ts'

const OFFERED = 8

/** Who can be mentioned in the discussion of a publication: active people who may see it, by a word of their name. */
export const mentionable = read({
  name: 'publications.mentionable',
  right: 'publication.comment',
  input: mentionableInput,
  async run({ db, person, input, moment }) {
    const [seen] = await db
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    if (!seen) return refuseMissing()
    const words = input.words.replace(/[\\%_]/g, '\\$&')
    return {
      people: await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .innerJoin(publications, eq(publications.id, seen.id))
        .where(
          and(
            isNull(people.deactivatedAt),
            or(ilike(people.name, `${words}%`), ilike(people.name, `% ${words}%`)),
            visibleTo({ id: sql`${people.id}` }, moment),
          ),
        )
        .orderBy(asc(people.name), asc(people.id))
        .limit(OFFERED),
    }
  },
})
