import { type SQL, sql } from 'drizzle-orm'
import { mails } from '../../db/schema/notifications.ts'
import { publications } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import { visibleTo } from '../publications/visible.ts'

/** The condition under which a person may know of a mail: it is about no publication, or about one they may see. */
export function mailVisibleTo(person: { id: string }, moment: Instant): SQL {
  const about = sql`${mails.data} ->> 'publicationId'`
  return sql`(
    ${about} is null
    or exists (
      select 1 from ${publications} told where told.id = (${about})::uuid and ${visibleTo(person, moment, 'told')}
    )
  )`
}
